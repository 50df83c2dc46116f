import type { LineIndex } from '../../text/lineIndex.ts';
import { lineEnd, skipSpaces } from '../lines.ts';
import type { FormatPlan, Level } from './planFormat.ts';

/**
 * The columns of all lines, those of comments included: a comment goes along with the level in whose column it stands,
 * of the entry below it or of those above; one that stands in none keeps its distance to the nearest further left.
 */
export function indentComments(
  text: string,
  index: LineIndex,
  plan: FormatPlan,
): ReadonlyMap<number, number> {
  const columns = new Map(plan.columns);
  const next = nextLevels(index, plan);
  let before: Level | undefined;
  let limit: number | undefined;
  for (let line = 1; line <= index.lineCount; line++) {
    if (plan.columns.has(line) || plan.texts.has(line)) {
      before = plan.levels.get(line) ?? before;
      limit = plan.limits.get(line);
      continue;
    }
    const start = index.lineRange(line).start + (line === 1 && text.startsWith('\uFEFF') ? 1 : 0);
    const content = skipSpaces(text, start);
    if (text[content] !== '#' || content >= lineEnd(text, start)) continue;
    const column = columnFor(content - start, next[line], before);
    columns.set(line, limit === undefined ? column : Math.min(column, limit - 1));
  }
  return columns;
}

/** For each line the level of the next line that begins with a key or dash. */
function nextLevels(index: LineIndex, plan: FormatPlan): readonly (Level | undefined)[] {
  const next: (Level | undefined)[] = [];
  for (let line = index.lineCount; line >= 1; line--)
    next[line] = plan.levels.get(line + 1) ?? next[line + 1];
  return next;
}

function columnFor(column: number, next: Level | undefined, before: Level | undefined): number {
  if (next?.was === column) return next.now;
  const levels = [...chain(before), ...chain(next)];
  const same = levels.find(({ was }) => was === column);
  if (same !== undefined) return same.now;
  const left = levels.filter(({ was }) => was < column).sort((a, b) => b.was - a.was)[0];
  return left === undefined ? column : left.now + column - left.was;
}

function chain(level: Level | undefined): readonly Level[] {
  const levels: Level[] = [];
  for (let each = level; each !== undefined; each = each.above) levels.push(each);
  return levels;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, invertEdits, type TextEdit } from '../text/textEdit.ts';
import { copyListItem, moveListItem } from './listItems.ts';
import { locate } from './locate.ts';
import { parseYaml } from './parseYaml.ts';
import { type Path, valueAt } from './path.ts';
import { pathsOf, runCount, styledDocuments } from './styledYaml.property.ts';
import type { EditResult } from './types.ts';

/** A random list of a randomly styled document, and two positions in it. */
const cases = styledDocuments.chain(({ text, value }) => {
  const lists = allPaths(pathsOf(value)).filter((path) => {
    const list = valueAt(value, path);
    return Array.isArray(list) && list.length > 0;
  });
  const list = lists.length === 0 ? fc.constant(undefined) : fc.constantFrom(...lists);
  return fc.tuple(fc.constant(text), list, fc.nat(), fc.nat());
});

function allPaths(paths: readonly Path[]): readonly Path[] {
  const all = new Map<string, Path>();
  for (const path of paths) {
    for (let i = 0; i <= path.length; i++) all.set(JSON.stringify(path.slice(0, i)), path.slice(0, i));
  }
  return [...all.values()];
}

const tally = { done: 0, refused: 0 };

function expectRight(
  text: string,
  path: Path,
  result: EditResult,
  model: (items: readonly unknown[]) => readonly unknown[],
  lines: (before: readonly string[], after: readonly string[]) => void,
): void {
  if ('refused' in result) {
    tally.refused++;
    return;
  }
  tally.done++;
  const edits: readonly TextEdit[] = result.edits;
  const after = applyEdits(text, edits);
  const tree = parseYaml(after);
  expect(tree.isBroken).toBe(false);
  expect(valueAt(tree.value, path)).toEqual(model(valueAt(parseYaml(text).value, path) as unknown[]));
  expect(applyEdits(after, invertEdits(text, edits))).toBe(text);
  lines(text.split(/\r?\n/), after.split(/\r?\n/));
}

const sorted = (lines: readonly string[]) => lines.map((line) => line.trim()).sort();

describe('items of lists in any style', () => {
  it('move as they are: every line of a block list is there again', () => {
    fc.assert(
      fc.property(cases, ([text, path, a, b]) => {
        fc.pre(path !== undefined);
        const tree = parseYaml(text);
        const items = valueAt(tree.value, path) as unknown[];
        const [from, to] = [a % items.length, b % items.length];
        expectRight(
          text,
          path,
          moveListItem(tree, path, from, to),
          (all) => all.toSpliced(from, 1).toSpliced(to, 0, all[from]),
          (before, after) => {
            const isFlow = text[locate(tree, path)?.value.start ?? 0] === '[';
            if (isFlow) expect(after.length).toBe(before.length);
            else expect(sorted(after)).toEqual(sorted(before));
          },
        );
      }),
      { numRuns: runCount() },
    );
    expect(tally.done).toBeGreaterThan(tally.refused);
  });

  it('are copied as they are: no line goes', () => {
    fc.assert(
      fc.property(cases, ([text, path, a]) => {
        fc.pre(path !== undefined);
        const tree = parseYaml(text);
        const items = valueAt(tree.value, path) as unknown[];
        const index = a % items.length;
        expectRight(
          text,
          path,
          copyListItem(tree, path, index),
          (all) => all.toSpliced(index + 1, 0, all[index]),
          (before, after) => {
            if (after.length === before.length) return; // within one line
            const rest = [...sorted(after)];
            for (const line of sorted(before)) {
              const at = rest.indexOf(line);
              if (at !== -1) rest.splice(at, 1);
            }
            expect(rest.length).toBeLessThanOrEqual(after.length - before.length + 1);
          },
        );
      }),
      { numRuns: runCount() },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../scripts/catalogue/loadPacks.ts';
import { type MistakeFixture, mistakeFixtures } from '../../../scripts/testing/mistakeFixtures.ts';
import { JudgedYaml } from '../../../scripts/testing/repairYaml.ts';
import type { Finding } from '../analysis.ts';
import type { RepairStep } from '../schema/fault.ts';
import { locate, pathAt } from '../yaml/locate.ts';
import { parseYaml, type YamlTree } from '../yaml/parseYaml.ts';
import { type Path, pathStartsWith, valueAt } from '../yaml/path.ts';
import { runCount } from '../yaml/styledYaml.property.ts';

const catalogue = readCatalogue();
const fixtures = mistakeFixtures().filter(({ takes }) => takes !== undefined);

/** A text with comments of numbers on some of its lines and above others. */
function withComments(text: string, spots: readonly number[]): string {
  const lines = text.trimEnd().split('\n');
  const at = spots.map((spot) => spot % (lines.length * 2));
  return lines
    .flatMap((line, i) => [
      ...(at.includes(i * 2) ? [`${/^ */.exec(line)?.[0] ?? ''}# above ${i}`] : []),
      at.includes(i * 2 + 1) ? `${line}${line.includes(' #') ? '' : ' #'} on ${i}.` : line,
    ])
    .map((line) => `${line}\n`)
    .join('');
}

/** Paths in the text before the steps: what they remove, give a new value, or rename. */
function touchedBy(steps: readonly RepairStep[]) {
  const renames = steps.flatMap((step) => (step.step === 'rename' ? [step] : []));
  const asBefore = (path: Path): Path => {
    const renamed = renames.find(({ path: from, to }) => pathStartsWith(path, [...from.slice(0, -1), to]));
    return renamed === undefined ? path : [...renamed.path, ...path.slice(renamed.path.length)];
  };
  return steps.map((step) => ({
    step: step.step,
    path: asBefore(step.step === 'move' ? step.from : step.path),
  }));
}

/** True when a line at a path may go with the steps. A comment goes only with what is removed and nothing else. */
function mayGo(at: Path, steps: readonly RepairStep[], isComment: boolean): boolean {
  if (isComment && steps.some(({ step }) => step !== 'remove')) return false;
  return touchedBy(steps).some(
    ({ step, path }) => (step === 'remove' || step === 'set') && pathStartsWith(at, path),
  );
}

/** Numbers of the lines on which a step writes, from 0. */
function writtenLines(steps: readonly RepairStep[], tree: YamlTree): ReadonlySet<number> {
  const lineOf = (offset: number) => tree.text.slice(0, offset).split('\n').length - 1;
  const lines = new Set<number>();
  for (const { path } of touchedBy(steps)) {
    let at = path;
    while (at.length > 0 && locate(tree, at) === undefined) at = at.slice(0, -1);
    const found = locate(tree, at);
    const isInside = at.length === path.length;
    const isFlow = /^[{[]/.test(tree.text.slice(found?.value.start));
    if (found === undefined || (!isInside && !isFlow)) continue;
    const start = lineOf(found.key?.start ?? found.value.start);
    for (let line = start; line <= lineOf(found.value.end - 1); line++) lines.add(line);
  }
  return lines;
}

/** Lines of the first that are not in the second, in order. The dash of an item may move to its next key. */
function missing(lines: readonly string[], from: readonly string[]): readonly string[] {
  const bare = (line: string) => line.replace(/^( *)- /, '$1  ').trimEnd();
  let next = 0;
  return lines.filter((line) => {
    const found = from.findIndex((each, i) => i >= next && bare(each) === bare(line));
    if (found >= 0) next = found + 1;
    return found < 0;
  });
}

function findingOf({ mistake, at }: MistakeFixture, judged: JudgedYaml): Finding {
  const found = judged.faults.find((each) => each.mistake === mistake && each.place.path.join('.') === at);
  if (found === undefined) throw new Error(`${mistake} is not seen at ${at} in:\n${judged.text}`);
  return found;
}

describe('the fix of any mistake', () => {
  const neighbour = 'apiVersion: v1\nkind:   Service # as it was\nmetadata: {name: a,   labels: {}}\n\n\n';

  it('leaves every line as it is that it does not write on, with its comments', () => {
    const cases = fc.record({
      fixture: fc.constantFrom(...fixtures),
      spots: fc.array(fc.nat(60), { maxLength: 12 }),
    });
    fc.assert(
      fc.property(cases, ({ fixture, spots }) => {
        const before = withComments(fixture.before, spots);
        const judged = new JudgedYaml(before, catalogue);
        const finding = findingOf(fixture, judged);
        const steps = finding.repairs?.[0]?.steps ?? [];
        const after = judged.take(finding);
        if ('refused' in after) throw new Error(`${after.refused}\n${before}`);
        const tree = parseYaml(before);
        const written = writtenLines(steps, tree);
        const lines = before.split('\n');
        const starts = lines.map((_, i) => lines.slice(0, i).join('\n').length + (i === 0 ? 0 : 1));
        const placeOf = (i: number) => pathAt(tree, (starts[i] ?? 0) + (lines[i] ?? '').search(/[^ -]|$/));
        const kept = lines.filter((_, i) => !written.has(i) && !mayGo(placeOf(i), steps, false));
        expect(missing(kept, after.text.split('\n')), `${before}\n=>\n${after.text}`).toEqual([]);
        const comments = lines.flatMap((line, i) => {
          const at = /(?<=^| )#.*$/.exec(line);
          if (at === null) return [];
          return mayGo(pathAt(tree, (starts[i] ?? 0) + at.index), steps, true) ? [] : [at[0]];
        });
        expect(
          comments.filter((comment) => !after.text.includes(comment)),
          `${before}\n=>\n${after.text}`,
        ).toEqual([]);
      }),
      { numRuns: runCount() },
    );
  }, 120_000);

  it('does not touch the documents around it, and keeps the ends of lines', () => {
    const cases = fc.record({
      fixture: fc.constantFrom(...fixtures),
      head: fc.constantFrom('', `${neighbour}---\n`, `# mine\n${neighbour}--- # next\n`),
      tail: fc.constantFrom('', `---\n${neighbour}`, `---\n\n${neighbour}...\n`),
      lineEnd: fc.constantFrom('\n', '\r\n'),
    });
    fc.assert(
      fc.property(cases, ({ fixture, head, tail, lineEnd }) => {
        const ended = (text: string) => text.replaceAll('\n', lineEnd);
        const judged = new JudgedYaml(ended(head + fixture.before + tail), catalogue);
        const after = judged.take(findingOf(fixture, judged));
        if ('refused' in after) throw new Error(after.refused);
        expect(after.text).toBe(ended(head + fixture.after + tail));
      }),
      { numRuns: runCount() },
    );
  }, 120_000);

  it('is offered, or not, for whatever stands there instead, and nothing throws', () => {
    const cases = fc.record({
      fixture: fc.constantFrom(...fixtures),
      value: fc.jsonValue({ maxDepth: 3 }),
      depth: fc.nat(3),
    });
    fc.assert(
      fc.property(cases, ({ fixture, value, depth }) => {
        const resource = parseYaml(fixture.before).value;
        const path = fixture.at.split('.').slice(0, -depth || undefined);
        const holder = valueAt(resource, path.slice(0, -1));
        if (typeof holder === 'object' && holder !== null)
          Object.assign(holder, { [path.at(-1) ?? '']: value });
        const judged = new JudgedYaml(JSON.stringify(resource), catalogue);
        for (const finding of judged.faults) {
          if (finding.mistake === undefined) continue;
          expect(finding.message).not.toMatch(/undefined|\[object|NaN/);
          for (const [i, { label }] of (finding.repairs ?? []).entries()) {
            const after = judged.take(finding, i);
            expect('refused' in after ? `${label}: ${after.refused}` : label, judged.text).toBe(label);
          }
        }
      }),
      { numRuns: runCount() },
    );
  }, 120_000);
});

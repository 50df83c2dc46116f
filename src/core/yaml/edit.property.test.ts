import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { applyEdits, invertEdits } from '../text/textEdit.ts';
import { insertItem, removeItem, removeKey, setKey, setValue } from './edit.ts';
import { parseYaml } from './parseYaml.ts';
import { formatPath, type Path, pathStartsWith, samePath, valueAt } from './path.ts';
import {
  pathsOf,
  plainValues,
  runCount,
  type StyledDocument,
  styledDocuments,
} from './styledYaml.property.ts';
import type { EditResult, Plain } from './types.ts';

const options = { numRuns: runCount() };
const patience = runCount() * 200;
const routes: Record<string, number> = {};

/** What a property says about one edit. */
interface Promise_ {
  readonly value: Plain;
  /** Comments of values at or below this path may go; all others stay. */
  readonly removed?: Path;
  /** Only comments inside the value at this path may go. */
  readonly replaced?: Path;
  /** Comments owned by this path must go. */
  readonly gone?: Path;
  /** Lines of the old text that may change; all others stay. Absent: none but one. */
  readonly span?: readonly [number, number] | undefined;
}

function check(document: StyledDocument, result: EditResult, promise: Promise_): void {
  const { text } = document;
  if ('refused' in result) throw new Error(`refused: ${result.refused}`);
  const route = (result as { route?: string }).route ?? 'none';
  routes[route] = (routes[route] ?? 0) + 1;
  if (route === 'rewritten') throw new Error('rewritten');
  const after = applyEdits(text, result.edits);
  expect(applyEdits(after, invertEdits(text, result.edits))).toBe(text);
  const tree = parseYaml(after);
  expect(tree.problems).toEqual([]);
  expect(tree.value).toEqual(promise.value);
  checkComments(document, after, promise);
  checkLines(text, after, promise.span);
}

function checkComments(
  { comments }: StyledDocument,
  after: string,
  { removed, replaced, gone }: Promise_,
): void {
  for (const comment of comments) {
    const isBelow = (path: Path | undefined): boolean =>
      path !== undefined && pathStartsWith(comment.owner, path);
    const mayGo =
      isBelow(removed) ||
      (replaced !== undefined &&
        isBelow(replaced) &&
        (comment.isInside || !samePath(comment.owner, replaced)));
    if (!mayGo) expect(after, `${comment.text} of ${formatPath(comment.owner)}`).toContain(comment.text);
    if (gone !== undefined && isBelow(gone)) expect(after).not.toContain(comment.text);
  }
  const marks = after.match(/# note \d+\./g) ?? [];
  expect(new Set(marks).size).toBe(marks.length);
}

/** All lines outside [first - 1, last + 1] stay as they were. */
function checkLines(before: string, after: string, span: readonly [number, number] | undefined): void {
  if (span === undefined) return;
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = span[0] - 1;
  while (start > 0 && old[start]?.trim() === '') start--;
  const head = old.slice(0, Math.max(0, start));
  let end = span[1] + 1;
  while (old[end]?.trim() === '') end++;
  const tail = old.slice(end + 1);
  expect(now.slice(0, head.length)).toEqual(head);
  expect(tail.length === 0 ? [] : now.slice(-tail.length)).toEqual(tail);
}

/** The lines of the nearest entry around a path that has lines of its own. */
function spanOf(document: StyledDocument, path: Path): readonly [number, number] | undefined {
  for (let at = path; at.length > 0; at = at.slice(0, -1)) {
    const span = document.spans.get(JSON.stringify(at));
    if (span !== undefined) return span;
  }
  return undefined;
}

/** As `spanOf`, but for the only entry of a collection that of the collection, which is written anew. */
function removalSpan(document: StyledDocument, path: Path): readonly [number, number] | undefined {
  const around = path.slice(0, -1);
  const isOnly = Object.keys(valueAt(document.value, around) as object).length === 1;
  return spanOf(document, isOnly && around.length > 0 ? around : path);
}

/** The value with `change` made at a path. */
function changed(value: Plain, path: Path, change: (old: Plain) => Plain): Plain {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((item: Plain, i) => (i === step ? changed(item, rest, change) : item));
  const map = value as Record<string, Plain>;
  return { ...map, [step]: changed(map[step] ?? null, rest, change) };
}

const isMap = (value: unknown): value is Record<string, Plain> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const pick = <T>(items: readonly T[], at: number): T | undefined => items[at % Math.max(1, items.length)];
const cases = fc.tuple(styledDocuments, fc.nat(), fc.nat(), plainValues);

afterAll(() => expect(routes.second ?? 0).toBeLessThanOrEqual(1 + (routes.planned ?? 0) / 100));

describe('the verbs, on documents in any style', () => {
  it(
    'setValue',
    () => {
      fc.assert(
        fc.property(cases, ([document, at, , value]) => {
          const path = pick(pathsOf(document.value), at) ?? [];
          const result = setValue(parseYaml(document.text), path, value);
          check(document, result, {
            value: changed(document.value, path, () => value),
            replaced: path,
            span: spanOf(document, path),
          });
        }),
        options,
      );
    },
    patience,
  );

  it(
    'insertItem',
    () => {
      fc.assert(
        fc.property(cases, ([document, at, index, value]) => {
          const lists = pathsOf(document.value).filter(
            (path) => Array.isArray(valueAt(document.value, path)) || valueAt(document.value, path) === null,
          );
          const path = pick(lists, at);
          if (path === undefined) return;
          const list = (valueAt(document.value, path) ?? []) as readonly Plain[];
          const to = index % (list.length + 1);
          const result = insertItem(parseYaml(document.text), path, to, value);
          const spans = [to - 1, to].flatMap((i) => document.spans.get(JSON.stringify([...path, i])) ?? []);
          const span =
            spans.length === 0 ? spanOf(document, path) : ([Math.min(...spans), Math.max(...spans)] as const);
          check(document, result, {
            value: changed(document.value, path, () => list.toSpliced(to, 0, value)),
            span,
          });
        }),
        options,
      );
    },
    patience,
  );

  it(
    'removeItem',
    () => {
      fc.assert(
        fc.property(cases, ([document, at]) => {
          const items = pathsOf(document.value).filter((path) => typeof path.at(-1) === 'number');
          const path = pick(items, at);
          if (path === undefined) return;
          const [listPath, index] = [path.slice(0, -1), Number(path.at(-1))];
          const list = valueAt(document.value, listPath) as readonly Plain[];
          const key = listPath.at(-1);
          const result = removeItem(parseYaml(document.text), listPath, index);
          if (list.length === 1 && typeof key === 'string') {
            const value = changed(document.value, listPath.slice(0, -1), (map) => without(map, key));
            check(document, result, {
              value,
              removed: listPath,
              gone: listPath,
              span: removalSpan(document, listPath),
            });
          } else {
            const value = changed(document.value, listPath, () => list.toSpliced(index, 1));
            check(document, result, { value, removed: path, gone: path, span: removalSpan(document, path) });
          }
        }),
        options,
      );
    },
    patience,
  );

  it(
    'setKey',
    () => {
      const keys = fc.constantFrom('a', 'zeta', 'name', '80', 'x y', 'no', '');
      fc.assert(
        fc.property(cases, keys, fc.array(keys, { maxLength: 3 }), ([document, at, , value], key, after) => {
          const maps = pathsOf(document.value).filter(
            (path) => isMap(valueAt(document.value, path)) || valueAt(document.value, path) === null,
          );
          const path = pick(maps, at);
          if (path === undefined) return;
          const result = setKey(parseYaml(document.text), path, key, value, after);
          const map = (valueAt(document.value, path) ?? {}) as Record<string, Plain>;
          const isThere = Object.hasOwn(map, key);
          check(document, result, {
            value: changed(document.value, path, () => ({ ...map, [key]: value })),
            ...(isThere ? { replaced: [...path, key] } : {}),
            span: isThere
              ? spanOf(document, [...path, key])
              : path.length === 0
                ? undefined
                : spanOf(document, path),
          });
          if (!isThere) checkOrder(applied(document.text, result), path, key, after);
        }),
        options,
      );
    },
    patience,
  );

  it(
    'setKey and insertItem create the maps on the way',
    () => {
      fc.assert(
        fc.property(
          cases,
          fc.array(fc.constantFrom('new', 'new one', '8'), { minLength: 1, maxLength: 3 }),
          fc.boolean(),
          ([document, at, , value], inner, isList) => {
            const maps = pathsOf(document.value).filter((path) => isMap(valueAt(document.value, path)));
            const path = pick(maps, at);
            if (path === undefined) return;
            const tree = parseYaml(document.text);
            const result = isList
              ? insertItem(tree, [...path, ...inner], 5, value)
              : setKey(tree, [...path, ...inner], 'key', value);
            const nested = inner.reduceRight<Plain>(
              (held, step) => ({ [step]: held }),
              isList ? [value] : { key: value },
            );
            check(document, result, {
              value: changed(document.value, path, (map) => ({
                ...(map as Record<string, Plain>),
                ...(nested as Record<string, Plain>),
              })),
            });
          },
        ),
        options,
      );
    },
    patience,
  );

  it(
    'removeKey',
    () => {
      fc.assert(
        fc.property(cases, ([document, at]) => {
          const keys = pathsOf(document.value).filter((path) => typeof path.at(-1) === 'string');
          const path = pick(keys, at);
          if (path === undefined) return;
          const key = String(path.at(-1));
          const result = removeKey(parseYaml(document.text), path.slice(0, -1), key);
          const value = changed(document.value, path.slice(0, -1), (map) => without(map, key));
          check(document, result, { value, removed: path, gone: path, span: removalSpan(document, path) });
        }),
        options,
      );
    },
    patience,
  );
});

describe('the verbs, on JSON', () => {
  const roots = fc.oneof(
    fc.array(plainValues, { minLength: 1, maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), plainValues, { minKeys: 1, noNullPrototype: true }),
  );

  it(
    'keep it JSON',
    () => {
      fc.assert(
        fc.property(roots, fc.constantFrom(0, 2, 4), fc.nat(), plainValues, (root, indent, at, value) => {
          const text = JSON.stringify(root, null, indent);
          const tree = parseYaml(text);
          const paths = pathsOf(root).filter((path) => path.length > 0);
          const path = paths[at % paths.length] ?? [];
          const last = path.at(-1);
          const around = path.slice(0, -1);
          const keeps = (result: EditResult, expected: Plain): void => {
            const after = 'edits' in result ? applyEdits(text, result.edits) : JSON.stringify(result);
            expect(JSON.parse(after)).toEqual(expected);
          };
          keeps(
            setValue(tree, path, value),
            changed(root, path, () => value),
          );
          if (typeof last === 'number') {
            keeps(
              insertItem(tree, around, last, value),
              changed(root, around, (list) => (list as Plain[]).toSpliced(last, 0, value)),
            );
            keeps(
              insertItem(tree, around, 99, value),
              changed(root, around, (list) => [...(list as Plain[]), value]),
            );
            if ((valueAt(root, around) as Plain[]).length > 1)
              keeps(
                removeItem(tree, around, last),
                changed(root, around, (list) => (list as Plain[]).toSpliced(last, 1)),
              );
          } else if (last !== undefined) {
            keeps(
              setKey(tree, around, 'new', value),
              changed(root, around, (map) => ({ ...(map as Record<string, Plain>), new: value })),
            );
            keeps(
              removeKey(tree, around, last),
              changed(root, around, (map) => without(map, last)),
            );
          }
        }),
        options,
      );
    },
    patience,
  );
});

/** Keys that look like numbers come first in any object, whatever the text says. */
function checkOrder(value: unknown, path: Path, key: string, after: readonly string[]): void {
  const keys = Object.keys(valueAt(value, path) as object).filter((one) => !/^\d+$/.test(one));
  const before = after.findLast((one) => one !== key && keys.includes(one));
  if (!keys.includes(key) || after.some((one) => /^\d+$/.test(one))) return;
  expect(keys.indexOf(key)).toBe(before === undefined ? keys.length - 1 : keys.indexOf(before) + 1);
}

function applied(text: string, result: EditResult): unknown {
  return 'edits' in result ? parseYaml(applyEdits(text, result.edits)).value : undefined;
}

function without(map: Plain, key: string): Plain {
  return Object.fromEntries(Object.entries(map as Record<string, Plain>).filter(([own]) => own !== key));
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, invertEdits } from '../text/textEdit.ts';
import { insertItem, removeItem, removeKey, setKey, setValue } from './edit.ts';
import { inlineAlias } from './inlineAlias.ts';
import { locate } from './locate.ts';
import { parseYaml, type YamlTree } from './parseYaml.ts';
import { type Path, valueAt } from './path.ts';
import { samePlain } from './plainValue.ts';
import { renderYaml } from './scalars.ts';
import { pathsOf, plainScalars, plainValues, runCount } from './styledYaml.property.ts';
import type { EditResult, Plain } from './types.ts';

const options = { numRuns: runCount() };
const patience = runCount() * 200;
const keys = fc.constantFrom('a', 'b', 'own', 'k v', '8');
const small = fc.oneof(
  plainScalars,
  fc.array(plainScalars, { maxLength: 2 }),
  fc.dictionary(keys, plainScalars, { maxKeys: 2, noNullPrototype: true }),
);
const maps = fc.dictionary(keys, small, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
const lists = fc.array(small, { minLength: 1, maxLength: 3 });

/** Documents with a shared map, list and scalar, used through aliases and merge keys in block and flow style. */
const documents = fc
  .tuple(
    maps,
    lists,
    fc.constantFrom('80', "'x'", '"y"', 'two words'),
    fc.boolean(),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([map, list, scalar, isFlow, eol]) => {
    const base = isFlow ? ` &m ${JSON.stringify(map)}` : ` &m # the base\n${indent(renderYaml(map), '    ')}`;
    const items = isFlow ? ` &l ${JSON.stringify(list)}` : ` &l\n${indent(renderYaml(list), '  ')}`;
    const text = [
      '# shared',
      `base:${base.trimEnd()}`,
      `items:${items.trimEnd()}`,
      `one: &s ${scalar} # once`,
      'use:',
      '  map: *m # used',
      '  list: *l',
      '  one: *s',
      '  merged:',
      '    # takes the base in',
      '    <<: *m # merge',
      '    own: 1',
      '  both:',
      '    own: 2',
      '    <<: [*m, {c: 3}]',
      '  flow: {<<: *m, own: 3, deep: [*l, *s]}',
      '  in:',
      '    - *m',
      '    - *l # last',
      '# end',
      '',
    ].join('\n');
    return text.replaceAll('\n', eol);
  });

function indent(text: string, pad: string): string {
  return text.replaceAll(/^(?=.)/gm, pad);
}

function apply(tree: YamlTree, result: EditResult): YamlTree | undefined {
  if ('refused' in result) return undefined;
  const after = applyEdits(tree.text, result.edits);
  expect(applyEdits(after, invertEdits(tree.text, result.edits))).toBe(tree.text);
  const next = parseYaml(after);
  expect(next.isBroken, after).toBe(false);
  return next;
}

/** Tries a verb, writing out each alias it is refused for, until it succeeds. */
function insist(start: YamlTree, verb: (tree: YamlTree) => EditResult): YamlTree {
  let tree = start;
  for (let i = 0; i < 30; i++) {
    const result = verb(tree);
    const done = apply(tree, result);
    if (done !== undefined) return done;
    if (!('refused' in result) || result.alias === undefined) throw new Error(JSON.stringify(result));
    const inlined = inlineAlias(tree, result.alias);
    const next = apply(tree, inlined);
    if (next === undefined)
      throw new Error(`${JSON.stringify(result)} ${JSON.stringify(inlined)}\n${tree.text}`);
    expect(samePlain(next.value, tree.value)).toBe(true);
    tree = next;
  }
  throw new Error('no end');
}

describe('aliases and merge keys', () => {
  it(
    'are read, and every path is located',
    () => {
      fc.assert(
        fc.property(documents, fc.nat(), (text, at) => {
          const tree = parseYaml(text);
          expect(tree.problems.filter(({ fatal }) => fatal)).toEqual([]);
          const value = tree.value as Record<string, Record<string, unknown>>;
          expect(value.use?.map).toEqual(value.base);
          expect(value.use?.merged).toEqual({ ...value.base, own: 1 });
          expect(value.use?.both).toEqual({ c: 3, ...value.base, own: 2 });
          const paths = pathsOf(value as Plain);
          const path = paths[at % paths.length] ?? [];
          expect(locate(tree, path), JSON.stringify(path)).toBeDefined();
        }),
        options,
      );
    },
    patience,
  );

  it(
    'setValue changes the shared value or refuses with the way to write it out',
    () => {
      fc.assert(
        fc.property(documents, fc.nat(), plainValues, (text, at, value) => {
          const tree = parseYaml(text);
          const paths = pathsOf(tree.value as Plain).filter((path) => path.length > 0);
          const path = paths[at % paths.length] ?? [];
          const after = insist(tree, (now) => setValue(now, path, value));
          expect(valueAt(after.value, path)).toEqual(value);
        }),
        options,
      );
    },
    patience,
  );

  it(
    'the other verbs do so too',
    () => {
      fc.assert(
        fc.property(documents, fc.nat(), fc.nat(), plainValues, (text, at, index, value) => {
          const tree = parseYaml(text);
          const paths = pathsOf(tree.value as Plain).filter(
            (path) => path.length > 0 && isHeld(valueAt(tree.value, path)),
          );
          const path = paths[at % paths.length] ?? [];
          const old = valueAt(tree.value, path);
          if (Array.isArray(old)) {
            const to = index % (old.length + 1);
            const after = insist(tree, (now) => insertItem(now, path, to, value));
            expect(valueAt(after.value, path)).toEqual(old.toSpliced(to, 0, value));
            const less = insist(tree, (now) => removeItem(now, path, 0));
            expect(valueAt(less.value, path) ?? []).toEqual(old.slice(1));
            return;
          }
          const map = old as Record<string, Plain>;
          const after = insist(tree, (now) => setKey(now, path, 'new', value));
          expect(valueAt(after.value, path)).toEqual({ ...map, new: value });
          const key = Object.keys(map)[index % Object.keys(map).length] ?? '';
          const less = insist(tree, (now) => removeKey(now, path, key));
          expect(valueAt(less.value, path)).toEqual(
            Object.fromEntries(Object.entries(map).filter(([own]) => own !== key)),
          );
        }),
        options,
      );
    },
    patience,
  );

  it(
    'inlineAlias keeps the value and every comment',
    () => {
      const aliases: readonly Path[] = [
        ['use', 'map'],
        ['use', 'list'],
        ['use', 'one'],
        ['use', 'merged', '<<'],
        ['use', 'both', '<<'],
        ['use', 'both', '<<', 0],
        ['use', 'flow', '<<'],
        ['use', 'flow', 'deep', 0],
        ['use', 'in', 0],
        ['use', 'in', 1],
      ];
      fc.assert(
        fc.property(documents, fc.constantFrom(...aliases), (text, path) => {
          const tree = parseYaml(text);
          const after = apply(tree, inlineAlias(tree, path));
          expect(after?.value).toEqual(tree.value);
          // A merge key of which nothing is left goes with its comments.
          const going = path[1] === 'merged' ? ['# takes the base in', '# merge'] : [];
          for (const comment of text.match(/# [a-z ]+/g) ?? [])
            if (!going.includes(comment)) expect(after?.text).toContain(comment);
          const count = (one: string): number => one.match(/[ []\*[mls]\b/g)?.length ?? 0;
          expect(count(after?.text ?? '')).toBeLessThan(count(text));
        }),
        options,
      );
    },
    patience,
  );
});

function isHeld(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

describe('hostile texts', () => {
  const pieces = fc.constantFrom(
    'a: ',
    'b: ',
    '\n',
    '\n  ',
    '\n- ',
    '- ',
    '? ',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '"x"',
    "'",
    '|',
    '>-',
    '&a ',
    '*a',
    '!t ',
    ' # c',
    '---\n',
    '\n...',
    '\t',
    '<<: ',
    '\r\n',
    '\ufeff',
    '1',
    'x',
  );

  it(
    'never make a verb throw, and an edit always does what it says',
    () => {
      const texts = fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join(''));
      fc.assert(
        fc.property(texts, fc.nat(), plainValues, (text, at, value) => {
          const tree = parseYaml(text);
          const paths = tree.isBroken ? [[]] : pathsOf((tree.value ?? null) as Plain);
          const path = paths[at % paths.length] ?? [];
          const set = apply(tree, setValue(tree, path, value));
          if (set !== undefined) expect(valueAt(set.value, path)).toEqual(value);
          for (const verb of [
            () => insertItem(tree, path, 1, value),
            () => removeItem(tree, path, 0),
            () => setKey(tree, path, 'a', value),
            () => removeKey(tree, path, 'a'),
            () => inlineAlias(tree, path),
          ])
            apply(tree, verb());
        }),
        { numRuns: runCount() * 2 },
      );
    },
    patience,
  );
});

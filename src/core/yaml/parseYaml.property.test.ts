import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { locate, pathAt } from './locate.ts';
import { parseYaml } from './parseYaml.ts';
import { valueAt } from './path.ts';
import { renderYaml } from './scalars.ts';
import { pathsOf, plainValues, runCount, styledDocuments } from './styledYaml.property.ts';

const options = { numRuns: runCount() };
const patience = runCount() * 200;

describe('parseYaml on documents in any style', () => {
  it(
    'reads the value that was written, without problems',
    () => {
      fc.assert(
        fc.property(styledDocuments, ({ text, value }) => {
          const tree = parseYaml(text);
          expect(tree.problems).toEqual([]);
          expect(tree.value).toEqual(value);
        }),
        options,
      );
    },
    patience,
  );

  it(
    'locates every value, and finds its path again from its place',
    () => {
      fc.assert(
        fc.property(styledDocuments, ({ text, value }) => {
          const tree = parseYaml(text);
          for (const path of pathsOf(value)) {
            const place = locate(tree, path);
            expect(place, JSON.stringify(path)).toBeDefined();
            const at = place?.key?.start ?? place?.value.start ?? -1;
            const back = pathAt(tree, at);
            expect(back.slice(0, path.length), `${JSON.stringify(path)} at ${at}`).toEqual(path);
          }
        }),
        options,
      );
    },
    patience,
  );

  it(
    'locates scalars exactly',
    () => {
      fc.assert(
        fc.property(styledDocuments, ({ text, value }) => {
          const tree = parseYaml(text);
          for (const path of pathsOf(value)) {
            const place = locate(tree, path);
            const own = valueAt(value, path);
            if (place === undefined || typeof own !== 'number') continue;
            expect(Number(text.slice(place.value.start, place.value.end))).toBe(own);
          }
        }),
        options,
      );
    },
    patience,
  );
});

describe('renderYaml', () => {
  it(
    'is read back as written by YAML 1.2 and 1.1 readers',
    () => {
      fc.assert(
        fc.property(fc.oneof(plainValues, fc.jsonValue({ maxDepth: 4 })), (value) => {
          const text = renderYaml(value as never);
          expect(parseYaml(text).problems).toEqual([]);
          expect(parseYaml(text).value).toEqual(value);
          expect(parseDocument(text, { version: '1.1', uniqueKeys: false }).toJS()).toEqual(value);
        }),
        options,
      );
    },
    patience,
  );

  it(
    'keeps any text, in any script, on one line or many',
    () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
          expect(parseYaml(renderYaml({ text, list: [text], [`k${text}`]: 1 })).value).toEqual({
            text,
            list: [text],
            [`k${text}`]: 1,
          });
        }),
        options,
      );
    },
    patience,
  );
});

describe('hostile texts', () => {
  const pieces = fc.constantFrom(
    'a',
    ':',
    ' ',
    '\n',
    '- ',
    '? ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '|',
    '>',
    '&a ',
    '*a',
    '!t ',
    '#',
    '---',
    '...',
    '\t',
    '  ',
    '<<: ',
    '%',
    '\\',
    '\r\n',
    '\ufeff',
    '1',
    '\u0000',
    '@',
  );

  it(
    'never throw, and give problems inside the text',
    () => {
      const texts = fc.oneof(
        fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
        fc.string({ unit: 'binary', maxLength: 60 }),
      );
      fc.assert(
        fc.property(texts, fc.nat({ max: 60 }), (text, offset) => {
          const tree = parseYaml(text);
          JSON.stringify(tree.value);
          for (const { start, end } of tree.problems)
            expect(0 <= start && start <= end && end <= text.length).toBe(true);
          locate(tree, pathAt(tree, Math.min(offset, text.length)));
        }),
        { numRuns: runCount() * 4 },
      );
    },
    patience,
  );
});

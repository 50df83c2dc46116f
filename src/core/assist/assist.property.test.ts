import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../text/textEdit.ts';
import { runCount } from '../yaml/styledYaml.property.ts';
import { assist } from './assist.ts';
import { expandSnippet } from './testing/expandSnippet.ts';
import { shopCatalogue } from './testing/shopCatalogue.ts';
import { assistContext } from './testing/typing.ts';

const parts = fc.constantFrom(
  ...[
    'apiVersion: gateway.networking.k8s.io/v1\n',
    'kind: HTTPRoute\n',
    'kind: Gateway\n',
    'spec:\n',
    '  rules:\n',
  ],
  ...[
    '  - name: a\n',
    '    backendRefs:\n',
    '- ',
    '  ',
    '\n',
    '{',
    '}',
    '[',
    ']',
    ', ',
    ': ',
    ':',
    '"',
    "'",
    '|',
    '>-',
  ],
  ...[
    '#',
    '&a ',
    '*a',
    '!t ',
    '? ',
    '---\n',
    '...\n',
    '\t',
    '\r\n',
    '\uFEFF',
    'metadata:\n',
    'name',
    '$',
    '\\',
    '  parentRefs: [{name: x}]\n',
  ],
);

describe('every kind of help', () => {
  it('never throws, and every proposal can be applied where it says', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 25 }), fc.nat(), (some, at) => {
        const text = some.join('');
        const offset = at % (text.length + 1);
        // No cursor stands within a line end or before a byte order mark.
        fc.pre(text.slice(offset - 1, offset + 1) !== '\r\n' && !(offset === 0 && text.startsWith('\uFEFF')));
        const context = assistContext({ 'a.yaml': text }, shopCatalogue);
        const cursor = { file: 'a.yaml', offset };
        const { items } = assist(context, { assist: 'completion', ...cursor });
        expect(items.length).toBeLessThanOrEqual(200);
        for (const { range, insert, edits = [] } of items) {
          expect(range.start).toBeLessThanOrEqual(offset);
          expect(range.end).toBeGreaterThanOrEqual(offset);
          expect(text.slice(range.start, range.end)).not.toContain('\n');
          // Throws when they overlap.
          applyEdits(text, [...edits, { ...range, text: expandSnippet(insert).text }]);
        }
        assist(context, { assist: 'hover', ...cursor });
        assist(context, { assist: 'definition', ...cursor });
        assist(context, { assist: 'references', ...cursor, withDefinition: true });
        assist(context, { assist: 'rename-target', ...cursor });
        assist(context, { assist: 'outline', file: 'a.yaml' });
        assist(context, { assist: 'format', file: 'a.yaml' });
      }),
      { numRuns: runCount() },
    );
  });

  it('takes time in proportion to the text', () => {
    const hostile = [
      '{'.repeat(10_000),
      '- '.repeat(10_000),
      'a: "\n'.repeat(5_000),
      ' '.repeat(100_000),
      'a: [\n'.repeat(3_000),
    ];
    const deeper = (line: string) => Array.from({ length: 1000 }, (_, i) => ' '.repeat(i) + line).join('\n');
    for (const text of [...hostile, deeper('a: "'), deeper('a: ['), deeper('a: []'), deeper('- >')]) {
      const context = assistContext({ 'a.yaml': text }, shopCatalogue);
      const before = performance.now();
      assist(context, { assist: 'completion', file: 'a.yaml', offset: text.length });
      assist(context, { assist: 'outline', file: 'a.yaml' });
      assist(context, { assist: 'hover', file: 'a.yaml', offset: text.length >> 1 });
      expect(performance.now() - before).toBeLessThan(2000);
    }
  });
});

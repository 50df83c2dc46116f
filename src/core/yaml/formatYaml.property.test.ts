import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../text/textEdit.ts';
import { formatYaml } from './formatYaml.ts';
import { parseYaml } from './parseYaml.ts';
import { runCount, styledDocuments } from './styledYaml.property.ts';

describe('formatting documents in any style', () => {
  it('changes neither value nor comments, is done after one go, and is seldom refused', () => {
    const tally = { done: 0, refused: 0 };
    fc.assert(
      fc.property(styledDocuments, ({ text, comments }) => {
        const tree = parseYaml(text);
        const result = formatYaml(tree);
        if ('refused' in result) {
          tally.refused++;
          return;
        }
        tally.done++;
        const formatted = applyEdits(text, result.edits);
        const after = parseYaml(formatted);
        expect(after.isBroken).toBe(false);
        expect(after.value).toEqual(tree.value);
        const found = comments.map((comment) => formatted.indexOf(comment.text));
        expect(found.every((at) => at >= 0)).toBe(true);
        expect(found.toSorted((a, b) => a - b).length).toBe(comments.length);
        expect(wordsOf(formatted)).toEqual(wordsOf(text));
        expect(formatYaml(after)).toEqual({ edits: [] });
      }),
      { numRuns: runCount() },
    );
    console.log(`formatted ${tally.done}, refused ${tally.refused}`);
    expect(tally.done).toBeGreaterThan(tally.refused * 9);
  });

  it('never throws, whatever the text', () => {
    const part = fc.constantFrom(
      'a: ',
      '- ',
      '  ',
      '\n',
      '# c',
      '|',
      '>-',
      '{',
      '}',
      '[',
      ',',
      '"',
      "'",
      '&x ',
      '*x',
      '? ',
      '!t ',
      '\t',
      'b',
      '\r\n',
      '---\n',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const tree = parseYaml(text);
        const result = formatYaml(tree);
        if ('refused' in result) expect(result.refused).not.toBe('');
        else expect(parseYaml(applyEdits(text, result.edits)).value).toEqual(tree.value);
      }),
      { numRuns: runCount() },
    );
  });
});

/** The text's words, line by line; only white space at the rims may differ. */
function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

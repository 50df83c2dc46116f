import { describe, expect, it } from 'vitest';
import { shortenDocs, shortenText } from './shortenDocs.ts';

const long = 'word '.repeat(60).trim();

describe('shortenText', () => {
  it('keeps what is short', () => {
    expect(shortenText('A tail. Or two.')).toBe('A tail. Or two.');
  });

  it('ends behind the last sentence that fits', () => {
    const first = 'A tail keeps a kite steady, e.g. in gusts of wind.';
    expect(shortenText(`${first} And ${long}.`)).toBe(first);
    expect(shortenText(`A title that stands alone, as a paragraph of its own\n\n${long}.`)).toBe(
      'A title that stands alone, as a paragraph of its own',
    );
  });

  it('ends behind a word when no sentence fits', () => {
    const short = shortenText(`Tails, i.e. strings ${long}`);
    expect(short.length).toBeLessThanOrEqual(242);
    expect(short).toMatch(/word …$/);
  });
});

describe('shortenDocs', () => {
  it('shortens at every depth, and changes nothing else', () => {
    const field = {
      type: 'string',
      maxLength: 3,
      doc: `Short one of more than forty characters here. ${long}`,
    } as const;
    const short = { type: 'string', maxLength: 3, doc: 'Short one of more than forty characters here.' };
    expect(
      shortenDocs({ properties: { doc: field }, items: field, values: field, required: ['doc'] }),
    ).toEqual({
      properties: { doc: short },
      items: short,
      values: short,
      required: ['doc'],
    });
  });
});

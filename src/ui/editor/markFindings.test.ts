import { describe, expect, it } from 'vitest';
import { wrapWords } from './markFindings.ts';

describe('wrapWords', () => {
  it('breaks between words and never within them', () => {
    expect(wrapWords('the way out is to name it', 10)).toBe('the way\nout is to\nname it');
    expect(wrapWords('averyverylongword and more', 6)).toBe('averyverylongword\nand\nmore');
    expect(wrapWords('', 6)).toBe('');
  });
});

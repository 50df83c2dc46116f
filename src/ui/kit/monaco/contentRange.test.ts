import { describe, expect, it } from 'vitest';
import { contentRange } from './contentRange.ts';

describe('contentRange', () => {
  const cut = (text: string) => {
    const { start, end } = contentRange(text);
    return text.slice(start, end);
  };
  it.each([
    ['---\nkind: A\n\n\n', 'kind: A'],
    ['\uFEFF---\r\n\r\nkind: A\r\n', 'kind: A'],
    ['--- # note\nkind: A\n', '--- # note\nkind: A'],
    ['  \nkind: A', 'kind: A'],
    ['---\n', ''],
    ['', ''],
  ])('%j is %j', (text, inner) => {
    expect(cut(text)).toBe(inner);
  });
});

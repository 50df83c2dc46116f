import { describe, expect, it } from 'vitest';
import { canBeNoted, madeWith, madeWithComment } from './madeWith.ts';

describe('madeWith', () => {
  it('reads back what was noted', () => {
    const plain = { pattern: 'canary' };
    const guided = { pattern: 'jwt', guide: 'authentication', answers: ['no', 'stateless'] };
    expect(madeWithComment(guided)).toBe('# traffic-studio: pattern jwt guide authentication: no, stateless');
    const text = `${madeWithComment(plain)}\r\na: 1\n  ${madeWithComment(guided)}\n  b: 2\n`;
    expect(madeWith(text)).toEqual([plain, guided]);
    expect(madeWith(`--- ${madeWithComment(plain)}\nx: 1`)).toEqual([plain]);
  });

  it('reads nothing else', () => {
    expect(
      madeWith('# traffic-studio: ignore TS104 why\n# pattern canary\nkey: "# traffic-studio: pattern a"'),
    ).toEqual([]);
  });

  it('knows what can be noted', () => {
    expect(canBeNoted({ id: 'tls-issuer', answers: ['a', 'b-2'] })).toBe(true);
    expect(canBeNoted({ id: 'tls', answers: ['a, b'] })).toBe(false);
    expect(canBeNoted({ id: 'tls', answers: ['a\nb'] })).toBe(false);
  });
});

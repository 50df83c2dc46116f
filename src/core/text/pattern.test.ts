import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { compilePattern } from './pattern.ts';

function test(pattern: string, text: string): boolean {
  const compiled = compilePattern(pattern);
  if ('error' in compiled) throw new Error(compiled.error);
  return compiled.test(text);
}

describe('compilePattern', () => {
  it('finds a pattern anywhere unless it is anchored, and ends the text at $', () => {
    expect(test('b+', 'abbc')).toBe(true);
    expect(test('^b+$', 'abbc')).toBe(false);
    expect(test('^a$', 'a\n')).toBe(false);
    expect(test('^\\d$', '٣')).toBe(false);
    expect(test('(?i)^abc$', 'ABC')).toBe(true);
    expect(test('^.$', '😀')).toBe(true);
  });

  it('says what is wrong with a pattern that RE2 does not have', () => {
    for (const source of ['(', 'a(?=b)', '(a)\\1', 'a{2000}']) {
      expect(compilePattern(source), source).toHaveProperty('error');
    }
  });

  it('compiles a source once', () => {
    expect(compilePattern('^x$')).toBe(compilePattern('^x$'));
  });

  it('answers the same when asked again, also after many other texts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 }), { minLength: 1, maxLength: 40 }), (texts) => {
        const source = '^[a-z]*[0-9 ]?$';
        const direct = RE2JS.compile(source);
        for (const text of [...texts, ...texts]) expect(test(source, text)).toBe(direct.test(text));
      }),
    );
  });

  it('takes no longer than the text is long, whatever the pattern', () => {
    const text = `${'a'.repeat(20_000)}!`;
    const began = performance.now();
    for (const source of ['^(a+)+$', '^(a|aa)+$', '^(a|a)*b$', '(a*)*c'])
      expect(test(source, text)).toBe(false);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('forgets old texts rather than grow', () => {
    for (let i = 0; i < 5000; i++) expect(test('^n[0-9]+$', `n${i}`)).toBe(true);
    expect(test('^n[0-9]+$', 'n0')).toBe(true);
  });
});

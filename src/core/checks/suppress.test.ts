import { describe, expect, it } from 'vitest';
import type { Finding } from '../analysis.ts';
import { suppress, suppressionComment } from './suppress.ts';

function finding(text: string, at: string, code = 'TS104'): Finding {
  const start = text.indexOf(at);
  return {
    code,
    severity: 'error',
    message: 'Something.',
    place: { file: 'a.yaml', document: 0, path: [] },
    range: { start, end: start + at.length },
  };
}

function reasonOf(text: string, at: string, code?: string): string | undefined {
  return suppress([finding(text, at, code)], text)[0]?.suppressed?.reason;
}

describe('suppress', () => {
  it.each([
    ['on the line', 'a: 1\nb: 2 # traffic-studio: ignore TS104 for a while\n', 'b', 'for a while'],
    ['above the line', 'a: 1\n# traffic-studio: ignore TS104 known\nb: 2\n', 'b', 'known'],
    ['among comments above', '# traffic-studio: ignore TS104: known\n# more\n\tb: 2\n', 'b', 'known'],
    ['without a reason', '  # traffic-studio: ignore TS104\n  b: 2\n', 'b', ''],
    ['with CRLF', '# traffic-studio: ignore TS104 known\r\nb: 2\r\n', 'b', 'known'],
  ])('takes a comment %s', (_what, text, at, reason) => {
    expect(reasonOf(text, at)).toBe(reason);
  });

  it.each([
    ['of another code', '# traffic-studio: ignore TS103 known\nb: 2\n', 'b'],
    ['two lines above', '# traffic-studio: ignore TS104 known\na: 1\nb: 2\n', 'b'],
    ['below', 'b: 2\n# traffic-studio: ignore TS104 known\n', 'b'],
    ['that is no comment of ours', '# ignore TS104\nb: 2\n', 'b'],
  ])('does not take one %s', (_what, text, at) => {
    expect(reasonOf(text, at)).toBeUndefined();
  });

  it('says where the comment is', () => {
    const text = 'a: 1 # traffic-studio: ignore TS104 known  \n';
    const range = suppress([finding(text, 'a')], text)[0]?.suppressed?.range;
    expect(text.slice(range?.start, range?.end)).toBe('# traffic-studio: ignore TS104 known');
  });

  it('reads what it writes, on one line', () => {
    const comment = suppressionComment('TS104', '  set by\n the operator ');
    expect(reasonOf(`b: 2 ${comment}\n`, 'b')).toBe('set by the operator');
  });
});

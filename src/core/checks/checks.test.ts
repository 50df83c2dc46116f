import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../analyse.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { checks } from './registry.ts';

const folder = new URL('./fixtures/', import.meta.url);
/** Codes of checks that are gone; they never come back with another meaning. */
const retired: readonly string[] = [];

interface Expected {
  readonly code: string;
  /** Undefined: anywhere in the file. */
  readonly line: number | undefined;
}

/** `# expect TS012` at the line where the finding begins; `somewhere` where the line does not matter. */
function expectations(text: string): readonly Expected[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/# expect (TS\d{3})( somewhere)?/g)].map(([, code = '', somewhere]) => ({
      code,
      line: somewhere === undefined ? index + 1 : undefined,
    })),
  );
}

function findingsOf(text: string) {
  const analysis = analyse([{ path: 'a.yaml', text }]);
  const lines = new LineIndex(text);
  return analysis.findings.map(({ code, place, range, severity, message }) => {
    const start = analysis.files[0]?.documents[place.document]?.start ?? 0;
    return { code, severity, message, line: lines.positionAt(start + range.start).line };
  });
}

describe('checks', () => {
  it.each(readdirSync(folder))('find in %s exactly what it expects', (file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const expected = expectations(text);
    const found = findingsOf(text);
    const isExpected = (code: string, line: number) =>
      expected.some((each) => each.code === code && (each.line === undefined || each.line === line));
    expect(found.filter(({ code, line }) => !isExpected(code, line))).toEqual([]);
    for (const { code, line } of expected) {
      expect(
        found.some((each) => each.code === code && (line === undefined || each.line === line)),
        `${code} at line ${line}`,
      ).toBe(true);
    }
  });

  it('have unique codes and names, none of them retired', () => {
    for (const field of ['code', 'name'] as const) {
      const values = checks.map((check) => check[field]);
      expect(new Set(values).size).toBe(values.length);
    }
    expect(checks.filter((check) => retired.includes(check.code))).toEqual([]);
  });

  it.each(checks.map((check) => [check.name, check] as const))(
    '%s has a fixture that it hits',
    (name, check) => {
      const text = readFileSync(new URL(`${name}.yaml`, folder), 'utf8');
      expect(findingsOf(text).map(({ code }) => code)).toContain(check.code);
      expect(check.reason).toMatch(/\.$/);
    },
  );
});

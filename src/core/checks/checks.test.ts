import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Analyser, analyse } from '../analyse.ts';
import { guardrails } from './guardrails/registry.ts';
import { checks } from './registry.ts';
import { expectations, withLines } from './testing/expectations.ts';
import { keyOf, takeWayOut } from './testing/takeWayOut.property.ts';

const folder = new URL('./fixtures/', import.meta.url);
/** Codes of checks that are gone; they never come back with another meaning. */
const retired: readonly string[] = [];

const textOf = (name: string) => readFileSync(new URL(`${name}.yaml`, folder), 'utf8');

function findingsOf(text: string) {
  return withLines(text, analyse([{ path: 'a.yaml', text }])).filter(({ code }) => !isGuardrail(code));
}

const isGuardrail = (code: string) => guardrails.some((each) => each.code === code);
const files = readdirSync(folder, { withFileTypes: true }).flatMap((each) =>
  each.isFile() ? [each.name] : [],
);
/** Guardrails have fixtures of their own (guardrails.test.ts): elsewhere what they say does not count. */
const own = checks.filter(({ code }) => !isGuardrail(code));

describe('checks', () => {
  it.each(files)('find in %s exactly what it expects', (file) => {
    const text = textOf(file.replace(/\.yaml$/, ''));
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

  it.each(own.map((check) => [check.name, check] as const))(
    '%s has a fixture that it hits',
    (name, check) => {
      expect(findingsOf(textOf(name)).map(({ code }) => code)).toContain(check.code);
      expect(check.reason).toMatch(/\.$/);
    },
  );

  it('are settled by each of their ways out', () => {
    const ways = own.flatMap(({ name, code }) => {
      const analyser = new Analyser([{ path: 'a.yaml', text: textOf(name) }]);
      const before = analyser.analysis.findings.filter((each) => each.code === code);
      return before.flatMap((finding) =>
        (finding.repairs ?? []).map(({ label }, repair) => {
          const { findings } = analyse([{ path: 'a.yaml', text: takeWayOut(analyser, finding, repair) }]);
          expect(findings.map(keyOf), label).not.toContain(keyOf(finding));
          expect(
            findings.filter((each) => each.code === code),
            label,
          ).toHaveLength(before.length - 1);
          return label;
        }),
      );
    });
    expect(ways).toEqual(['Make a Certificate by Issuer own', 'Put a Backend before the Service']);
  });
});

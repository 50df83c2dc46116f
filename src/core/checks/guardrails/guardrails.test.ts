import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../../scripts/catalogue/loadPacks.ts';
import { Analyser } from '../../analyse.ts';
import type { Analysis } from '../../analysis.ts';
import { commentsOf } from '../../yaml/comments.ts';
import { expectations, withLines } from '../testing/expectations.ts';
import { keyOf, takeWayOut } from '../testing/takeWayOut.property.ts';
import { guardrails } from './registry.ts';

const folder = new URL('../fixtures/guardrails/', import.meta.url);
const judging = { catalogue: readCatalogue() };
const cases = guardrails.map((guardrail) => [guardrail.name, guardrail] as const);

const textOf = (name: string) => readFileSync(new URL(`${name}.yaml`, folder), 'utf8');
const readAnew = (text: string) => new Analyser([{ path: 'a.yaml', text }], { judging });
const ofCode = ({ findings }: Analysis, code: string) => findings.filter((each) => each.code === code);
const errorsIn = ({ findings }: Analysis) => findings.filter(({ severity }) => severity === 'error');

describe('guardrails', () => {
  it('have codes of their own, and every fixture belongs to one', () => {
    for (const { code } of guardrails) expect(code).toMatch(/^TS2\d\d$/);
    expect(readdirSync(folder).sort()).toEqual(guardrails.map(({ name }) => `${name}.yaml`).sort());
  });

  it.each(cases)('%s says why, and where it is documented', (_name, { reason, docs }) => {
    expect(reason).toMatch(/^[A-Z].*\.$/);
    expect(new URL(docs).protocol).toBe('https:');
  });

  it.each(cases)('%s finds exactly what its fixture expects, and leaves the rest alone', (name, { code }) => {
    const text = textOf(name);
    const { analysis } = readAnew(text);
    const expected = expectations(text);
    expect(expected.length).toBeGreaterThan(0);
    expect(errorsIn(analysis).map(({ message }) => message)).toEqual([]);
    const found = withLines(text, analysis).filter((each) => each.code === code);
    expect(found.map(({ line }) => line)).toEqual(expected.map(({ line }) => line));
    for (const { severity } of found) expect(['info', 'warning']).toContain(severity);
    const hit = ofCode(analysis, code).map(({ resource }) =>
      analysis.resources.get(resource ?? ('' as never)),
    );
    const alike = [...analysis.resources.values()].filter(({ kind }) =>
      hit.some((each) => each?.kind === kind),
    );
    expect(
      alike.filter((each) => !hit.includes(each)),
      'a clean one',
    ).not.toEqual([]);
  });

  it.each(cases)(
    '%s is settled by each of its ways out, which add no error and lose no comment',
    (name, { code }) => {
      const text = textOf(name);
      const analyser = readAnew(text);
      const before = ofCode(analyser.analysis, code);
      for (const finding of before) {
        for (const [repair, { label, isRemoval }] of (finding.repairs ?? []).entries()) {
          const after = takeWayOut(analyser, finding, repair);
          const { analysis } = readAnew(after);
          const said = ofCode(analysis, code).map(keyOf);
          expect(said, label).toHaveLength(before.length - 1);
          expect(said, label).not.toContain(keyOf(finding));
          expect(
            errorsIn(analysis).map(({ message }) => message),
            label,
          ).toEqual([]);
          if (isRemoval !== true)
            expect(commentsOf(after), label).toEqual(expect.arrayContaining([...commentsOf(text)]));
        }
      }
    },
  );
});

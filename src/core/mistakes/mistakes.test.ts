import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../scripts/catalogue/loadPacks.ts';
import { type MistakeFixture, mistakeFixtures } from '../../../scripts/testing/mistakeFixtures.ts';
import { JudgedYaml } from '../../../scripts/testing/repairYaml.ts';
import type { Finding } from '../analysis.ts';
import { checks } from '../checks/registry.ts';
import { faultCodes } from '../schema/codes.ts';
import { mistakes } from './registry.ts';

const catalogue = readCatalogue();
const fixtures = mistakeFixtures();
const codes = new Map(mistakes.map(({ name, code }) => [name, code]));

function findingOf({ mistake, fault, at, name }: MistakeFixture, judged: JudgedYaml): Finding {
  const found = judged.faults.find(
    (each) => each.mistake === mistake && each.fault?.fault === fault && each.place.path.join('.') === at,
  );
  if (found === undefined) {
    const told = judged.faults.map(
      ({ code, place, message }) => `${code} ${place.path.join('.')} ${message}`,
    );
    throw new Error(`${name}: no ${fault} at ${at} among:\n${told.join('\n')}`);
  }
  return found;
}

describe('mistakes', () => {
  it('have names and codes of their own, from TS121 on', () => {
    const others = [...Object.values(faultCodes), ...checks].map(({ code }) => code);
    const all = [...others, ...mistakes.map(({ code }) => code)];
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(mistakes.map(({ name }) => name)).size).toBe(mistakes.length);
    for (const { code, name, reason } of mistakes) {
      expect(Number(/^TS(\d{3})$/.exec(code)?.[1]), name).toBeGreaterThanOrEqual(121);
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(reason).toMatch(/^\S.*\.$/);
    }
  });

  it('have a fixture each', () => {
    expect([...new Set(fixtures.map(({ mistake }) => mistake))].sort()).toEqual([...codes.keys()].sort());
  });

  it.each(fixtures)('$name is recognised, said and mended', (fixture) => {
    const judged = new JudgedYaml(fixture.before, catalogue);
    const finding = findingOf(fixture, judged);
    expect(finding.code).toBe(codes.get(fixture.mistake));
    expect(finding.message).toContain(fixture.says);
    expect(finding.message).toMatch(/^\S.*\.$/);
    expect(finding.message).not.toContain('!');
    expect(finding.repairs?.[0]?.label).toBe(fixture.takes);
    if (fixture.takes === undefined) return;
    const mended = judged.take(finding);
    if ('refused' in mended) throw new Error(mended.refused);
    expect(mended.text).toBe(fixture.after);
    expect(mended.faults.map(({ code }) => code)).toEqual(fixture.left);
  });

  it.each(fixtures)('$name is settled by each way out that is offered', (fixture) => {
    const judged = new JudgedYaml(fixture.before, catalogue);
    const finding = findingOf(fixture, judged);
    for (const [i, { label }] of (finding.repairs ?? []).entries()) {
      const mended = judged.take(finding, i);
      expect('refused' in mended ? `${label}: ${mended.refused}` : label).toBe(label);
    }
  });

  it.each(fixtures)('$name is not seen in what its fix leaves', ({ mistake, takes, after }) => {
    if (takes === undefined) return;
    const left = new JudgedYaml(after, catalogue).faults.map((each) => each.mistake);
    expect(left).not.toContain(mistake);
  });

  it('are mended beside one of their kind that somebody lives with', () => {
    const text = `apiVersion: gateway.envoyproxy.io/v1alpha1
kind: SecurityPolicy
metadata: {name: pages}
spec:
  targetRefs:
    - {group: gateway.networking.k8s.io, kind: HTTPRoute, name: shop}
  cors:
    allowOrigins:
      # traffic-studio: ignore TS147 our fork reads it
      - {type: Exact, value: "https://a.example.com"}
      - {type: Exact, value: "https://b.example.com"}
`;
    const judged = new JudgedYaml(text, catalogue);
    const [finding] = judged.faults;
    if (finding === undefined) throw new Error('Nothing is found.');
    const mended = judged.take(finding);
    expect('refused' in mended ? mended.refused : mended.text).toBe(
      text.replace('{type: Exact, value: "https://b.example.com"}', 'https://b.example.com'),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { analyse } from '../../core/analyse.ts';
import { fixOf } from '../kit/findings/findingFix.ts';
import { LineFinder } from '../kit/findings/lineFinder.ts';
import { countSeverities, groupProblems, listProblems } from './problemRows.ts';

const text = `# The way in.
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
  namespace: shop
spec:
  rules:
    - backendRefs:
        - name: gone
          port: 80
        - name: pay
          namespace: money
          port: 9999
---
apiVersion: v1
kind: Service
metadata:
  name: pay
  namespace: money
spec:
  ports:
    - port: 8080
`;
const analysis = analyse([{ path: 'web.yaml', text }]);
const nothing = { text: '', hidden: new Set<never>() };

describe('listProblems', () => {
  it('has the worst first', () => {
    const shown = listProblems(analysis.findings, analysis.resources, nothing);
    const order = shown.map(({ severity }) => severity);
    expect(order.length).toBeGreaterThan(2);
    expect(order.lastIndexOf('error')).toBeLessThan(order.indexOf('warning'));
  });
  it('filters by words in code, message, resource and file, and by severity', () => {
    const find = (words: string) =>
      listProblems(analysis.findings, analysis.resources, { ...nothing, text: words });
    expect(find('gone httproute web.yaml').map(({ code }) => code)).toEqual(['TS012']);
    expect(find('ts014')).toHaveLength(1);
    const hidden = new Set(['error'] as const);
    expect(
      listProblems(analysis.findings, analysis.resources, { text: '', hidden }).some(
        (f) => f.severity === 'error',
      ),
    ).toBe(false);
  });
  it('leaves the findings of the analysis in their order', () => {
    const before = [...analysis.findings];
    listProblems(analysis.findings, analysis.resources, nothing);
    expect(analysis.findings).toEqual(before);
  });
});

describe('groupProblems', () => {
  const listed = listProblems(analysis.findings, analysis.resources, nothing);
  const heads = (by: 'severity' | 'resource' | 'code') =>
    groupProblems(listed, analysis.resources, by).flatMap((row) =>
      row.type === 'group' ? [[row.label, row.count]] : [],
    );
  it('puts findings under heads that count them', () => {
    expect(heads('severity').map(([label]) => label)).toEqual(['Errors', 'Warnings']);
    expect(heads('code').map(([label]) => label)).toContain('TS015');
    expect(heads('resource')).toEqual([['HTTPRoute web', listed.length]]);
    for (const by of ['severity', 'resource', 'code'] as const)
      expect(groupProblems(listed, analysis.resources, by)).toHaveLength(listed.length + heads(by).length);
  });
});

describe('countSeverities', () => {
  it('counts each', () => {
    const counts = countSeverities(analysis.findings);
    expect(counts.error + counts.warning + counts.info).toBe(analysis.findings.length);
  });
});

describe('LineFinder', () => {
  it('counts lines in the file, not in the document', () => {
    const finding = analysis.findings.find(
      ({ code, message }) => code === 'TS012' && message.includes('gone'),
    );
    const lines = new LineFinder(new Map([['web.yaml', text]]), analysis.files);
    expect(finding === undefined ? 0 : lines.lineOf(finding)).toBe(11);
  });
});

describe('fixOf', () => {
  const fixes = analysis.findings.map((finding) => [finding.code, fixOf(finding, analysis.edges)?.label]);
  it('offers to create what is absent and to grant what is not allowed', () => {
    expect(fixes).toContainEqual(['TS012', 'Create the Service']);
    expect(fixes).toContainEqual(['TS015', 'Add the grant']);
  });
  it('offers nothing where no single action helps', () => {
    expect(fixes).toContainEqual(['TS014', undefined]);
  });
});

import { expect, it } from 'vitest';
import { Analyser, analyse } from '../analyse.ts';
import { Library } from '../catalogue/library.ts';
import { createCelEngine } from '../schema/celEngine.ts';

const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.com }
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Widget, plural: widgets }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties: { size: { type: integer } }
              x-kubernetes-validations:
                - { rule: self.size.nobodyKnows(), message: the size is known }
                - { rule: self.size < 10, message: the size is small }
`;

const widget = (name: string, size: number) =>
  `apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: ${name} }\nspec: { size: ${size} }\n`;

function judging() {
  const library = new Library();
  library.define([{ path: 'widgets.yaml', text: definition }]);
  return { catalogue: library.catalogue, cel: createCelEngine() };
}

const text = [widget('a', 1), widget('b', 12), widget('c', 3)].join('---\n');
const said = (analysis: ReturnType<typeof analyse>) =>
  analysis.findings.map(({ code, place, message }) => ({ code, document: place.document, message }));

it('says once for a definition that a rule cannot be checked, with the number of resources', () => {
  const findings = said(analyse([{ path: 'a.yaml', text }], { judging: judging() }));
  expect(findings.map(({ code, document }) => `${code} ${document}`)).toEqual(['TS117 0', 'TS111 1']);
  expect(findings[0]?.message).toMatch(
    /^A rule of the definition of Widget \(example\.com\/v1\) cannot be checked here \(.+\): "the size is known"\. .*any of 3 resources\.$/,
  );
});

it('keeps the finding while nothing about it changes, and counts anew when it does', () => {
  const analyser = new Analyser([{ path: 'a.yaml', text }], { judging: judging() });
  const [first] = analyser.analysis.findings;
  const at = text.indexOf('12');
  analyser.update([{ type: 'edit', path: 'a.yaml', edits: [{ start: 0, end: 0, text: '# a\n' }] }]);
  expect(analyser.analysis.findings.filter(({ code }) => code === 'TS117')).toHaveLength(1);
  analyser.update([{ type: 'edit', path: 'a.yaml', edits: [{ start: at + 4, end: at + 6, text: '"x"' }] }]);
  const [now] = analyser.analysis.findings;
  // What does not fit the structure never gets to the rules.
  expect(now?.message).toContain('any of 2 resources');
  expect(first?.message).toContain('any of 3 resources');
});

it('does not take a rule for checked while there is no engine', () => {
  const { catalogue } = judging();
  const [finding] = said(analyse([{ path: 'a.yaml', text: widget('a', 12) }], { judging: { catalogue } }));
  expect(finding?.code).toBe('TS117');
  expect(finding?.message).toContain('2 rules of the definition');
  expect(finding?.message).toContain('the CEL engine is not loaded');
});

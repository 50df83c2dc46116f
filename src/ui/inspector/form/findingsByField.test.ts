import { describe, expect, it } from 'vitest';
import type { AnalysedResource, Finding } from '../../../core/analysis.ts';
import { pathKey } from '../../../core/forms/fieldPath.ts';
import type { FieldDeclaration } from '../../../core/kinds/form.ts';
import type { Path } from '../../../core/yaml/path.ts';
import { findingsByField } from './findingsByField.ts';

const fields: readonly FieldDeclaration[] = [
  { type: 'texts', path: 'spec.hostnames', label: 'Hostnames' },
  {
    type: 'list',
    path: 'spec.rules',
    label: 'Rules',
    item: 'rule',
    newItem: () => ({}),
    fields: [{ type: 'weights', path: 'backendRefs', label: 'Backends', reference: 'backendRef' }],
  },
];

const resource = {
  id: 'x',
  place: { file: 'a.yaml', document: 0, path: ['items', 2] },
} as unknown as AnalysedResource;

function finding(path: Path): Finding {
  return {
    resource: 'x',
    place: { file: 'a.yaml', document: 0, path: ['items', 2, ...path] },
  } as unknown as Finding;
}

describe('findingsByField', () => {
  it('gives a finding to the innermost field', () => {
    const inBackend = finding(['spec', 'rules', 1, 'backendRefs', 0, 'port']);
    const inRule = finding(['spec', 'rules', 0, 'timeouts']);
    const inHost = finding(['spec', 'hostnames', 3]);
    const elsewhere = finding(['spec', 'unknown']);
    const { byField, rest } = findingsByField(resource, [inBackend, inRule, inHost, elsewhere], fields);
    expect(byField.get(pathKey(['spec', 'rules', 1, 'backendRefs']))).toEqual([inBackend]);
    expect(byField.get(pathKey(['spec', 'rules', 0]))).toEqual([inRule]);
    expect(byField.get(pathKey(['spec', 'hostnames']))).toEqual([inHost]);
    expect(rest).toEqual([elsewhere]);
  });
});

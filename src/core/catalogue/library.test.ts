import { describe, expect, it } from 'vitest';
import { loadPacks } from '../../../scripts/catalogue/loadPacks.ts';
import { Library } from './library.ts';

const { index, packs } = loadPacks();
const kiosk = (release: string, plural = 'kiosks') => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: ${plural}.fair.example, labels: {app.kubernetes.io/version: ${release}}}
spec:
  group: fair.example
  scope: Namespaced
  names: {kind: Kiosk, plural: ${plural}}
  versions:
    - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
    - {name: v0, served: false, storage: false, schema: {openAPIV3Schema: {type: object}}}
`;
const route = { group: 'gateway.networking.k8s.io', version: 'v1', kind: 'HTTPRoute' };
const stateOf = (library: Library, { group, version, kind } = route) =>
  library.catalogue.find(group, version, kind).state;

describe('Library', () => {
  it('knows nothing before the index, wants packs before they are there, and then knows their kinds', () => {
    const library = new Library();
    expect(library.isReady).toBe(false);
    library.takeIndex(index);
    expect(library.isReady).toBe(true);
    expect(library.wants([route, route])).toEqual(['gateway.networking.k8s.io']);
    for (const pack of packs) library.takePack(pack);
    expect(library.wants([route])).toEqual([]);
    expect(stateOf(library)).toBe('known');
  });

  it('makes a new catalogue only when something of it changed', () => {
    const library = new Library();
    library.takeIndex(index);
    const first = library.catalogue;
    library.choose('standard');
    expect(library.catalogue).toBe(first);
    library.choose('experimental');
    const second = library.catalogue;
    expect(second).not.toBe(first);
    const files = [{ path: 'a.yaml', text: kiosk('v1.0.0') }];
    library.define(files);
    const third = library.catalogue;
    expect(third).not.toBe(second);
    library.define([...files]);
    expect(library.catalogue).toBe(third);
  });

  it('lists definitions with their release, where they are from and what is served', () => {
    const library = new Library();
    library.takeIndex(index);
    library.define([{ path: 'fair.yaml', text: kiosk('v1.0.0') }]);
    expect(library.report.definitions).toEqual([
      {
        name: 'kiosks.fair.example',
        source: 'fair.yaml',
        group: 'fair.example',
        kind: 'Kiosk',
        versions: ['v1'],
        release: 'v1.0.0',
      },
    ]);
    expect(stateOf(library, { group: 'fair.example', version: 'v1', kind: 'Kiosk' })).toBe('known');
    library.define([]);
    expect(library.report.definitions).toEqual([]);
    expect(stateOf(library, { group: 'fair.example', version: 'v1', kind: 'Kiosk' })).not.toBe('known');
  });

  it('takes the later of two definitions of a kind', () => {
    const library = new Library();
    library.define([
      { path: 'old.yaml', text: kiosk('v1.0.0') },
      { path: 'new.yaml', text: kiosk('v2.0.0') },
    ]);
    expect(library.report.definitions.map(({ source, release }) => [source, release])).toEqual([
      ['new.yaml', 'v2.0.0'],
    ]);
  });

  it('says what of a file could not be used, and uses the rest', () => {
    const library = new Library();
    library.define([{ path: 'mixed.yaml', text: `a: [\n---\n${kiosk('v1.0.0')}` }]);
    expect(library.report.definitions).toHaveLength(1);
    expect(library.report.problems).toEqual([{ source: 'mixed.yaml', message: expect.any(String) }]);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Catalogue, CatalogueKind } from '../../src/core/catalogue/catalogue.ts';
import { Library } from '../../src/core/catalogue/library.ts';
import { createCelEngine } from '../../src/core/schema/celEngine.ts';
import { isAccepted, judge } from '../../src/core/schema/judge.ts';
import { readCatalogue } from '../catalogue/loadPacks.ts';

/** What the server says of a resource with this spec. */
export interface SpecCase {
  readonly name: string;
  /** `keda.sh/v1alpha1/ScaledObject`. */
  readonly kind: string;
  readonly spec: unknown;
  /** Where faults are, below the spec: `rules.0.name`. None when the server takes it. */
  readonly places: readonly string[];
}

const crdFolder = path.resolve(import.meta.dirname, '../../../shared/crds');

/**
 * Tests of an overlay: each case by the built-in catalogue, with the exact places, and accepted or refused alike by the
 * CRDs of a release where they are at hand (`keda-v2.20.2`).
 */
export function testSpecCases(cases: readonly SpecCase[], release: string): void {
  const catalogue = readCatalogue();
  test.each(cases)('$kind: $name', ({ kind, spec, places }) => {
    const { faults } = judge(kindOf(catalogue, kind), resourceOf(kind, spec));
    const found = faults.map((fault) => fault.path.join('.').replace(/^spec\.?/, ''));
    expect(found.sort()).toEqual([...places].sort());
  });
  const folder = path.join(crdFolder, release);
  test('the CRDs of the release say the same', ({ skip }) => {
    if (!existsSync(folder)) {
      console.log('skipped: no corpus');
      skip();
    }
    const crds = readCrdFolder(folder);
    const cel = createCelEngine();
    const others = cases.filter(({ kind, spec, places }) => {
      const verdict = judge(kindOf(crds, kind), resourceOf(kind, spec), { cel });
      expect(verdict.notChecked).toEqual([]);
      return isAccepted(verdict) !== (places.length === 0);
    });
    expect(others).toEqual([]);
  });
}

function resourceOf(kind: string, spec: unknown): unknown {
  const [group, version, name] = kind.split('/');
  const resource = { apiVersion: `${group}/${version}`, kind: name, metadata: { name: 'example' }, spec };
  // In a case, `undefined` takes a field away from what is spread before it.
  return JSON.parse(JSON.stringify(resource));
}

function kindOf(catalogue: Catalogue, kind: string): CatalogueKind {
  const [group = '', version = '', name = ''] = kind.split('/');
  const found = catalogue.find(group, version, name);
  if (found.state !== 'known') throw new Error(`The catalogue has no ${kind}: ${found.state}.`);
  return found.kind;
}

function readCrdFolder(folder: string): Catalogue {
  const library = new Library();
  library.define(
    readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => ({ path: file, text: readFileSync(path.join(folder, file), 'utf8') })),
  );
  return library.catalogue;
}

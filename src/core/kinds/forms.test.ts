import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testContext } from '../actions/testContext.ts';
import { Catalogue, type CatalogueKind } from '../catalogue/catalogue.ts';
import type { Pack, PackIndex } from '../catalogue/pack.ts';
import { kinds } from './registry.ts';
import { emptyContext } from './testing/contexts.ts';
import { driveForm } from './testing/driveForm.property.ts';
import type { Trial } from './testing/formTrial.property.ts';
import type { KindDefinition } from './types.ts';

const folder = new URL('../../../generated/catalogue/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const packs = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'index.json');
const catalogue = new Catalogue({
  index: read('index.json') as PackIndex,
  packs: packs.map((name) => read(name) as Pack),
  crds: [],
  channel: 'standard',
});

function catalogueKind({ group, versions, kind }: KindDefinition): CatalogueKind {
  const found = catalogue.find(group, versions[0] ?? '', kind);
  if (found.state !== 'known') throw new Error(`${kind} is ${found.state}`);
  return found.kind;
}

/**
 * What a form cannot know: the volume that a mount names, the content of a Secret, the name that a Service stands for, and
 * that a hostname is not wanted any more. Findings say so beside the fields.
 */
const needsMore = /volumeMounts$|^Service spec$|^Secret $|^ListenerSet spec\.listeners\[0\]$/;

describe('every field of every form, set and unset', () => {
  it.each(kinds.map((each) => [each.kind, each] as const))('%s', (_, definition) => {
    const text = definition.template(emptyContext(definition));
    const [id] = testContext({ 'a.yaml': text }).analysis.resources.keys();
    if (id === undefined) throw new Error('the template makes no resource');
    const trial: Trial = {
      definition,
      kind: catalogueKind(definition),
      id,
      needsMore,
      driven: 0,
      problems: [],
    };
    driveForm(trial, text);
    expect(trial.problems).toEqual([]);
    expect(trial.driven).toBeGreaterThan(0);
  });
});

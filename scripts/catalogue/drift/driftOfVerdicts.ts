/**
 * Judges resources by the built-in catalogue and by CRDs: valid ones from a folder of manifests, each changed at random
 * many times. The same seed makes the same changes. Where the verdicts differ, a rule of ours and one of the CRD do not
 * say the same.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Catalogue, type CatalogueKind } from '../../../src/core/catalogue/catalogue.ts';
import type { Pack } from '../../../src/core/catalogue/pack.ts';
import type { Channel } from '../../../src/core/catalogue/schema.ts';
import { Shape } from '../../../src/core/catalogue/shape.ts';
import type { CelEngine } from '../../../src/core/schema/cel.ts';
import { isAccepted, judge } from '../../../src/core/schema/judge.ts';
import { Random } from '../../../src/core/schema/testing/random.ts';
import { splitDocuments } from '../../../src/core/workspace/splitDocuments.ts';
import { parseYaml } from '../../../src/core/yaml/parseYaml.ts';
import { compareVerdicts } from '../../testing/differential/compareVerdicts.ts';
import type { Contest, Resource } from '../../testing/differential/contests.ts';
import { describeDifferences } from '../../testing/differential/describeDifferences.ts';
import { indexOf } from '../buildCatalogue.ts';
import type { Definition } from './readDefinitions.ts';

export interface VerdictDrift {
  readonly judged: number;
  readonly agreed: number;
  /** Each distinct difference, for a terminal. */
  readonly lines: readonly string[];
}

export interface VerdictOptions {
  /** Where valid resources are: YAML files, in folders of any depth. */
  readonly samples: string;
  /** How often the resources of each kind are changed and judged. */
  readonly perKind: number;
  readonly seed: number;
  readonly cel: CelEngine;
}

/** Kinds without a valid resource in the folder are left out. */
export function compareAllVerdicts(
  packs: readonly Pack[],
  definitions: readonly Definition[],
  { samples, perKind, seed, cel }: VerdictOptions,
): VerdictDrift {
  const resources = resourcesBelow(samples);
  const random = new Random(seed);
  const contests = definitions.flatMap((definition) => contestOf(packs, definition, resources, cel) ?? []);
  const compared = contests.map((contest) => ({
    name: `${contest.name} (${contest.channel})`,
    differences: compareVerdicts(contest, { count: perKind }, random, cel),
  }));
  const judged = contests.length * perKind;
  return {
    judged,
    agreed: judged - compared.reduce((sum, { differences }) => sum + differences.length, 0),
    lines: describeDifferences(compared),
  };
}

function contestOf(
  packs: readonly Pack[],
  definition: Definition,
  resources: readonly Resource[],
  cel: CelEngine,
): Contest | undefined {
  const { group, version, kind, plural, scope, channel = 'standard', served } = definition;
  const builtIn = builtInKind(packs, definition, channel);
  if (builtIn === undefined || !served) return undefined;
  const crd: CatalogueKind = {
    ...{ group, version, kind, plural, scope },
    origin: { type: 'crd', source: kind },
    shape: new Shape(definition.schema, {}, channel),
  };
  const apiVersion = `${group}/${version}`;
  const valid = resources.filter(
    (each) => each.kind === kind && each.apiVersion === apiVersion && isAccepted(judge(crd, each, { cel })),
  );
  return valid.length === 0
    ? undefined
    : { name: `${apiVersion} ${kind}`, channel, builtIn, crd, samples: valid };
}

function builtInKind(
  packs: readonly Pack[],
  { group, version, kind }: Definition,
  channel: Channel,
): CatalogueKind | undefined {
  const found = new Catalogue({ index: indexOf(packs), packs, crds: [], channel }).find(group, version, kind);
  return found.state === 'known' ? found.kind : undefined;
}

function resourcesBelow(folder: string): readonly Resource[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ya?ml$/.test(file))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      return splitDocuments(text).map(({ start, end }) => parseYaml(text.slice(start, end)).value);
    })
    .filter(isResource);
}

function isResource(value: unknown): value is Resource {
  const { apiVersion, kind } = (value ?? {}) as Partial<Record<string, unknown>>;
  return typeof apiVersion === 'string' && typeof kind === 'string';
}

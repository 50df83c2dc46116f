import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue, CatalogueKind } from '../../../src/core/catalogue/catalogue.ts';
import type { Channel } from '../../../src/core/catalogue/channel.ts';
import type { CelEngine } from '../../../src/core/schema/cel.ts';
import { isAccepted, judge } from '../../../src/core/schema/judge.ts';
import { splitDocuments } from '../../../src/core/workspace/splitDocuments.ts';
import { parseYaml } from '../../../src/core/yaml/parseYaml.ts';
import { readCatalogue } from '../../catalogue/loadPacks.ts';
import { crdCatalogue, sharedFolder } from '../loadCrds.ts';
import { splitApiVersion, validityCases } from '../validityCases.ts';
import { groupBy } from './groupBy.ts';

export interface Resource {
  readonly apiVersion: string;
  readonly kind: string;
}

/** A kind as both sides know it, with valid resources of it. */
export interface Contest {
  readonly name: string;
  readonly channel: Channel;
  readonly builtIn: CatalogueKind;
  readonly crd: CatalogueKind;
  readonly samples: readonly Resource[];
}

/** The kinds that both sides serve in a channel. Where the channel makes no difference, one of the two is enough. */
export function contestsOf(channel: Channel, cel: CelEngine): readonly Contest[] {
  const builtIn = readCatalogue(channel);
  const crds = crdCatalogue(channel);
  const samples = groupBy(validResources(), ({ apiVersion, kind }) => `${apiVersion}/${kind}`);
  return [...samples]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, all]) => {
      const [{ apiVersion, kind } = { apiVersion: '', kind: '' }] = all;
      if (channel === 'standard' && !apiVersion.startsWith('gateway.networking.k8s.io/')) return [];
      const [ours, theirs] = [known(builtIn, apiVersion, kind), known(crds, apiVersion, kind)];
      if (ours === undefined || theirs === undefined) return [];
      const valid = all.filter((sample) => isAccepted(judge(theirs, sample, { cel })));
      return valid.length === 0 ? [] : [{ name, channel, builtIn: ours, crd: theirs, samples: valid }];
    });
}

function known(catalogue: Catalogue, apiVersion: string, kind: string): CatalogueKind | undefined {
  const found = catalogue.find(...splitApiVersion(apiVersion), kind);
  return found.state === 'known' ? found.kind : undefined;
}

function validResources(): readonly Resource[] {
  const cases = validityCases().filter(
    ({ expectErrors, operation }) => expectErrors.length === 0 && operation === 'create',
  );
  const folder = path.join(sharedFolder, 'corpus/manifests');
  const { files } = JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')) as {
    files: { file: string; clean: boolean }[];
  };
  const clean = files
    .filter((each) => each.clean)
    .flatMap(({ file }) => resourcesOf(readFileSync(path.join(folder, file), 'utf8')));
  return [...cases.map(({ object }) => object as unknown as Resource), ...clean];
}

function resourcesOf(text: string): readonly Resource[] {
  return splitDocuments(text).flatMap(({ start, end }) => {
    const value = parseYaml(text.slice(start, end)).value as
      | (Resource & { items?: Resource[] })
      | null
      | undefined;
    return value?.kind === 'List' ? (value.items ?? []) : (value ?? []);
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CrdKinds } from '../../../src/core/catalogue/catalogue.ts';
import { readCrds } from '../../../src/core/catalogue/readCrd.ts';
import type { Channel, Schema } from '../../../src/core/catalogue/schema.ts';
import { splitDocuments } from '../../../src/core/workspace/splitDocuments.ts';
import { parseYaml } from '../../../src/core/yaml/parseYaml.ts';

/** One version of a CRD. */
export interface Definition extends Pick<CrdKinds, 'group' | 'kind' | 'plural' | 'scope'> {
  readonly version: string;
  readonly served: boolean;
  readonly storage: boolean;
  /** The release channel that it says it is of (Gateway API). */
  readonly channel: Channel | undefined;
  readonly schema: Schema;
}

export interface ReadDefinitions {
  readonly definitions: readonly Definition[];
  /** What could not be read, with the file. */
  readonly problems: readonly string[];
}

/** Every CRD version in the YAML files of a folder and the folders below it, in the order of the paths. */
export function readDefinitions(folder: string): ReadDefinitions {
  const read = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ya?ml$/.test(file))
    .sort()
    .flatMap((file) => documentsOf(path.join(folder, file)));
  return {
    definitions: read.flatMap(({ definitions }) => definitions),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function documentsOf(file: string): ReadDefinitions[] {
  const text = readFileSync(file, 'utf8');
  return splitDocuments(text).map(({ start, end }) => {
    const tree = parseYaml(text.slice(start, end));
    if (tree.isEmpty) return { definitions: [], problems: [] };
    const { crds, problems } = readCrds(tree.value, file);
    const channel = channelOf(tree.value);
    return {
      definitions: crds.flatMap(({ versions, group, kind, plural, scope }) =>
        versions.map((version) => ({ group, kind, plural, scope, channel, ...version })),
      ),
      problems: problems.map(({ message }) => `${file}: ${message}`),
    };
  });
}

function channelOf(value: unknown): Channel | undefined {
  const { metadata } = value as { metadata?: { annotations?: Readonly<Record<string, unknown>> } };
  const said = metadata?.annotations?.['gateway.networking.k8s.io/channel'];
  return said === 'standard' || said === 'experimental' ? said : undefined;
}

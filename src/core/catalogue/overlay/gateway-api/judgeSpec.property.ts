import { readFileSync } from 'node:fs';
import { judge } from '../../../schema/judge.ts';
import { Catalogue } from '../../catalogue.ts';
import type { Channel } from '../../channel.ts';
import type { Pack, PackIndex } from '../../pack.ts';

export type Spec = Readonly<Record<string, unknown>>;

/** A spec with one fault, and the same without it. */
export interface RuleCase {
  readonly of: string;
  readonly kind: string;
  /** `gateway.networking.k8s.io/v1` unless said. */
  readonly apiVersion?: string;
  /** `standard` unless said. */
  readonly channel?: Channel;
  readonly bad: Spec;
  /** Where the fault is. */
  readonly at: string;
  readonly good: Spec;
}

const folder = new URL('../../../../../generated/catalogue/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const groups = ['gateway.networking', 'inference.networking'].flatMap((group) => [
  `${group}.k8s.io`,
  `${group}.x-k8s.io`,
]);
const packs = groups.map((name) => read(`${name}.json`) as Pack);
const index = read('index.json') as PackIndex;

/** The packs as they were built, in both channels. */
export const catalogues = {
  standard: new Catalogue({ index, packs, crds: [], channel: 'standard' }),
  experimental: new Catalogue({ index, packs, crds: [], channel: 'experimental' }),
};

/** What is wrong with a resource of this spec: the kind of each fault, and where. With `old`, it is an update. */
export function judgeSpec(channel: Channel, apiVersion: string, kind: string, spec: Spec, old?: Spec) {
  const [group = '', version = ''] = apiVersion.split('/');
  const found = catalogues[channel].find(group, version, kind);
  if (found.state !== 'known') throw new Error(`${apiVersion} ${kind} is ${found.state}`);
  const metadata = { name: 'a', ...(found.kind.scope === 'cluster' ? {} : { namespace: 'b' }) };
  const resource = { apiVersion, kind, metadata, spec };
  const update = { operation: 'update', old: { ...resource, spec: old } } as const;
  const { faults } = judge(found.kind, resource, old === undefined ? {} : update);
  return faults.map(({ fault, path }) => ({ fault, at: path.join('.') }));
}

/** The places of the faults of both specs of a case. */
export function judgeCase({
  kind,
  apiVersion = 'gateway.networking.k8s.io/v1',
  channel = 'standard',
  bad,
  good,
}: RuleCase) {
  const places = (spec: Spec) => judgeSpec(channel, apiVersion, kind, spec).map(({ at }) => at);
  return { bad: places(bad), good: places(good) };
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Channel } from '../../src/core/catalogue/channel.ts';
import { sharedFolder } from './loadCrds.ts';

/** One case of upstream's tests of their schemas and rules. */
export interface ValidityCase {
  readonly id: string;
  readonly channel: 'any' | Channel;
  readonly operation: 'create' | 'update' | 'updateStatus';
  readonly kind: string;
  readonly apiVersion: string;
  readonly object: Readonly<Record<string, unknown>>;
  readonly oldObject?: Readonly<Record<string, unknown>>;
  /** Parts of what the server says. Empty: it accepts. */
  readonly expectErrors: readonly string[];
}

/** Every case of every project. */
export function validityCases(): readonly ValidityCase[] {
  const folder = path.join(sharedFolder, 'corpus/validity');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as ValidityCase[]);
}

/** `gateway.networking.k8s.io/v1` as group and version; the core group is empty. */
export function splitApiVersion(apiVersion: string): readonly [group: string, version: string] {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? ['', apiVersion] : [apiVersion.slice(0, slash), apiVersion.slice(slash + 1)];
}

import type { AnalysedResource } from '../../analysis.ts';
import { readList, readNumber, readText } from '../../kinds/reading.ts';
import { backend } from '../../kinds/targets.ts';
import type { Path } from '../../yaml/path.ts';
import type { Facts } from '../types.ts';
import { isExternalHost } from './hostnames.ts';
import { isOf } from './kinds.ts';

/** An address outside the cluster. */
export interface ExternalHost {
  readonly path: Path;
  readonly hostname: string;
  readonly port: number | undefined;
}

/** The addresses of a Backend that are outside the cluster. */
export function externalHostsOf({ value }: AnalysedResource): readonly ExternalHost[] {
  return readList(value, 'spec', 'endpoints').flatMap((endpoint, index) => {
    const hostname = readText(endpoint, 'fqdn', 'hostname');
    if (hostname === undefined || !isExternalHost(hostname)) return [];
    const path = ['spec', 'endpoints', index, 'fqdn'];
    return [{ path, hostname, port: readNumber(endpoint, 'fqdn', 'port') }];
  });
}

/** The address of the provider behind an AIServiceBackend, where its Backend is in the workspace. */
export function providerOf(service: AnalysedResource, facts: Facts): ExternalHost | undefined {
  for (const { role, to } of facts.edgesFrom(service.id)) {
    const target = role === 'sends-to' ? facts.resource(to) : undefined;
    if (target !== undefined && isOf(target, backend)) return externalHostsOf(target)[0];
  }
  return undefined;
}

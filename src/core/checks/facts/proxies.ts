import type { AnalysedResource } from '../../analysis.ts';
import { isSet, readMap, readNumber } from '../../kinds/reading.ts';
import { envoyProxy, gatewayClass } from '../../kinds/targets.ts';
import type { Facts } from '../types.ts';
import { isOf } from './kinds.ts';

/** How many proxies run behind a Gateway. */
export interface ProxyCount {
  readonly least: number;
  readonly most: number;
  /** The EnvoyProxy that says so. */
  readonly by: AnalysedResource;
}

/** What the EnvoyProxy of a Gateway, or else of its class, says; undefined where none is in the workspace. */
export function proxiesOf(gateway: AnalysedResource, facts: Facts): ProxyCount | undefined {
  const by = settingsOf(gateway, facts) ?? settingsOf(classOf(gateway, facts), facts);
  if (by === undefined) return undefined;
  const kubernetes = readMap(by.value, 'spec', 'provider', 'kubernetes');
  if (isSet(kubernetes, 'envoyDaemonSet')) return { least: 2, most: Number.POSITIVE_INFINITY, by };
  const replicas = readNumber(kubernetes, 'envoyDeployment', 'replicas') ?? 1;
  if (!isSet(kubernetes, 'envoyHpa')) return { least: replicas, most: replicas, by };
  const least = readNumber(kubernetes, 'envoyHpa', 'minReplicas') ?? 1;
  return { least, most: readNumber(kubernetes, 'envoyHpa', 'maxReplicas') ?? least, by };
}

function settingsOf(holder: AnalysedResource | undefined, facts: Facts): AnalysedResource | undefined {
  const edge = holder && facts.edgesFrom(holder.id).find(({ reference }) => reference === 'parametersRef');
  const settings = edge && facts.resource(edge.to);
  return settings !== undefined && isOf(settings, envoyProxy) ? settings : undefined;
}

function classOf(gateway: AnalysedResource, facts: Facts): AnalysedResource | undefined {
  const edge = facts
    .edgesFrom(gateway.id)
    .find(({ target }) => target.kind === gatewayClass.kind && target.group === gatewayClass.group);
  return edge && facts.resource(edge.to);
}

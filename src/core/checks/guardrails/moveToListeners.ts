import { isMap, readTexts } from '../../kinds/reading.ts';
import type { Repair, RepairStep } from '../../schema/fault.ts';
import { valueAt } from '../../yaml/path.ts';
import type { Plain } from '../../yaml/types.ts';
import { coversHost } from '../facts/hostnames.ts';
import { type Attached, type Listener, letsIn } from '../facts/listeners.ts';
import type { Facts } from '../types.ts';

type Elsewhere = NonNullable<Repair['elsewhere']>[number];

/**
 * The steps by which a route's parentRef names those of the listeners that would take it, one reference each, in place of
 * what it names now. Undefined where none of them would.
 */
export function moveToListeners(
  { route, edge }: Attached,
  listeners: readonly Listener[],
  facts: Facts,
): Elsewhere | undefined {
  const names = listeners.flatMap((each) =>
    each.holder.id === edge.to && takesHost(each, readTexts(route.value, 'spec', 'hostnames'))
      ? letsIn(each, route.namespace, facts)
        ? (each.name ?? [])
        : []
      : [],
  );
  const reference = valueAt(route.value, edge.path);
  const index = edge.path.at(-1);
  if (names.length === 0 || !isMap(reference) || typeof index !== 'number') return undefined;
  const taken = new Set(
    facts
      .edgesFrom(route.id)
      .flatMap(({ to, id, target }) => (to === edge.to && id !== edge.id ? (target.sectionName ?? []) : [])),
  );
  const [first, ...rest] = names.filter((name) => !taken.has(name));
  if (first === undefined) return { resource: route.id, steps: [{ step: 'remove', path: edge.path }] };
  const { port: _, ...parent } = reference as Readonly<Record<string, Plain>>;
  const steps: readonly RepairStep[] = [
    { step: 'set', path: [...edge.path, 'sectionName'], value: first },
    ...(reference.port === undefined ? [] : [{ step: 'remove' as const, path: [...edge.path, 'port'] }]),
    ...rest.map((sectionName, i) => ({
      step: 'insert' as const,
      path: edge.path.slice(0, -1),
      index: index + 1 + i,
      value: { ...parent, sectionName },
    })),
  ];
  return { resource: route.id, steps };
}

/** True when a listener may take requests for one of these hosts. None: any. */
function takesHost({ hostname }: Listener, hosts: readonly string[]): boolean {
  if (hostname === undefined || hosts.length === 0) return true;
  return hosts.some(
    (host) => coversHost(hostname, host) || coversHost(host, hostname) || isBelow(host, hostname),
  );
}

/** A wildcard of a listener or route stands for any number of labels, unlike that of a certificate. */
function isBelow(a: string, b: string): boolean {
  const below = (host: string, wildcard: string) =>
    wildcard.startsWith('*.') && host.endsWith(wildcard.slice(1));
  return below(a, b) || below(b, a);
}

import { readAt, readList, readMap, readText, readTexts } from '../../kinds/reading.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { listOf, type Yaml, yaml } from '../yaml.ts';
import { namespaceKind } from './policyKinds.ts';

/** Which routes may attach to a new listener: those of its own namespace, and of the other one if it is another. */
export function allowedRoutes(namespace: string, routesFrom: string): Yaml {
  if (namespace === routesFrom) {
    return yaml`
      allowedRoutes:
        namespaces:
          from: Same
    `;
  }
  return yaml`
    allowedRoutes:
      # Routes of these namespaces and of no other may attach.
      namespaces:
        from: Selector
        selector:
          matchExpressions:
            - key: kubernetes.io/metadata.name
              operator: In
              values:
                ${listOf([namespace, routesFrom])}
  `;
}

/** Lets the routes of a namespace attach to a listener, unless they may already. */
export function openTo(desk: PatternDesk, gateway: PatternTarget, index: number, namespace: string): void {
  const at = ['spec', 'listeners', index];
  const namespaces = readMap(desk.read(gateway, at), 'allowedRoutes', 'namespaces');
  const from = readText(namespaces, 'from') ?? 'Same';
  if (from === 'All' || (from === 'Same' && gateway.namespace === namespace)) return;
  if (from === 'Selector' && selects(desk, readMap(namespaces, 'selector'), namespace)) return;
  if (from === 'Same') {
    const opened = allowedRoutesOf(gateway.namespace, namespace);
    desk.set(gateway, [...at, 'allowedRoutes', 'namespaces'], opened);
    return;
  }
  const listener = readText(desk.read(gateway, at), 'name') ?? index + 1;
  desk.refuse(
    `Listener ${listener} of Gateway ${gateway.name} takes no routes of namespace ${namespace}. Open it to them in allowedRoutes.namespaces first.`,
  );
}

function allowedRoutesOf(...namespaces: readonly string[]) {
  const named = { key: 'kubernetes.io/metadata.name', operator: 'In', values: namespaces };
  return { from: 'Selector', selector: { matchExpressions: [named] } };
}

/** True when a selector of namespaces takes one, as far as its labels are known here. */
function selects(desk: PatternDesk, selector: unknown, namespace: string): boolean {
  const known = desk.all(namespaceKind).find((each) => each.name === namespace);
  const labels = {
    ...(known === undefined ? {} : readMap(desk.read(known, ['metadata']), 'labels')),
    'kubernetes.io/metadata.name': namespace,
  };
  const areEqual = Object.entries(readMap(selector, 'matchLabels')).every(
    ([key, value]) => readAt(labels, key) === value,
  );
  return areEqual && readList(selector, 'matchExpressions').every((each) => meets(labels, each));
}

function meets(labels: Readonly<Record<string, unknown>>, expression: unknown): boolean {
  const value = readText(labels, readText(expression, 'key') ?? '');
  const values = readTexts(expression, 'values');
  const operator = readText(expression, 'operator');
  if (operator === 'In') return value !== undefined && values.includes(value);
  if (operator === 'NotIn') return value === undefined || !values.includes(value);
  return operator === 'Exists' ? value !== undefined : value === undefined;
}

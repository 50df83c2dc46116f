import { isMap, readList, readText } from '../../kinds/reading.ts';
import type { GroupKind } from '../../workspace/types.ts';
import type { Plain } from '../../yaml/types.ts';
import { readCommented } from '../readCommented.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { together, type Yaml, yaml } from '../yaml.ts';
import { targetRef } from './referTo.ts';

/** The fields of `spec` that a policy gets, each with what stands below its key. */
export type PolicyFields = Readonly<Record<string, Yaml>>;

/**
 * Governs a target by a policy of a kind. One that governs just this target already gets the fields, since a second
 * one would be in conflict with it; it is refused where the same field is there. Else a new policy is added beside the target.
 */
export function govern(
  desk: PatternDesk,
  kind: GroupKind,
  target: PatternTarget,
  fields: PolicyFields,
  base = target.name,
): PatternTarget {
  const known = policyOf(desk, kind, target);
  if (known === undefined) return addPolicy(desk, kind, target, fields, base);
  for (const [key, lines] of Object.entries(fields)) {
    const taken = takenKey(key, desk.read(known, ['spec', key]), lines);
    if (taken === undefined) addFields(desk, known, key, lines);
    else {
      const field = taken === '' ? key : `${key}.${taken}`;
      desk.refuse(
        `${kind.kind} ${known.name} sets ${field} for ${target.kind} ${target.name} already. Change it there, or remove it first.`,
      );
    }
  }
  return known;
}

/** Fields that hold settings which do not know of each other; of others the parts belong together. */
const looseFields: ReadonlySet<string> = new Set(['connection', 'healthCheck', 'timeout', 'tls']);

/** What is in the way of a field: empty for the field itself, else the first of its keys that is there already. */
function takenKey(field: string, value: unknown, lines: Yaml): string | undefined {
  if (value === undefined || value === null) return undefined;
  const wanted = readCommented(lines).value;
  if (!looseFields.has(field) || !isMap(value) || !isMap(wanted)) return '';
  return Object.keys(wanted).find((key) => Object.hasOwn(value, key));
}

/** Sets a field, or adds to the map that is there. */
function addFields(desk: PatternDesk, policy: PatternTarget, key: string, lines: Yaml): void {
  if (!isMap(desk.read(policy, ['spec', key]))) {
    desk.set(policy, ['spec', key], lines);
    return;
  }
  const { value } = readCommented(lines);
  for (const [inner, plain] of Object.entries(isMap(value) ? value : {}))
    desk.set(policy, ['spec', key, inner], plain as Plain);
}

/** The policy of a kind that governs a whole target, if there is one. */
export function policyOf(
  desk: PatternDesk,
  kind: GroupKind,
  target: PatternTarget,
): PatternTarget | undefined {
  return desk.all(kind).find((policy) => {
    if (policy.namespace !== target.namespace) return false;
    return readList(desk.read(policy, ['spec']), 'targetRefs').some(
      (each) =>
        readText(each, 'name') === target.name &&
        readText(each, 'kind') === target.kind &&
        readText(each, 'sectionName') === undefined,
    );
  });
}

function addPolicy(
  desk: PatternDesk,
  kind: GroupKind,
  target: PatternTarget,
  fields: PolicyFields,
  base: string,
): PatternTarget {
  const isMerged = hasPolicyAbove(desk, kind, target);
  const body = Object.entries(fields).map(
    ([key, lines]) => yaml`
      ${key}:
        ${lines}
    `,
  );
  return desk.add(
    kind,
    base,
    yaml`
      spec:
        targetRefs:
          - ${targetRef(target)}
        ${isMerged && merged}
        ${together(...body)}
    `,
    { namespace: target.namespace },
  );
}

const merged = yaml`
  # What the policy of the Gateway says holds as well; without this only the nearer one would count.
  mergeType: StrategicMerge
`;

/** True for a route whose Gateway has a policy of the kind. */
function hasPolicyAbove(desk: PatternDesk, kind: GroupKind, target: PatternTarget): boolean {
  return desk
    .references(target)
    .some(
      (each) =>
        each.reference === 'parentRef' &&
        each.target !== undefined &&
        policyOf(desk, kind, each.target) !== undefined,
    );
}

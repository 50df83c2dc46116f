import { kindOf } from '../kinds/registry.ts';
import type { KindDefinition } from '../kinds/types.ts';
import { readDocument } from '../workspace/readDocument.ts';
import { resourceId } from '../workspace/types.ts';
import { adaptToReferrers, adaptToSelector } from './adaptNew.ts';
import type { ActionArgTable } from './args.ts';
import { type ConnectionEnd, endAt, endOf } from './connectionEnd.ts';
import { Draft, type Spot } from './draft.ts';
import { planAll } from './legality.ts';
import { refuseName, refuseNamespace, TakenNames } from './names.ts';
import { picker } from './pickTarget.ts';
import { placeNew } from './placeNew.ts';
import { ConnectionWorld } from './planConnection.ts';
import { isSelecting } from './selectorLabels.ts';
import type { Action, ActionContext, Refusal } from './types.ts';
import { fullNameOf, nameOf, withArticle } from './words.ts';
import { writeReference } from './writeReference.ts';

/**
 * Makes a resource from its kind's template and connects it to what it was dropped on. One made in the place
 * of a ghost gets the ports that its referrers ask for.
 */
export const create: Action<'create', ActionArgTable['create']> = {
  name: 'create',
  run(context, args) {
    const { group, kind } = args.kind;
    const definition = kindOf(group, kind);
    if (definition === undefined)
      return { refused: `There is no template for ${withArticle(kind)}. Write it in the YAML.` };
    const end = args.connectTo === undefined ? undefined : endAt(context.analysis, args.connectTo);
    if (args.connectTo !== undefined && end === undefined) {
      return { refused: 'What this was dropped on is not in the workspace any more.' };
    }
    const identity = chooseIdentity(context, definition, args, end);
    if ('refused' in identity) return identity;
    const draft = new Draft(context);
    const isNamed = args.name !== undefined;
    const { pick, picked } = picker(context.analysis, { definition, ...identity, isNamed }, end);
    const text = definition.template({ ...identity, pick });
    const spot: Spot = {
      document: placeNew(draft, { group, kind, name: identity.name }, text, args.file),
      path: [],
    };
    adaptToReferrers(draft, spot, definition, identity);
    for (const other of picked) adaptSelector(draft, spot, definition, identity, endOf(other));
    const refusal = end === undefined ? undefined : connectNew(draft, spot, definition, identity, end);
    if (refusal !== undefined) return refusal;
    const label = `Create ${nameOf({ kind, name: identity.name })}`;
    return draft.finish({
      label: end === undefined ? label : `${label} and connect it to ${nameOf(end)}`,
      select: [resourceId(group, kind, identity.namespace, identity.name)],
    });
  },
};

interface Identity {
  readonly name: string;
  readonly namespace: string;
}

function chooseIdentity(
  context: ActionContext,
  definition: KindDefinition,
  args: ActionArgTable['create'],
  end: ConnectionEnd | undefined,
): Identity | Refusal {
  const isCluster = definition.scope === 'cluster';
  const namespace = isCluster ? '' : (args.namespace ?? (end?.namespace || 'default'));
  const taken = new TakenNames(context);
  const name = args.name ?? taken.unique(definition, namespace, definition.baseName);
  const refusal = refuseName(definition, name) ?? (isCluster ? undefined : refuseNamespace(namespace));
  if (refusal !== undefined) return refusal;
  if (!taken.has(definition, namespace, name)) return { name, namespace };
  return {
    refused: `There is ${fullNameOf({ ...definition, name, namespace })} already. Choose another name.`,
  };
}

/** The new resource as the draft has it now. */
function endOfNew(spot: Spot, definition: KindDefinition, { name, namespace }: Identity): ConnectionEnd {
  const { group, kind } = definition;
  const [body] = readDocument(spot.document.text).bodies;
  const value = body?.value ?? {};
  const apiVersion = body?.apiVersion ?? '';
  const id = resourceId(group, kind, namespace, name);
  return {
    id,
    group,
    kind,
    apiVersion,
    namespace,
    name,
    value,
    rows: definition.summarise(value).rows,
    state: 'present',
  };
}

/** Connects in whichever direction is declared, unless the template has done so. */
function connectNew(
  draft: Draft,
  spot: Spot,
  definition: KindDefinition,
  identity: Identity,
  end: ConnectionEnd,
): Refusal | undefined {
  const world = new ConnectionWorld(draft.context.analysis);
  if (adaptToSelector(draft, spot, endOfNew(spot, definition, identity), end)) return undefined;
  const own = endOfNew(spot, definition, identity);
  const plans = planAll(own, end, world);
  if ('refused' in plans) return 'isThere' in plans ? undefined : { refused: plans.refused };
  const [plan] = plans;
  if (plan === undefined) return undefined;
  const other = draft.context.analysis.resources.get(end.id);
  if (plan.holder.id === own.id) writeReference(draft, spot, plan);
  else if (other !== undefined) writeReference(draft, draft.spotOf(other), plan);
  return undefined;
}

/** A template can only guess the labels of what it selects; here they are known. */
function adaptSelector(
  draft: Draft,
  spot: Spot,
  definition: KindDefinition,
  identity: Identity,
  other: ConnectionEnd,
): void {
  const own = endOfNew(spot, definition, identity);
  const plans = planAll(own, other, new ConnectionWorld(draft.context.analysis));
  if ('refused' in plans) return;
  const plan = plans.find(({ declaration, holder }) => isSelecting(declaration) && holder.id === own.id);
  if (plan !== undefined) writeReference(draft, spot, plan);
}

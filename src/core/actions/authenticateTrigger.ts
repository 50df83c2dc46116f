import type { AnalysedResource } from '../analysis.ts';
import { nameTrigger, nameTriggerFirst } from '../kinds/keda/triggers/nameTrigger.ts';
import { triggerOf } from '../kinds/keda/triggers/registry.ts';
import type {
  TriggerAuthenticationMethod,
  TriggerDefinition,
} from '../kinds/keda/triggers/triggerDefinition.ts';
import { isSet, readText } from '../kinds/reading.ts';
import { keda, secret, triggerAuthentication } from '../kinds/targets.ts';
import type { Path } from '../yaml/path.ts';
import type { ActionArgTable } from './args.ts';
import { Draft, type Spot } from './draft.ts';
import { refuseName, TakenNames } from './names.ts';
import { placeNear } from './placeNew.ts';
import type { Action, ActionContext, Refusal } from './types.ts';
import { fullNameOf, listWords, nameOf, withCapitalArticle } from './words.ts';
import { secretText, triggerAuthenticationText } from './writeCredentials.ts';

/** What is written, once all of it is known to be possible. */
interface Plan {
  readonly resource: AnalysedResource;
  readonly trigger: unknown;
  readonly definition: TriggerDefinition;
  readonly method: TriggerAuthenticationMethod;
}

/**
 * Lets a trigger prove who asks: a Secret with empty keys to fill in, a TriggerAuthentication that reads them (or names
 * the pod identity), the reference to it and the settings that go with it, all in one change.
 * https://keda.sh/docs/2.20/concepts/authentication/
 */
export const authenticateTrigger: Action<'authenticate-trigger', ActionArgTable['authenticate-trigger']> = {
  name: 'authenticate-trigger',
  run(context, args) {
    const plan = planOf(context, args);
    if ('refused' in plan) return plan;
    const { resource, definition, method } = plan;
    const name = chooseName(context, plan, args.name);
    if (typeof name !== 'string') return name;
    const draft = new Draft(context);
    const spot = draft.spotOf(resource);
    const path: Path = ['spec', 'triggers', args.index];
    writeSettings(draft, spot, path, plan);
    draft.setKey(spot, path, 'authenticationRef', { name }, ['type', 'name', 'metricType', 'metadata']);
    const { namespace } = resource;
    if (method.secretKeys.length > 0) {
      const text = secretText({ name, namespace, keys: method.secretKeys });
      placeNear(draft, spot, { ...secret, name }, text);
    }
    const text = triggerAuthenticationText({ name, namespace, method });
    placeNear(draft, spot, { ...triggerAuthentication, name }, text);
    return draft.finish({
      label: `Authenticate the ${definition.type} trigger of ${nameOf(resource)} by ${nameOf({ ...triggerAuthentication, name })}`,
      select: [resource.id],
    });
  },
};

function planOf(context: ActionContext, args: ActionArgTable['authenticate-trigger']): Plan | Refusal {
  const resource = context.analysis.resources.get(args.id);
  if (resource === undefined) return { refused: 'This resource is not in the workspace any more.' };
  if (resource.group !== keda || !['ScaledObject', 'ScaledJob'].includes(resource.kind))
    return {
      refused: `${withCapitalArticle(resource.kind)} has no triggers; a ScaledObject or ScaledJob has.`,
    };
  const { spec } = resource.value;
  const triggers =
    typeof spec === 'object' && spec !== null && 'triggers' in spec ? spec.triggers : undefined;
  const trigger: unknown = Array.isArray(triggers) ? triggers[args.index] : undefined;
  if (trigger === undefined)
    return { refused: `${nameOf(resource)} has no trigger ${args.index + 1} any more.` };
  const refusal = refuseTrigger(trigger);
  if (refusal !== undefined) return refusal;
  const definition = triggerOf(trigger);
  const method = definition?.authentications.find(({ id }) => id === args.method);
  if (definition !== undefined && method !== undefined) return { resource, trigger, definition, method };
  const known = definition?.authentications.map(({ id }) => id) ?? [];
  return {
    refused: `${nameTriggerFirst(definition?.type)} cannot authenticate by ${args.method}. Choose ${listWords(known, 'or', 20)}.`,
  };
}

function refuseTrigger(trigger: unknown): Refusal | undefined {
  const type = readText(trigger, 'type');
  const definition = triggerOf(trigger);
  if (type === undefined) return { refused: 'This trigger has no type yet. Choose one first.' };
  if (definition === undefined)
    return {
      refused: `It is not known what ${nameTrigger(type)} takes as proof. Write a TriggerAuthentication in the YAML.`,
    };
  if (definition.authentications.length === 0)
    return { refused: `${nameTriggerFirst(type)} asks nobody who wants to know who it is.` };
  const named = readText(trigger, 'authenticationRef', 'name');
  if (named !== undefined)
    return {
      refused: `This trigger uses TriggerAuthentication ${named} already. Change that one, or remove authenticationRef first.`,
    };
  return undefined;
}

/** The settings of the chosen method; those that belong to other methods only would contradict it and go. */
function writeSettings(draft: Draft, spot: Spot, path: Path, { trigger, definition, method }: Plan): void {
  const metadata = [...path, 'metadata'];
  const wanted = method.metadata ?? {};
  const others = new Set(definition.authentications.flatMap((each) => Object.keys(each.metadata ?? {})));
  for (const key of others)
    if (!Object.hasOwn(wanted, key) && isSet(trigger, 'metadata', key)) draft.removeKey(spot, metadata, key);
  for (const [key, value] of Object.entries(wanted))
    if (readText(trigger, 'metadata', key) !== value) draft.setKey(spot, metadata, key, value);
}

/** `orders-kafka-auth`, free for the TriggerAuthentication and its Secret alike. */
function chooseName(
  context: ActionContext,
  { resource, definition, method }: Plan,
  wanted: string | undefined,
): string | Refusal {
  const taken = new TakenNames(context);
  const { namespace } = resource;
  const made = [triggerAuthentication, ...(method.secretKeys.length > 0 ? [secret] : [])];
  const clash = (name: string) => made.find((kind) => taken.has(kind, namespace, name));
  if (wanted !== undefined) {
    const refusal = refuseName(triggerAuthentication, wanted);
    const other = clash(wanted);
    if (refusal !== undefined || other === undefined) return refusal ?? wanted;
    return {
      refused: `There is ${fullNameOf({ ...other, namespace, name: wanted })} already. Choose another name.`,
    };
  }
  const stem = resource.name.replace(/-(scaler|scaled-?(object|job))$/, '');
  const base = `${stem}-${definition.type}-auth`;
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}-${number}`;
    if (clash(name) === undefined) return name;
  }
}

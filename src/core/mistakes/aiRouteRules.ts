import type { RepairStep } from '../schema/fault.ts';
import { removeStep, renameStep, setStep } from '../schema/repairs/step.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { valueAt } from '../yaml/path.ts';
import type { Plain } from '../yaml/types.ts';
import { textOf } from './plainText.ts';

/** The header that AI Gateway writes the model into which a request asks for. */
export const modelHeader = 'x-ai-eg-model';

/** A list of providers as rules: what an AIGatewayRoute is given in place of `spec.backends`. */
export function backendsAsRules(backends: readonly unknown[], resource: unknown): readonly RepairStep[] {
  const rules = valueAt(resource, ['spec', 'rules']);
  const from = ['spec', 'backends'];
  const to = ['spec', 'rules'];
  const list = [...asList(rules), ruleFor(backends.filter(isRecord))];
  return rules === undefined
    ? [renameStep(from, 'rules'), setStep(to, list)]
    : [setStep(to, list), removeStep(from)];
}

/** What a provider says that is no business of a route: where it is said. Empty when there is nothing of the sort. */
export function elsewhereOf(backends: readonly unknown[]): string {
  const has = (key: string) => backends.some((each) => isRecord(each) && each[key] !== undefined);
  const places = [
    ...(has('provider') ? ['which API it speaks to an AIServiceBackend'] : []),
    ...(has('auth') ? ['its key to a BackendSecurityPolicy'] : []),
  ];
  return places.length === 0 ? '' : ` What else is said of a provider goes elsewhere: ${places.join(', ')}.`;
}

function asList(value: unknown): readonly Plain[] {
  return Array.isArray(value) ? (value as readonly Plain[]) : [];
}

/** Clients ask for the first backend's model; the others are asked for their own under that name. */
function ruleFor(backends: readonly Record<string, unknown>[]): Plain {
  const model = textOf(backends[0]?.model);
  return {
    ...(model === undefined
      ? {}
      : { matches: [{ headers: [{ type: 'Exact', name: modelHeader, value: model }] }] }),
    backendRefs: backends.map((backend): Plain => {
      const own = textOf(backend.model);
      return {
        name: textOf(backend.name) ?? 'backend',
        ...(own === undefined || own === model ? {} : { modelNameOverride: own }),
        ...(typeof backend.priority === 'number' ? { priority: backend.priority } : {}),
        ...(typeof backend.weight === 'number' ? { weight: backend.weight } : {}),
      };
    }),
  };
}

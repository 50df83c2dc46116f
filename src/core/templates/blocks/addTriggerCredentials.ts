import type { TriggerAuthenticationMethod } from '../../kinds/keda/triggers/triggerDefinition.ts';
import { triggerAuthentication } from '../../kinds/targets.ts';
import type { PatternDesk } from '../types.ts';
import { together, yaml } from '../yaml.ts';
import { addSecret } from './addSecret.ts';

/** A Secret with the keys of a way to authenticate, and the name of a TriggerAuthentication that reads them. */
export function addTriggerCredentials(
  desk: PatternDesk,
  at: { readonly base: string; readonly namespace: string },
  { secretKeys }: Pick<TriggerAuthenticationMethod, 'secretKeys'>,
): string {
  const secret = addSecret(desk, {
    ...at,
    comments: ['Fill these in at deployment, and keep the real ones out of the repository.'],
    values: Object.fromEntries(secretKeys.map(({ key, value }) => [key, value ?? ''])),
  });
  const parameters = secretKeys.map(
    ({ parameter, key }) => yaml`
      - parameter: ${parameter}
        name: ${secret.name}
        key: ${key}
    `,
  );
  return desk.add(
    triggerAuthentication,
    at.base,
    yaml`
      spec:
        # What the trigger shows to prove who asks.
        secretTargetRef:
          ${together(...parameters)}
    `,
    { namespace: at.namespace },
  ).name;
}

import type { SecretKey, TriggerAuthenticationMethod } from '../kinds/keda/triggers/triggerDefinition.ts';
import { kindOf } from '../kinds/registry.ts';
import { keda, triggerAuthentication } from '../kinds/targets.ts';
import { renderScalar } from '../yaml/scalars.ts';

/** Texts of the two resources that hold the credentials of a trigger, as a person would write them. */

interface Named {
  readonly name: string;
  readonly namespace: string;
}

/** A Secret with a key for each value, empty for a person or a controller to fill in. */
export function secretText({
  name,
  namespace,
  keys,
}: Named & { readonly keys: readonly SecretKey[] }): string {
  const lines = keys.flatMap(({ key, help, example, value }) => [
    `  # ${help}${example === undefined ? '' : ` For instance ${example}`}`,
    `  ${renderScalar(key)}: ${value === undefined ? "''" : renderScalar(value)}`,
  ]);
  return `${head('v1', 'Secret', { name, namespace })}
type: Opaque
# Fill these in at deployment, or make this Secret by other means: real values do not belong into a repository.
stringData:
${lines.join('\n')}
`;
}

/** The TriggerAuthentication that turns the keys of that Secret into parameters, or names the pod identity. */
export function triggerAuthenticationText({
  name,
  namespace,
  method,
}: Named & { readonly method: TriggerAuthenticationMethod }): string {
  const version = kindOf(keda, triggerAuthentication.kind)?.versions[0] ?? 'v1alpha1';
  const identity =
    method.podIdentity === undefined
      ? []
      : [`  # ${method.help}`, '  podIdentity:', `    provider: ${method.podIdentity}`];
  const parameters = method.secretKeys.flatMap(({ parameter, key }) => [
    `    - parameter: ${renderScalar(parameter)}`,
    `      name: ${renderScalar(name)}`,
    `      key: ${renderScalar(key)}`,
  ]);
  const body = [...identity, ...(parameters.length === 0 ? [] : ['  secretTargetRef:', ...parameters])];
  return `${head(`${keda}/${version}`, triggerAuthentication.kind, { name, namespace })}
spec:
${body.join('\n')}
`;
}

function head(apiVersion: string, kind: string, { name, namespace }: Named): string {
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: ${renderScalar(name)}
  namespace: ${renderScalar(namespace)}`;
}

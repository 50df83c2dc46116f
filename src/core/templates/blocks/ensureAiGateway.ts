import { readList, readText } from '../../kinds/reading.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { yaml } from '../yaml.ts';
import { ensureGateway } from './ensureGateway.ts';
import { clientTrafficPolicy } from './policyKinds.ts';
import { type Entrance, targetRef } from './referTo.ts';

/** What AI Gateway recommends for prompts. */
const bufferLimit = '50Mi';

/**
 * The way in for requests to models: at the given Gateway, else at a new one that speaks HTTPS. Its proxies keep enough
 * of a body to find the model in it.
 */
export function ensureAiGateway(
  desk: PatternDesk,
  given: PatternTarget | undefined,
  wish: { readonly hostname: string; readonly base?: string },
): Entrance {
  const routesFrom = given?.namespace ?? desk.namespace;
  const protocol = given === undefined ? 'HTTPS' : 'web';
  const entrance = ensureGateway(
    desk,
    given,
    { protocol, hostname: wish.hostname, routesFrom },
    wish.base ?? 'ai',
  );
  ensureBuffer(desk, entrance.gateway);
  return entrance;
}

/** Lets every listener of a Gateway take prompts that are longer than what Envoy keeps by itself. */
export function ensureBuffer(desk: PatternDesk, gateway: PatternTarget): void {
  const policies = desk
    .all(clientTrafficPolicy)
    .filter(({ namespace }) => namespace === gateway.namespace)
    .flatMap((policy) => {
      const refs = readList(desk.read(policy, ['spec']), 'targetRefs').filter(
        (each) => readText(each, 'kind') === gateway.kind && readText(each, 'name') === gateway.name,
      );
      return refs.length === 0
        ? []
        : [{ policy, isWhole: refs.some((each) => readText(each, 'sectionName') === undefined) }];
    });
  for (const { policy } of policies) {
    if (desk.read(policy, ['spec', 'connection', 'bufferLimit']) === undefined)
      desk.set(policy, ['spec', 'connection', 'bufferLimit'], bufferLimit);
  }
  if (policies.some(({ isWhole }) => isWhole)) return;
  desk.add(
    clientTrafficPolicy,
    `${gateway.name}-buffers`,
    yaml`
      spec:
        targetRefs:
          - ${targetRef(gateway)}
        connection:
          # AI Gateway reads whole bodies, to find the model; Envoy keeps 32 KiB of one by itself.
          bufferLimit: ${bufferLimit}
    `,
    { namespace: gateway.namespace, isAside: true },
  );
}

import { backend } from '../../kinds/targets.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { yaml } from '../yaml.ts';
import { backendTlsPolicy } from './policyKinds.ts';

interface BackendWish {
  readonly base: string;
  readonly namespace: string;
  readonly hostname: string;
  readonly port: number;
}

/** A Backend with the address of something outside of the cluster. */
export function addBackend(
  desk: PatternDesk,
  { base, namespace, hostname, port }: BackendWish,
): PatternTarget {
  return desk.add(
    backend,
    base,
    yaml`
      spec:
        endpoints:
          - fqdn:
              hostname: ${hostname}
              port: ${port}
    `,
    { namespace, isAside: true },
  );
}

/** Lets the proxy speak TLS to a Backend, and check that it is who it should be. */
export function addBackendTls(desk: PatternDesk, { name, namespace }: PatternTarget, hostname: string): void {
  desk.add(
    backendTlsPolicy,
    `${name}-tls`,
    yaml`
      spec:
        targetRefs:
          - group: ${backend.group}
            kind: ${backend.kind}
            name: ${name}
        validation:
          # Its certificate has to be for this name, signed by an authority that the proxy trusts.
          hostname: ${hostname}
          wellKnownCACertificates: System
    `,
    { namespace, isAside: true },
  );
}

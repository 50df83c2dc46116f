import { configMap } from '../../kinds/targets.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { yaml } from '../yaml.ts';

/** A ConfigMap to fill in with the certificate of an authority that somebody has; it is no secret. */
export function addAuthorityCertificate(desk: PatternDesk, base: string, namespace: string): PatternTarget {
  return desk.add(
    configMap,
    base,
    yaml`
      data:
        # The certificate of the authority, in PEM.
        ca.crt: replace-me
    `,
    { namespace },
  );
}

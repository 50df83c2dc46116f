import type { AnalysedResource } from '../../analysis.ts';
import { readText } from '../../kinds/reading.ts';
import { certManager, clusterIssuer, issuer } from '../../kinds/targets.ts';
import { scalar } from '../../kinds/templates/manifest.ts';
import type { NewDocument } from '../../schema/fault.ts';
import { newDocument } from '../newDocument.ts';
import type { Facts } from '../types.ts';

/** A Certificate that keeps a Secret of its own name filled for these hosts. */
export function newCertificate(
  namespace: string,
  name: string,
  hosts: readonly string[],
  by: AnalysedResource,
): NewDocument {
  return newDocument(`${certManager}/v1`, 'Certificate', { namespace, name }, [
    'spec:',
    '  # cert-manager makes this Secret and renews what is in it.',
    `  secretName: ${scalar(name)}`,
    '  dnsNames:',
    ...hosts.map((host) => `    - ${scalar(host)}`),
    '  issuerRef:',
    `    kind: ${by.kind}`,
    `    name: ${scalar(by.name)}`,
  ]);
}

/** The issuer at hand for a namespace: one of its own, else one for the cluster. */
export function issuerFor(namespace: string, facts: Facts): AnalysedResource | undefined {
  return facts.ofKind(issuer, namespace)[0] ?? facts.ofKind(clusterIssuer, '')[0];
}

/** True where cert-manager makes the Certificates of listeners by itself. https://cert-manager.io/docs/usage/gateway/ */
export function isCertifiedByAnnotation(holder: AnalysedResource | undefined): boolean {
  return ['cert-manager.io/issuer', 'cert-manager.io/cluster-issuer'].some(
    (key) => readText(holder?.value, 'metadata', 'annotations', key) !== undefined,
  );
}

import { issuerSections } from '../fields/certificates/issuerSections.ts';
import { issuerReferences } from '../references/issuerReferences.ts';
import { summariseIssuer } from '../summaries/issuerSummary.ts';
import { certManager, gateway } from '../targets.ts';
import { indent, item, manifest, scalar } from '../templates/manifest.ts';
import { referenceLines } from '../templates/referenceLines.ts';
import type { KindDefinition } from '../types.ts';

export const clusterIssuer: KindDefinition = {
  group: certManager,
  kind: 'ClusterIssuer',
  plural: 'clusterissuers',
  versions: ['v1'],
  scope: 'cluster',
  family: 'tls',
  icon: 'issuer',
  purpose: 'Signs the certificates of every namespace',
  phase: 'configuration',
  baseName: 'letsencrypt',
  docs: 'https://cert-manager.io/docs/configuration/issuers/',
  references: issuerReferences('cluster'),
  summarise: summariseIssuer,
  template: (context) => {
    const { port: _, ...picked } = context.pick(gateway) ?? { ...gateway, namespace: 'default', name: 'web' };
    // Challenges come in over plain HTTP, whichever listener the Gateway was picked by.
    const { sectionName: __, ...parent } = picked;
    return manifest(
      { ...context, namespace: '' },
      { apiVersion: `${certManager}/v1`, kind: 'ClusterIssuer' },
      [
        'spec:',
        '  acme:',
        "    # Let's Encrypt. Its staging server, acme-staging-v02, has no tight limits for trying out.",
        '    server: https://acme-v02.api.letsencrypt.org/directory',
        '    # The key of the account; cert-manager makes this Secret in its own namespace.',
        '    privateKeySecretRef:',
        `      name: ${scalar(`${context.name}-account-key`)}`,
        '    solvers:',
        '      # Proves that a name is yours with a file that the Gateway serves on port 80.',
        '      - http01:',
        '          gatewayHTTPRoute:',
        '            parentRefs:',
        // A cluster-wide resource has no namespace of its own: the Gateway's is always written.
        ...indent(14, item(referenceLines(parent, { ...context, namespace: '/' }, { unless: gateway }))),
      ],
    );
  },
  form: issuerSections,
};

import { issuerSections } from '../fields/certificates/issuerSections.ts';
import { issuerReferences } from '../references/issuerReferences.ts';
import { summariseIssuer } from '../summaries/issuerSummary.ts';
import { certManager } from '../targets.ts';
import { manifest } from '../templates/manifest.ts';
import type { KindDefinition } from '../types.ts';

export const issuer: KindDefinition = {
  group: certManager,
  kind: 'Issuer',
  plural: 'issuers',
  versions: ['v1'],
  scope: 'namespaced',
  family: 'tls',
  icon: 'issuer',
  purpose: 'Signs the certificates of one namespace',
  phase: 'configuration',
  baseName: 'self-signed',
  docs: 'https://cert-manager.io/docs/configuration/issuers/',
  references: issuerReferences('namespaced'),
  summarise: summariseIssuer,
  template: (context) =>
    manifest(context, { apiVersion: `${certManager}/v1`, kind: 'Issuer' }, [
      'spec:',
      '  # Certificates sign themselves: good for trying things out and as the root of a CA of',
      '  # your own, which is a Certificate with isCA and an Issuer of type ca.',
      '  selfSigned: {}',
    ]),
  form: issuerSections,
};

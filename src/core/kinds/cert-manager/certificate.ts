import { certificateSections } from '../fields/certificates/certificateSections.ts';
import { asText, readFlag, readList, readText } from '../reading.ts';
import { secretKeyReference, secretNameReference } from '../references/localReferences.ts';
import { keyWords } from '../summaries/certificateWords.ts';
import { chip, listRows, summary } from '../summaries/rows.ts';
import { anyKind, certManager, clusterIssuer, issuer } from '../targets.ts';
import { manifest, scalar } from '../templates/manifest.ts';
import type { KindDefinition, ReferenceDeclaration } from '../types.ts';

const references: readonly ReferenceDeclaration[] = [
  {
    name: 'issuerRef',
    form: 'object',
    path: 'spec.issuerRef',
    to: [issuer, clusterIssuer, anyKind],
    role: 'issued-by',
    flow: 'backward',
    namespace: 'own',
  },
  {
    ...secretNameReference({ name: 'secretName', path: 'spec.secretName', mayBeAbsent: true }),
    role: 'makes',
  },
  secretKeyReference({
    name: 'jks passwordSecretRef',
    path: 'spec.keystores.jks.passwordSecretRef',
    byHand: true,
  }),
  secretKeyReference({
    name: 'pkcs12 passwordSecretRef',
    path: 'spec.keystores.pkcs12.passwordSecretRef',
    byHand: true,
  }),
];

export const certificate: KindDefinition = {
  group: certManager,
  kind: 'Certificate',
  plural: 'certificates',
  versions: ['v1'],
  scope: 'namespaced',
  family: 'tls',
  icon: 'certificate',
  purpose: 'A certificate that is issued, kept in a Secret and renewed by itself',
  phase: 'configuration',
  baseName: 'web-tls',
  docs: 'https://cert-manager.io/docs/usage/certificate/',
  references,
  summarise: (value) => {
    const secret = readText(value, 'spec', 'secretName');
    const issuedBy = readText(value, 'spec', 'issuerRef', 'name');
    const duration = readText(value, 'spec', 'duration');
    const commonName = readText(value, 'spec', 'commonName');
    return summary({
      subtitle: issuedBy === undefined ? undefined : `issued by ${issuedBy}`,
      rows: listRows(value, ['spec', 'dnsNames'], (name) => ({
        label: asText(name) ?? 'no name',
      })),
      chips: [
        secret === undefined
          ? undefined
          : chip(`secret: ${secret}`, 'where the key and the certificate are kept'),
        readFlag(value, 'spec', 'isCA') ? { text: 'CA', detail: 'may sign other certificates' } : undefined,
        commonName === undefined || readList(value, 'spec', 'dnsNames').length > 0
          ? undefined
          : { text: commonName, detail: 'common name' },
        duration === undefined ? undefined : { text: duration, detail: 'lifetime' },
        chip(keyWords(value), 'private key'),
      ],
    });
  },
  template: (context) => {
    const by = context.pick(clusterIssuer, issuer) ?? { ...clusterIssuer, name: 'letsencrypt' };
    return manifest(context, { apiVersion: `${certManager}/v1`, kind: 'Certificate' }, [
      'spec:',
      '  # cert-manager makes this Secret and renews what is in it; a listener refers to it.',
      `  secretName: ${scalar(context.name)}`,
      '  dnsNames:',
      '    - www.example.com',
      '  issuerRef:',
      `    kind: ${by.kind}`,
      `    name: ${scalar(by.name)}`,
      '  privateKey:',
      '    algorithm: ECDSA',
      '    size: 256',
      '    # A new key with every renewal.',
      '    rotationPolicy: Always',
    ]);
  },
  form: certificateSections,
};

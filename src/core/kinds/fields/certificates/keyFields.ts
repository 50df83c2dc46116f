import type { FieldDeclaration } from '../../form.ts';

const usages = [
  'digital signature',
  'key encipherment',
  'server auth',
  'client auth',
  'cert sign',
  'crl sign',
  'signing',
  'content commitment',
  'key agreement',
  'data encipherment',
  'encipher only',
  'decipher only',
  'any',
  'code signing',
  'email protection',
  's/mime',
  'ipsec end system',
  'ipsec tunnel',
  'ipsec user',
  'timestamping',
  'ocsp signing',
  'microsoft sgc',
  'netscape sgc',
];

/** How the key of a certificate is made. */
export const keyFields: readonly FieldDeclaration[] = [
  {
    type: 'enum',
    path: 'spec.privateKey.algorithm',
    label: 'Algorithm',
    options: ['ECDSA', 'RSA', 'Ed25519'],
    help: 'RSA when empty. Public CAs do not sign Ed25519.',
  },
  {
    type: 'number',
    path: 'spec.privateKey.size',
    label: 'Size',
    placeholder: '256',
    help: 'RSA: 2048, 4096 or 8192. ECDSA: 256, 384 or 521. Ed25519 has none.',
  },
  {
    type: 'enum',
    path: 'spec.privateKey.rotationPolicy',
    label: 'With a renewal',
    options: ['Always', 'Never'],
    help: 'Always makes a new key and is the default.',
  },
  {
    type: 'enum',
    path: 'spec.privateKey.encoding',
    label: 'Encoding',
    options: ['PKCS1', 'PKCS8'],
    help: 'PKCS1 when empty; some programs read PKCS8 only.',
  },
];

/** What a certificate may be used for. */
export const usageFields: readonly FieldDeclaration[] = [
  {
    type: 'texts',
    path: 'spec.usages',
    label: 'Usages',
    options: usages,
    help: 'digital signature and key encipherment when empty. For client certificates add client auth.',
  },
  {
    type: 'boolean',
    path: 'spec.isCA',
    label: 'Is a CA',
    help: 'May sign other certificates; an Issuer of type ca can use it.',
  },
  {
    type: 'enum',
    path: 'spec.signatureAlgorithm',
    label: 'Signature algorithm',
    options: [
      'SHA256WithRSA',
      'SHA384WithRSA',
      'SHA512WithRSA',
      'ECDSAWithSHA256',
      'ECDSAWithSHA384',
      'ECDSAWithSHA512',
      'PureEd25519',
    ],
    help: 'Has to fit the key.',
  },
];

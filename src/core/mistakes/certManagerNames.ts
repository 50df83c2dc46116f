import { movedField } from './movedField.ts';
import { textOf, textsOf } from './plainText.ts';
import { certificates } from './projectKinds.ts';
import type { Mistake } from './types.ts';

/** Of the texts as cert-manager writes them now. */
const upper = (value: unknown) => textOf(value)?.toUpperCase();

/** Fields of Certificate before cert-manager 1.0. */
export const certManagerNames: readonly Mistake[] = [
  movedField({
    code: 'TS164',
    name: 'certificate-key-algorithm',
    reason: 'What the key is like is spec.privateKey since cert-manager 1.0; names are in capitals.',
    kinds: certificates,
    from: ['spec', 'keyAlgorithm'],
    to: ['privateKey', 'algorithm'],
    convert: (value) => (upper(value) === 'ED25519' ? 'Ed25519' : upper(value)),
  }),
  movedField({
    code: 'TS165',
    name: 'certificate-key-size',
    reason: 'What the key is like is spec.privateKey since cert-manager 1.0.',
    kinds: certificates,
    from: ['spec', 'keySize'],
    to: ['privateKey', 'size'],
  }),
  movedField({
    code: 'TS166',
    name: 'certificate-key-encoding',
    reason: 'What the key is like is spec.privateKey since cert-manager 1.0; names are in capitals.',
    kinds: certificates,
    from: ['spec', 'keyEncoding'],
    to: ['privateKey', 'encoding'],
    convert: upper,
  }),
  movedField({
    code: 'TS167',
    name: 'certificate-organization',
    reason: 'The organizations of a certificate belong to its subject: spec.subject.organizations.',
    kinds: certificates,
    from: ['spec', 'organization'],
    to: ['subject', 'organizations'],
    convert: textsOf,
  }),
  movedField({
    code: 'TS168',
    name: 'certificate-uri-sans',
    reason: 'URIs of a certificate are spec.uris since cert-manager 1.0.',
    kinds: certificates,
    from: ['spec', 'uriSANs'],
    to: ['uris'],
  }),
  movedField({
    code: 'TS169',
    name: 'certificate-email-sans',
    reason: 'Addresses of mail in a certificate are spec.emailAddresses since cert-manager 1.0.',
    kinds: certificates,
    from: ['spec', 'emailSANs'],
    to: ['emailAddresses'],
  }),
];

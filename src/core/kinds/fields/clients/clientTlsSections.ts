import type { FieldDeclaration, FormSection } from '../../form.ts';
import { clientTrafficFeatures } from '../../summaries/clientTrafficFeatures.ts';
import { sayClientValidation } from '../../summaries/clientValidationWords.ts';
import { sayFeatures } from '../../summaries/features.ts';
import { stringMatchesField } from '../stringMatchFields.ts';
import { tlsFields } from '../tlsFields.ts';

const validation = 'spec.tls.clientValidation';

const nameFields: readonly FieldDeclaration[] = [
  stringMatchesField({
    path: `${validation}.subjectAltNames.dnsNames`,
    label: 'DNS names',
    item: 'DNS name',
    value: 'app.example.com',
    help: 'Of all the names below, one has to be in the certificate.',
  }),
  stringMatchesField({
    path: `${validation}.subjectAltNames.uris`,
    label: 'URIs',
    item: 'URI',
    value: 'spiffe://cluster.local/ns/shop/sa/cart',
  }),
  stringMatchesField({
    path: `${validation}.subjectAltNames.emailAddresses`,
    label: 'Email addresses',
    item: 'email address',
    value: 'me@example.com',
  }),
  stringMatchesField({
    path: `${validation}.subjectAltNames.ipAddresses`,
    label: 'Addresses',
    item: 'address',
    value: '10.0.0.7',
  }),
];

const validationFields: readonly FieldDeclaration[] = [
  {
    type: 'reference',
    path: `${validation}.caCertificateRefs`,
    label: 'CA certificates',
    reference: 'caCertificateRef',
    help: 'Secrets or ConfigMaps with ca.crt.',
  },
  {
    type: 'enum',
    path: `${validation}.mode`,
    label: 'Mode',
    options: ['RequireAndVerify', 'VerifyIfGiven', 'RequireAny', 'Request'],
    help: 'RequireAndVerify when empty: nobody comes in without a valid certificate.',
  },
  ...nameFields,
  {
    type: 'texts',
    path: `${validation}.spkiHashes`,
    label: 'Hashes of keys',
    placeholder: 'NvqYIYSbgK2vCJpQhObf77vv+bQWtc5ek5RIOwPiC9A=',
    help: 'SHA-256 in base64; the key of the certificate has to be one of these.',
  },
  {
    type: 'texts',
    path: `${validation}.certificateHashes`,
    label: 'Hashes of certificates',
    help: 'SHA-256 in hexadecimal; the certificate has to be one of these.',
  },
  {
    type: 'reference',
    path: `${validation}.crl.refs`,
    label: 'Revocation lists',
    reference: 'crl ref',
    help: 'Secrets or ConfigMaps with ca.crl.',
  },
  {
    type: 'boolean',
    path: `${validation}.crl.onlyVerifyLeafCertificate`,
    label: 'Revocation of the last certificate only',
  },
  {
    type: 'boolean',
    path: `${validation}.allowExpiredCertificate`,
    label: 'Expired certificates',
    help: 'Lets certificates in that have run out.',
  },
];

/** What is agreed on with clients before the first request. */
export const clientTlsSections: readonly FormSection[] = [
  {
    title: 'TLS',
    help: 'Versions and ciphers of listeners that terminate TLS.',
    say: (value) => sayFeatures(value, clientTrafficFeatures, 'tls'),
    fields: [
      ...tlsFields('spec.tls'),
      {
        type: 'texts',
        path: 'spec.tls.fingerprints',
        label: 'Fingerprints of clients',
        options: ['JA3', 'JA4'],
        help: 'For access logs and headers.',
      },
    ],
  },
  {
    title: 'Client certificates',
    help: 'Clients show a certificate of their own (mutual TLS).',
    docs: 'https://gateway.envoyproxy.io/docs/tasks/security/mutual-tls/',
    say: sayClientValidation,
    fields: validationFields,
  },
];

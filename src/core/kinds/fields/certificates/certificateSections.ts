import type { FieldDeclaration, FormSection } from '../../form.ts';
import { readText, readTexts } from '../../reading.ts';
import { certificateNames, sayCertificate, sayKey, sayLifetime } from '../../summaries/certificateWords.ts';
import { sentence, together } from '../../summaries/sentences.ts';
import { keyFields, usageFields } from './keyFields.ts';
import { lifetimeFields } from './lifetimeFields.ts';

const subjectFields: readonly FieldDeclaration[] = [
  {
    type: 'text',
    path: 'spec.commonName',
    label: 'Common name',
    placeholder: 'shop.example.com',
    help: 'Up to 64 characters. Clients look at the other names only.',
  },
  { type: 'texts', path: 'spec.subject.organizations', label: 'Organizations', hasSpaces: true },
  { type: 'texts', path: 'spec.subject.organizationalUnits', label: 'Units', hasSpaces: true },
  { type: 'texts', path: 'spec.subject.countries', label: 'Countries', placeholder: 'CH' },
  { type: 'texts', path: 'spec.subject.provinces', label: 'Provinces', hasSpaces: true },
  { type: 'texts', path: 'spec.subject.localities', label: 'Places', hasSpaces: true },
  { type: 'text', path: 'spec.subject.serialNumber', label: 'Serial number' },
];

const secretFields: readonly FieldDeclaration[] = [
  { type: 'map', path: 'spec.secretTemplate.labels', label: 'Labels' },
  { type: 'map', path: 'spec.secretTemplate.annotations', label: 'Annotations' },
  {
    type: 'list',
    path: 'spec.additionalOutputFormats',
    label: 'Other formats',
    item: 'format',
    newItem: (existing) => ({ type: existing.length === 0 ? 'CombinedPEM' : 'DER' }),
    say: (format) => readText(format, 'type'),
    fields: [
      {
        type: 'enum',
        path: 'type',
        label: 'Format',
        options: ['CombinedPEM', 'DER'],
        required: true,
        help: 'CombinedPEM: key and certificate in one entry. DER: the key alone.',
      },
    ],
  },
  {
    type: 'number',
    path: 'spec.revisionHistoryLimit',
    label: 'Requests kept',
    help: '1 when empty.',
  },
];

/** What a Certificate asks for: names, issuer and Secret first, then its life, key and uses. */
export const certificateSections: readonly FormSection[] = [
  {
    title: 'Certificate',
    isMain: true,
    help: 'For which names, from whom, and where it is kept.',
    docs: 'https://cert-manager.io/docs/usage/certificate/',
    say: sayCertificate,
    fields: [
      {
        type: 'texts',
        path: 'spec.dnsNames',
        label: 'DNS names',
        placeholder: 'www.example.com',
        help: 'Have to cover the hostname of the listener; *.example.com covers one level below.',
      },
      { type: 'reference', path: 'spec.issuerRef', label: 'Issued by', reference: 'issuerRef' },
      {
        type: 'reference',
        path: 'spec.secretName',
        label: 'Kept in Secret',
        reference: 'secretName',
        help: 'cert-manager makes it; listeners refer to it.',
      },
    ],
  },
  {
    title: 'Lifetime',
    help: 'How long it is good for, and when it is renewed.',
    say: sayLifetime,
    fields: lifetimeFields,
  },
  { title: 'Private key', help: 'How the key is made.', say: sayKey, fields: keyFields },
  {
    title: 'Usages',
    help: 'What the certificate may be used for.',
    say: (value) => sentence(together(readTexts(value, 'spec', 'usages'), 6)),
    fields: usageFields,
  },
  {
    title: 'Other names',
    help: 'Names that are no DNS names: addresses, URIs such as SPIFFE IDs, people.',
    say: (value) => sentence(together(certificateNames(value), 4)),
    fields: [
      { type: 'texts', path: 'spec.ipAddresses', label: 'IP addresses', placeholder: '10.0.0.7' },
      {
        type: 'texts',
        path: 'spec.uris',
        label: 'URIs',
        placeholder: 'spiffe://cluster.local/ns/shop/sa/cart',
      },
      { type: 'texts', path: 'spec.emailAddresses', label: 'Email addresses', placeholder: 'me@example.com' },
    ],
  },
  {
    title: 'Subject',
    help: 'Who the holder is, for programs that look at it.',
    say: (value) =>
      sentence(
        readText(value, 'spec', 'commonName'),
        together(readTexts(value, 'spec', 'subject', 'organizations')),
      ),
    fields: subjectFields,
  },
  {
    title: 'Secret',
    help: 'What is put on the Secret besides the certificate.',
    fields: secretFields,
  },
];

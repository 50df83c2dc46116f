import type { FieldDeclaration, FormSection, ListFieldDeclaration } from '../../form.ts';
import { readText, readTexts } from '../../reading.ts';
import { sayAuthorizationRule } from '../../summaries/authorizationWords.ts';
import { sayFeatures } from '../../summaries/features.ts';
import { securityFeatures } from '../../summaries/securityFeatures.ts';
import { either } from '../../summaries/sentences.ts';
import { freeName } from '../freeName.ts';
import { methods } from '../methods.ts';

/** `role = admin or owner`. */
function sayValues(condition: unknown): string | undefined {
  const name = readText(condition, 'name');
  return name === undefined ? undefined : `${name} = ${either(readTexts(condition, 'values')) ?? ''}`;
}

const claimsField: ListFieldDeclaration = {
  type: 'list',
  path: 'principal.jwt.claims',
  label: 'Claims of the token',
  item: 'claim',
  help: 'All have to fit.',
  newItem: (existing) => ({ name: freeName('role', existing), values: ['admin'] }),
  say: sayValues,
  fields: [
    { type: 'text', path: 'name', label: 'Claim', required: true, placeholder: 'realm.roles' },
    { type: 'texts', path: 'values', label: 'Values', hasSpaces: true, help: 'One has to fit.' },
    {
      type: 'enum',
      path: 'valueType',
      label: 'The claim is',
      options: ['String', 'StringArray'],
      help: 'String when empty.',
    },
  ],
};

const principalFields: readonly FieldDeclaration[] = [
  {
    type: 'texts',
    path: 'principal.clientCIDRs',
    label: 'Client addresses',
    of: 'cidr',
    placeholder: '10.0.0.0/8',
    help: 'One has to fit. All that is said of the client below has to fit as well.',
  },
  {
    type: 'text',
    path: 'principal.jwt.provider',
    label: 'JWT provider',
    help: 'The name of one of the JWT providers of this policy; needed for scopes and claims.',
  },
  {
    type: 'texts',
    path: 'principal.jwt.scopes',
    label: 'Scopes of the token',
    placeholder: 'orders:read',
    help: 'All have to be there.',
  },
  claimsField,
  {
    type: 'list',
    path: 'principal.headers',
    label: 'Headers',
    item: 'header',
    help: 'All have to fit.',
    newItem: (existing) => ({ name: freeName('x-user', existing), values: ['admin'] }),
    say: sayValues,
    fields: [
      { type: 'text', path: 'name', label: 'Name', required: true },
      { type: 'texts', path: 'values', label: 'Values', hasSpaces: true, help: 'One has to fit.' },
    ],
  },
  {
    type: 'list',
    path: 'principal.clientIPGeoLocations',
    label: 'Places',
    item: 'place',
    help: 'One has to fit. The EnvoyProxy needs a GeoIP database.',
    newItem: () => ({ country: 'CH' }),
    say: (place) => readText(place, 'city') ?? readText(place, 'region') ?? readText(place, 'country'),
    fields: [
      { type: 'text', path: 'country', label: 'Country', placeholder: 'CH' },
      { type: 'text', path: 'region', label: 'Region', placeholder: 'ZH' },
      { type: 'text', path: 'city', label: 'City' },
      { type: 'number', path: 'asn', label: 'Network (ASN)' },
    ],
  },
];

const operationFields: readonly FieldDeclaration[] = [
  {
    type: 'texts',
    path: 'operation.methods',
    label: 'Methods',
    options: methods,
    help: 'Every method when empty.',
  },
  { type: 'text', path: 'operation.path.value', label: 'Path', placeholder: '/admin' },
  {
    type: 'enum',
    path: 'operation.path.type',
    label: 'Path match',
    options: ['PathPrefix', 'Exact', 'RegularExpression'],
    help: 'PathPrefix when empty.',
  },
];

/** Who may do what, once it is known who it is. */
export const authorizationSection: FormSection = {
  title: 'Authorization',
  help: 'Lets in or refuses by address, token, header, method and path; what is refused gets 403.',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/security/restrict-ip-access/',
  say: (value) => sayFeatures(value, securityFeatures, 'authorization'),
  fields: [
    {
      type: 'list',
      path: 'spec.authorization.rules',
      label: 'Rules',
      item: 'rule',
      help: 'The first that fits decides.',
      newItem: (existing) => ({
        name: freeName('internal', existing),
        action: 'Allow',
        principal: { clientCIDRs: ['10.0.0.0/8'] },
      }),
      say: sayAuthorizationRule,
      fields: [
        { type: 'enum', path: 'action', label: 'Action', options: ['Allow', 'Deny'], required: true },
        ...principalFields,
        ...operationFields,
        {
          type: 'code',
          path: 'cel',
          label: 'CEL expression',
          help: 'Has to be true, besides all of the above.',
        },
        { type: 'text', path: 'name', label: 'Name' },
      ],
    },
    {
      type: 'enum',
      path: 'spec.authorization.defaultAction',
      label: 'Otherwise',
      options: ['Deny', 'Allow'],
      help: 'What happens when no rule fits; Deny when empty.',
    },
  ],
};

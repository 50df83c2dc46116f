import type {
  ChoiceFieldDeclaration,
  FieldDeclaration,
  FormSection,
  ListFieldDeclaration,
} from '../../form.ts';
import { readText } from '../../reading.ts';
import { sayFeatures } from '../../summaries/features.ts';
import { words } from '../../summaries/rows.ts';
import { sayProvider, securityFeatures } from '../../summaries/securityFeatures.ts';
import { freeName } from '../freeName.ts';

const localKeysField: ChoiceFieldDeclaration = {
  type: 'choice',
  path: 'localJWKS',
  label: 'Keys are',
  by: 'type',
  required: true,
  members: [
    {
      label: 'Written here',
      word: 'Inline',
      key: 'inline',
      newValue: () => '{"keys":[]}',
      fields: [{ type: 'code', path: 'inline', label: 'Key set (JWKS)' }],
    },
    {
      label: 'In a ConfigMap',
      help: 'Its key jwks, else its first.',
      word: 'ValueRef',
      key: 'valueRef',
      newValue: () => ({ group: '', kind: 'ConfigMap', name: 'jwks' }),
      fields: [{ type: 'reference', path: 'valueRef', label: 'ConfigMap', reference: 'jwt localJWKS' }],
    },
  ],
};

const remoteFields: readonly FieldDeclaration[] = [
  {
    type: 'text',
    path: 'remoteJWKS.uri',
    label: 'Key set (JWKS) at',
    required: true,
    placeholder: 'https://auth.example.com/.well-known/jwks.json',
  },
  {
    type: 'duration',
    path: 'remoteJWKS.cacheDuration',
    label: 'Kept for',
    placeholder: '300s',
    help: '300s when empty.',
  },
  {
    type: 'duration',
    path: 'remoteJWKS.failedRefetchDuration',
    label: 'After a failure again in',
    placeholder: '1s',
  },
  {
    type: 'reference',
    path: 'remoteJWKS.backendRefs',
    label: 'Fetched through',
    reference: 'jwt remoteJWKS backendRef',
    help: 'A Backend or Service, for what the address alone does not say: TLS, retries.',
  },
];

/** Where the keys come from that a token is checked by. */
const keysField: ChoiceFieldDeclaration = {
  type: 'choice',
  path: '',
  label: 'Keys',
  required: true,
  members: [
    {
      label: 'Fetched from the issuer',
      key: 'remoteJWKS',
      newValue: () => ({ uri: 'https://auth.example.com/.well-known/jwks.json' }),
      fields: remoteFields,
    },
    {
      label: 'Kept here',
      help: 'They have to be renewed by hand.',
      key: 'localJWKS',
      newValue: () => ({ type: 'ValueRef', valueRef: { group: '', kind: 'ConfigMap', name: 'jwks' } }),
      fields: [localKeysField],
    },
  ],
};

const claimsField: ListFieldDeclaration = {
  type: 'list',
  path: 'claimToHeaders',
  label: 'Claims to headers',
  item: 'claim',
  help: 'For the backend, for routes and for rate limits. Lists cannot be copied.',
  newItem: () => ({ claim: 'sub', header: 'x-user-id' }),
  say: (each) => words(readText(each, 'claim'), 'to', readText(each, 'header')),
  fields: [
    { type: 'text', path: 'claim', label: 'Claim', required: true, placeholder: 'realm.roles' },
    { type: 'text', path: 'header', label: 'Header', required: true },
  ],
};

const extractFields: readonly FieldDeclaration[] = [
  {
    type: 'list',
    path: 'extractFrom.headers',
    label: 'Token in headers',
    item: 'header',
    help: 'Authorization with Bearer, and the query parameter access_token, when nothing is said here.',
    newItem: (existing) => ({ name: freeName('Authorization', existing), valuePrefix: 'Bearer ' }),
    say: (header) => words(readText(header, 'name'), readText(header, 'valuePrefix')),
    fields: [
      { type: 'text', path: 'name', label: 'Header', required: true },
      {
        type: 'text',
        path: 'valuePrefix',
        label: 'Begins with',
        help: 'Cut off before the token, the space at its end included.',
      },
    ],
  },
  { type: 'texts', path: 'extractFrom.cookies', label: 'Token in cookies', placeholder: 'session' },
  { type: 'texts', path: 'extractFrom.params', label: 'Token in query parameters', placeholder: 'token' },
];

/** Requests with a token of somebody who is trusted. */
export const jwtSection: FormSection = {
  title: 'JWT',
  help: 'Lets in requests with a valid token of one of these issuers; others get 401.',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/security/jwt-authentication/',
  say: (value) => sayFeatures(value, securityFeatures, 'jwt'),
  fields: [
    {
      type: 'list',
      path: 'spec.jwt.providers',
      label: 'Providers',
      item: 'provider',
      help: 'A token of one of them is enough.',
      newItem: (existing) => ({
        name: freeName('example', existing),
        issuer: 'https://auth.example.com',
        remoteJWKS: { uri: 'https://auth.example.com/.well-known/jwks.json' },
      }),
      say: sayProvider,
      fields: [
        {
          type: 'text',
          path: 'name',
          label: 'Name',
          required: true,
          help: 'Authorization rules point at it.',
        },
        {
          type: 'text',
          path: 'issuer',
          label: 'Issuer',
          placeholder: 'https://auth.example.com',
          help: 'What stands in the claim iss, letter by letter; not looked at when empty.',
        },
        {
          type: 'texts',
          path: 'audiences',
          label: 'Audiences',
          placeholder: 'shop',
          help: 'One has to be in the claim aud. Without one, tokens for other services are good here too.',
        },
        keysField,
        claimsField,
        {
          type: 'boolean',
          path: 'recomputeRoute',
          label: 'Route by claims',
          help: 'Looks for the route again once the claims are in headers.',
        },
        ...extractFields,
      ],
    },
    {
      type: 'boolean',
      path: 'spec.jwt.optional',
      label: 'Optional',
      help: 'Lets requests without a token in; a token that is there has to be valid.',
    },
    {
      type: 'boolean',
      path: 'spec.jwt.failOpen',
      label: 'Let failures through',
      help: 'Lets every request in; valid tokens are still read. Not together with optional.',
    },
  ],
};

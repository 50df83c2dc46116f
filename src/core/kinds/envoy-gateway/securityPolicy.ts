import { freeName } from '../fields/freeName.ts';
import { targetRefsField } from '../fields/policyFields.ts';
import { securityTargets } from '../references/policyTargets.ts';
import { securityReferences } from '../references/securityReferences.ts';
import { targetReferences } from '../references/targetReferences.ts';
import { summarisePolicy } from '../summaries/policySummary.ts';
import { securityFeatures } from '../summaries/securityFeatures.ts';
import { envoyGateway } from '../targets.ts';
import { indent, type Lines, manifest } from '../templates/manifest.ts';
import { targetOf, targetRefLines } from '../templates/referenceLines.ts';
import type { FieldDeclaration, KindDefinition } from '../types.ts';

const jwtField: FieldDeclaration = {
  type: 'list',
  path: 'spec.jwt.providers',
  label: 'JWT providers',
  item: 'provider',
  help: 'A request needs a token of one of them.',
  newItem: (existing) => ({
    name: freeName('example', existing),
    issuer: 'https://auth.example.com',
    remoteJWKS: { uri: 'https://auth.example.com/.well-known/jwks.json' },
  }),
  fields: [
    { type: 'text', path: 'name', label: 'Name', required: true },
    { type: 'text', path: 'issuer', label: 'Issuer', placeholder: 'https://auth.example.com' },
    { type: 'texts', path: 'audiences', label: 'Audiences', placeholder: 'shop' },
    {
      type: 'text',
      path: 'remoteJWKS.uri',
      label: 'Keys (JWKS) at',
      placeholder: 'https://auth.example.com/.well-known/jwks.json',
    },
    {
      type: 'list',
      path: 'claimToHeaders',
      label: 'Claims to headers',
      item: 'claim',
      newItem: () => ({ claim: 'sub', header: 'x-user-id' }),
      fields: [
        { type: 'text', path: 'claim', label: 'Claim', required: true },
        { type: 'text', path: 'header', label: 'Header', required: true },
      ],
    },
  ],
};

const authorizationField: FieldDeclaration = {
  type: 'list',
  path: 'spec.authorization.rules',
  label: 'Authorization rules',
  item: 'rule',
  help: 'The first that fits decides.',
  newItem: (existing) => ({
    name: freeName('internal', existing),
    action: 'Allow',
    principal: { clientCIDRs: ['10.0.0.0/8'] },
  }),
  fields: [
    { type: 'text', path: 'name', label: 'Name' },
    { type: 'enum', path: 'action', label: 'Action', options: ['Allow', 'Deny'], required: true },
    { type: 'texts', path: 'principal.clientCIDRs', label: 'Client addresses', placeholder: '10.0.0.0/8' },
    { type: 'text', path: 'principal.jwt.provider', label: 'JWT provider' },
    { type: 'texts', path: 'principal.jwt.scopes', label: 'JWT scopes', placeholder: 'orders:read' },
  ],
};

export const securityPolicy: KindDefinition = {
  group: envoyGateway,
  kind: 'SecurityPolicy',
  plural: 'securitypolicies',
  versions: ['v1alpha1'],
  scope: 'namespaced',
  family: 'policy',
  icon: 'shield',
  purpose: 'Who may send requests: JWT, OIDC, API keys, CORS, authorization',
  phase: 'policy',
  baseName: 'security',
  docs: 'https://gateway.envoyproxy.io/docs/concepts/gateway_api_extensions/security-policy/',
  references: [...targetReferences(securityTargets), ...securityReferences],
  summarise: (value) => summarisePolicy(value, securityFeatures),
  template: (context) => {
    const target = targetOf(context, securityTargets, 'web-route');
    return manifest(context, { apiVersion: `${envoyGateway}/v1alpha1`, kind: 'SecurityPolicy' }, [
      'spec:',
      ...indent(2, targetRefLines(target, context)),
      ...(target.kind === 'TCPRoute' ? addressDefaults : tokenDefaults),
    ]);
  },
  fields: [
    targetRefsField,
    jwtField,
    authorizationField,
    {
      type: 'enum',
      path: 'spec.authorization.defaultAction',
      label: 'Otherwise',
      options: ['Deny', 'Allow'],
    },
    {
      type: 'texts',
      path: 'spec.cors.allowOrigins',
      label: 'CORS origins',
      placeholder: 'https://app.example.com',
    },
    { type: 'texts', path: 'spec.cors.allowMethods', label: 'CORS methods', placeholder: 'GET' },
    { type: 'texts', path: 'spec.cors.allowHeaders', label: 'CORS headers', placeholder: 'authorization' },
    {
      type: 'reference',
      path: 'spec.basicAuth.users',
      label: 'Basic auth users',
      reference: 'basicAuth users',
    },
    {
      type: 'reference',
      path: 'spec.apiKeyAuth.credentialRefs',
      label: 'API keys',
      reference: 'apiKeyAuth credentialRef',
    },
    {
      type: 'text',
      path: 'spec.oidc.provider.issuer',
      label: 'OIDC issuer',
      placeholder: 'https://auth.example.com',
    },
    { type: 'text', path: 'spec.oidc.clientID', label: 'OIDC client id' },
    {
      type: 'reference',
      path: 'spec.oidc.clientSecret',
      label: 'OIDC client secret',
      reference: 'oidc clientSecret',
    },
  ],
};

const tokenDefaults: Lines = [
  '  # Requests without a valid token of this issuer are answered with 401.',
  '  jwt:',
  '    providers:',
  '      - name: example',
  '        issuer: https://auth.example.com',
  '        # Tokens that were issued for something else are refused.',
  '        audiences:',
  '          - web',
  '        remoteJWKS:',
  '          uri: https://auth.example.com/.well-known/jwks.json',
];

const addressDefaults: Lines = [
  '  # TCP has no headers or tokens: clients are told apart by their address.',
  '  authorization:',
  '    defaultAction: Deny',
  '    rules:',
  '      - name: internal',
  '        action: Allow',
  '        principal:',
  '          clientCIDRs:',
  '            - 10.0.0.0/8',
];

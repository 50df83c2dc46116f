import { envoyTargetsSection } from '../fields/policyFields.ts';
import { authorizationSection } from '../fields/security/authorizationSection.ts';
import { extAuthSection } from '../fields/security/extAuthSection.ts';
import { jwtSection } from '../fields/security/jwtSection.ts';
import { apiKeySection, basicAuthSection } from '../fields/security/keySections.ts';
import { oidcSection } from '../fields/security/oidcSection.ts';
import { corsSection, csrfSection } from '../fields/security/originSections.ts';
import { securityTargets } from '../references/policyTargets.ts';
import { securityReferences } from '../references/securityReferences.ts';
import { targetReferences } from '../references/targetReferences.ts';
import { summarisePolicy } from '../summaries/policySummary.ts';
import { securityFeatures } from '../summaries/securityFeatures.ts';
import { envoyGateway } from '../targets.ts';
import { indent, type Lines, manifest } from '../templates/manifest.ts';
import { targetOf, targetRefLines } from '../templates/referenceLines.ts';
import type { KindDefinition } from '../types.ts';

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
  form: [
    envoyTargetsSection(securityTargets, { merges: true }),
    jwtSection,
    oidcSection,
    basicAuthSection,
    apiKeySection,
    extAuthSection,
    authorizationSection,
    corsSection,
    csrfSection,
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

import { headersField } from '../fields/headerFields.ts';
import { answerBodyField, cookiesField, hostnameField, pathField } from '../fields/routeFilterFields.ts';
import { configMapReference, grantedSecret } from '../references/authReferences.ts';
import { featureChips, featureRows } from '../summaries/features.ts';
import { routeFilterFeatures } from '../summaries/routeFilterFeatures.ts';
import { summary } from '../summaries/rows.ts';
import { envoyGateway } from '../targets.ts';
import { manifest } from '../templates/manifest.ts';
import type { KindDefinition } from '../types.ts';

const answer = 'spec.directResponse';
const injection = 'spec.credentialInjection';

export const httpRouteFilter: KindDefinition = {
  group: envoyGateway,
  kind: 'HTTPRouteFilter',
  plural: 'httproutefilters',
  versions: ['v1alpha1'],
  scope: 'namespaced',
  family: 'config',
  icon: 'filter',
  purpose: 'What a route rule can do beyond its own filters: rewrites, fixed answers',
  phase: 'configuration',
  baseName: 'rewrite-path',
  docs: 'https://gateway.envoyproxy.io/docs/api/extension_types/#httproutefilter',
  references: [
    configMapReference('directResponse body', 'spec.directResponse.body.valueRef'),
    grantedSecret('credential', 'spec.credentialInjection.credential.valueRef'),
  ],
  summarise: (value) =>
    summary({
      rows: featureRows(value, routeFilterFeatures),
      chips: featureChips(value, routeFilterFeatures),
    }),
  template: (context) =>
    manifest(context, { apiVersion: `${envoyGateway}/v1alpha1`, kind: 'HTTPRouteFilter' }, [
      '# A rule of an HTTPRoute names it in a filter of the type ExtensionRef.',
      'spec:',
      '  urlRewrite:',
      '    path:',
      '      type: ReplaceRegexMatch',
      '      replaceRegexMatch:',
      '        # What the pattern finds gives way to the substitution; \\1 is its first group.',
      "        pattern: '^/v[0-9]+/(.*)$'",
      "        substitution: '/\\1'",
    ]),
  form: [
    {
      title: 'URL rewrite',
      help: 'The path by a pattern, the host from a header, the path or the backend.',
      docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/http-urlrewrite/',
      fields: [
        pathField,
        hostnameField,
        {
          type: 'boolean',
          path: 'spec.urlRewrite.appendXForwardedHost',
          label: 'Keep the host in X-Forwarded-Host',
          help: 'On when empty.',
        },
      ],
    },
    {
      title: 'Fixed answer',
      help: 'Answered by the proxy itself; the rule needs no backend.',
      docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/direct-response/',
      fields: [
        { type: 'number', path: `${answer}.statusCode`, label: 'Status', placeholder: '503' },
        { type: 'text', path: `${answer}.contentType`, label: 'Content type', placeholder: 'text/plain' },
        answerBodyField,
        headersField(`${answer}.header.set`, 'Set headers'),
        headersField(`${answer}.header.add`, 'Add headers'),
      ],
    },
    {
      title: 'Credential',
      help: 'Put into requests for backends that want one which clients do not have.',
      docs: 'https://gateway.envoyproxy.io/docs/tasks/security/credential-injection/',
      fields: [
        {
          type: 'reference',
          path: `${injection}.credential.valueRef`,
          label: 'Secret with credential',
          reference: 'credential',
          help: 'It holds the whole value of the header, such as Bearer and the token.',
        },
        {
          type: 'text',
          path: `${injection}.header`,
          label: 'Header',
          placeholder: 'Authorization',
        },
        {
          type: 'boolean',
          path: `${injection}.overwrite`,
          label: 'Overwrite',
          help: 'Takes the place of what the client sent.',
        },
      ],
    },
    {
      title: 'Cookies',
      help: 'The rule takes only requests that have these, besides its own matches.',
      fields: [cookiesField],
    },
  ],
};

import type { FieldDeclaration, FormSection } from '../../form.ts';
import { clientTrafficFeatures } from '../../summaries/clientTrafficFeatures.ts';
import { sayFeatures } from '../../summaries/features.ts';
import { http2Fields } from '../connectionFields.ts';
import { headersField } from '../headerFields.ts';
import { stringMatchesField } from '../stringMatchFields.ts';

const say =
  (...paths: readonly string[]) =>
  (value: unknown) =>
    sayFeatures(value, clientTrafficFeatures, ...paths);

function changeFields(path: string, of: string): readonly FieldDeclaration[] {
  return [
    headersField(`${path}.set`, `Set on ${of}`),
    headersField(`${path}.add`, `Add to ${of}`),
    headersField(`${path}.addIfAbsent`, `Add to ${of} that lack it`),
    { type: 'texts', path: `${path}.remove`, label: `Remove from ${of}`, placeholder: 'x-internal' },
  ];
}

const headerFields: readonly FieldDeclaration[] = [
  ...changeFields('spec.headers.earlyRequestHeaders', 'requests'),
  ...changeFields('spec.headers.lateResponseHeaders', 'answers'),
  {
    type: 'enum',
    path: 'spec.headers.xForwardedClientCert.mode',
    label: 'Client certificate in a header',
    options: ['Sanitize', 'ForwardOnly', 'AppendForward', 'SanitizeSet', 'AlwaysForwardOnly'],
    help: 'What becomes of x-forwarded-client-cert; Sanitize removes it and is the default.',
  },
  {
    type: 'texts',
    path: 'spec.headers.xForwardedClientCert.certDetailsToAdd',
    label: 'Parts of the certificate',
    options: ['Subject', 'Cert', 'Chain', 'DNS', 'URI'],
    help: 'With AppendForward and SanitizeSet.',
  },
  {
    type: 'enum',
    path: 'spec.headers.requestID',
    label: 'Request ID',
    options: ['Generate', 'PreserveOrGenerate', 'Preserve', 'Disable'],
    help: 'What becomes of x-request-id; Generate when empty.',
  },
  {
    type: 'enum',
    path: 'spec.headers.withUnderscoresAction',
    label: 'Names with underscores',
    options: ['RejectRequest', 'DropHeader', 'Allow'],
    help: 'RejectRequest when empty.',
  },
  {
    type: 'boolean',
    path: 'spec.headers.disableRateLimitHeaders',
    label: 'Hide rate limits',
    help: 'Leaves x-ratelimit headers out of answers.',
  },
  {
    type: 'boolean',
    path: 'spec.headers.enableEnvoyHeaders',
    label: 'Envoy headers',
    help: 'Adds x-envoy headers to requests and answers.',
  },
  {
    type: 'boolean',
    path: 'spec.headers.host.stripTrailingHostDot',
    label: 'Hosts without the last dot',
    help: 'Takes example.com. for example.com.',
  },
];

const http1Fields: readonly FieldDeclaration[] = [
  { type: 'boolean', path: 'spec.http1.enableTrailers', label: 'Trailers' },
  {
    type: 'boolean',
    path: 'spec.http1.preserveHeaderCase',
    label: 'Keep the case of headers',
    help: 'They are in lower case otherwise.',
  },
  {
    type: 'choice',
    path: 'spec.http1',
    label: 'HTTP/1.0',
    members: [
      {
        label: 'Taken as well',
        key: 'http10',
        newValue: () => ({ useDefaultHost: false }),
        fields: [
          {
            type: 'boolean',
            path: 'http10.useDefaultHost',
            label: 'Default host',
            help: 'Requests without a host get that of the route, when there is just one.',
          },
        ],
      },
    ],
  },
  stringMatchesField({
    path: 'spec.http1.ignoredUpgradeTypes',
    label: 'Ignored upgrades',
    item: 'upgrade',
    value: 'h2c',
    help: 'Asked for by clients and passed over.',
  }),
];

/** What is taken and given in HTTP with clients. */
export const clientHttpSections: readonly FormSection[] = [
  {
    title: 'Headers',
    help: 'Changes headers before routing and after everything else, and what the proxy adds itself.',
    say: say('headers'),
    fields: headerFields,
  },
  {
    title: 'Paths and scheme',
    help: 'How paths are tidied before routes look at them.',
    say: say('path', 'scheme'),
    fields: [
      {
        type: 'enum',
        path: 'spec.path.escapedSlashesAction',
        label: 'Escaped slashes',
        options: ['UnescapeAndRedirect', 'UnescapeAndForward', 'RejectRequest', 'KeepUnchanged'],
        help: 'What becomes of %2F; UnescapeAndRedirect when empty.',
      },
      {
        type: 'boolean',
        path: 'spec.path.disableMergeSlashes',
        label: 'Keep double slashes',
        help: '// becomes / otherwise.',
      },
      {
        type: 'enum',
        path: 'spec.scheme',
        label: 'Scheme header',
        options: ['Preserve', 'MatchBackend'],
        help: 'MatchBackend says https to backends that are spoken to in TLS. Preserve when empty.',
      },
    ],
  },
  {
    title: 'HTTP/1',
    help: 'What old clients may do.',
    say: say('http1'),
    fields: http1Fields,
  },
  {
    title: 'HTTP/2',
    help: 'Streams, windows and pings of HTTP/2 and gRPC with clients.',
    say: say('http2'),
    fields: http2Fields,
  },
  {
    title: 'HTTP/3 and gRPC-Web',
    help: 'What clients may speak besides HTTP/1.1 and HTTP/2.',
    docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/http3/',
    say: say('http3', 'grpc'),
    fields: [
      {
        type: 'choice',
        path: 'spec',
        label: 'HTTP/3',
        help: 'Over QUIC, on HTTPS listeners; UDP has to reach the Gateway.',
        members: [{ label: 'Offered', key: 'http3', newValue: () => ({}), fields: [] }],
      },
      {
        type: 'boolean',
        path: 'spec.grpc.enableWeb',
        label: 'gRPC-Web',
        help: 'For browsers. On for GRPCRoutes when not set.',
      },
    ],
  },
  {
    title: 'Health check',
    help: 'The Gateway answers 200 here itself, so that a load balancer in front can see that it is there.',
    say: say('healthCheck'),
    fields: [{ type: 'text', path: 'spec.healthCheck.path', label: 'Path', placeholder: '/healthz' }],
  },
];

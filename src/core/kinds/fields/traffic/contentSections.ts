import type { FieldDeclaration, FormSection } from '../../form.ts';
import { readText } from '../../reading.ts';
import { backendTrafficFeatures } from '../../summaries/backendTrafficFeatures.ts';
import { sayFeatures } from '../../summaries/features.ts';

const say = (path: string) => (value: unknown) => sayFeatures(value, backendTrafficFeatures, path);

const algorithms: readonly (readonly [word: string, key: string])[] = [
  ['Gzip', 'gzip'],
  ['Brotli', 'brotli'],
  ['Zstd', 'zstd'],
];

const compressorField: FieldDeclaration = {
  type: 'list',
  path: 'spec.compressor',
  label: 'Algorithms',
  item: 'algorithm',
  help: 'The first is taken where the client likes several as well.',
  newItem: (existing) => {
    const present = existing.map((each) => readText(each, 'type'));
    return { type: algorithms.find(([word]) => !present.includes(word))?.[0] ?? 'Gzip' };
  },
  say: (compressor) => readText(compressor, 'type'),
  fields: [
    {
      type: 'choice',
      path: '',
      label: 'Algorithm',
      by: 'type',
      required: true,
      members: algorithms.map(([word, key]) => ({ label: word, word, key, fields: [] })),
    },
    {
      type: 'quantity',
      path: 'minContentLength',
      label: 'Only answers from',
      placeholder: '1Ki',
      help: 'Smaller ones are not worth it.',
    },
  ],
};

function bandwidthFields(side: 'request' | 'response', label: string): readonly FieldDeclaration[] {
  const path = `spec.bandwidthLimit.${side}.limit`;
  return [
    { type: 'quantity', path: `${path}.value`, label, placeholder: '10Mi' },
    { type: 'enum', path: `${path}.unit`, label: 'Per', options: ['Second', 'Minute', 'Hour'] },
  ];
}

/** What is done with bodies, and with requests while backends are in trouble. */
export const contentSections: readonly FormSection[] = [
  {
    title: 'Compression',
    help: 'Makes answers smaller for clients that can unpack them.',
    docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/response-compression/',
    say: say('compressor'),
    fields: [compressorField],
  },
  {
    title: 'Request buffer',
    help: 'Takes a request in whole before the backend sees it; larger ones are refused with 413.',
    docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/request-buffering/',
    say: say('requestBuffer'),
    fields: [
      {
        type: 'quantity',
        path: 'spec.requestBuffer.limit',
        label: 'Largest request',
        placeholder: '1Mi',
        help: 'Not together with upgrades such as WebSocket.',
      },
    ],
  },
  {
    title: 'Bandwidth limit',
    help: 'Slows requests and answers down to so many bytes in a time.',
    docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/bandwidth-limit/',
    say: say('bandwidthLimit'),
    fields: [...bandwidthFields('request', 'To backends'), ...bandwidthFields('response', 'From backends')],
  },
  {
    title: 'Admission control',
    help: 'Refuses some requests by chance while too many fail, so that backends can recover.',
    say: say('admissionControl'),
    fields: [
      {
        type: 'number',
        path: 'spec.admissionControl.minSuccessRate',
        label: 'Success expected, %',
        help: 'Requests are refused when fewer succeed; 95 when empty.',
      },
      {
        type: 'duration',
        path: 'spec.admissionControl.samplingWindow',
        label: 'Looked at',
        placeholder: '30s',
        help: 'The time over which success is measured, 1s at least; 30s when empty.',
      },
      {
        type: 'number',
        path: 'spec.admissionControl.maxRejectionPercent',
        label: 'Refused at most, %',
        help: '80 when empty.',
      },
      {
        type: 'number',
        path: 'spec.admissionControl.minRequestRate',
        label: 'From requests per second',
        help: 'Nothing is refused when there are fewer.',
      },
      {
        type: 'number',
        path: 'spec.admissionControl.rejectionAggression',
        label: 'Aggression',
        help: '1 refuses in proportion; more refuses sooner.',
      },
      {
        type: 'texts',
        path: 'spec.admissionControl.successCriteria.http.statusCodes',
        label: 'Successful status codes',
        of: 'number',
        placeholder: '200',
      },
    ],
  },
  {
    title: 'Telemetry',
    help: 'Traces and metrics of this traffic, in place of what the EnvoyProxy says.',
    say: say('telemetry'),
    fields: [
      {
        type: 'number',
        path: 'spec.telemetry.tracing.samplingFraction.numerator',
        label: 'Traced',
        help: 'Of each hundred requests, unless the next field says otherwise.',
      },
      {
        type: 'number',
        path: 'spec.telemetry.tracing.samplingFraction.denominator',
        label: 'Out of',
        help: '100 when empty.',
      },
      {
        type: 'map',
        path: 'spec.telemetry.tracing.tags',
        label: 'Tags of spans',
        help: 'Values may hold Envoy operators such as %REQ(x-user-id)%.',
      },
      {
        type: 'text',
        path: 'spec.telemetry.metrics.routeStatName',
        label: 'Name in metrics',
        placeholder: '%ROUTE_NAMESPACE%/%ROUTE_NAME%',
      },
    ],
  },
];

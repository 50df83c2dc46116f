import type { ChoiceMember, FieldDeclaration, FormSection, ListFieldDeclaration } from '../../form.ts';
import { sayFeatures } from '../../summaries/features.ts';
import { accessLogWords, proxyFeatures, sinkWords } from '../../summaries/proxyFeatures.ts';
import { sentence } from '../../summaries/sentences.ts';
import { collector, receiverFields } from './receiverFields.ts';

const logSinks: readonly ChoiceMember[] = [
  {
    label: 'A file',
    word: 'File',
    key: 'file',
    newValue: () => ({ path: '/dev/stdout' }),
    fields: [
      {
        type: 'text',
        path: 'file.path',
        label: 'Path',
        required: true,
        placeholder: '/dev/stdout',
        help: '/dev/stdout is the log of the pod.',
      },
    ],
  },
  {
    label: 'OpenTelemetry',
    word: 'OpenTelemetry',
    key: 'openTelemetry',
    newValue: collector,
    fields: receiverFields('openTelemetry', 'accessLog openTelemetry backendRef'),
  },
  {
    label: 'A gRPC access log service',
    word: 'ALS',
    key: 'als',
    newValue: () => ({ type: 'HTTP', backendRefs: [{ name: 'access-log', port: 8080 }] }),
    fields: [
      { type: 'reference', path: 'als.backendRefs', label: 'Service', reference: 'accessLog als backendRef' },
      { type: 'enum', path: 'als.type', label: 'Logs', options: ['HTTP', 'TCP'], required: true },
      { type: 'text', path: 'als.logName', label: 'Name of the log' },
      { type: 'texts', path: 'als.http.requestHeaders', label: 'Request headers', placeholder: 'x-user-id' },
      {
        type: 'texts',
        path: 'als.http.responseHeaders',
        label: 'Answer headers',
        placeholder: 'x-request-id',
      },
    ],
  },
];

const formatField: FieldDeclaration = {
  type: 'choice',
  path: 'format',
  label: 'Format',
  by: 'type',
  help: 'JSON with the usual fields when not chosen.',
  members: [
    {
      label: 'JSON',
      word: 'JSON',
      key: 'json',
      newValue: () => ({ method: '%REQ(:METHOD)%', path: '%REQ(:PATH)%', status: '%RESPONSE_CODE%' }),
      fields: [{ type: 'map', path: 'json', label: 'Fields', help: 'Values hold Envoy operators.' }],
    },
    {
      label: 'Text',
      word: 'Text',
      key: 'text',
      newValue: () => '[%START_TIME%] "%REQ(:METHOD)% %REQ(:PATH)%" %RESPONSE_CODE%\n',
      fields: [{ type: 'code', path: 'text', label: 'Line', help: 'With its line end.' }],
    },
  ],
};

const accessLogField: ListFieldDeclaration = {
  type: 'list',
  path: 'spec.telemetry.accessLog.settings',
  label: 'Access logs',
  item: 'log',
  newItem: () => ({ sinks: [{ type: 'File', file: { path: '/dev/stdout' } }] }),
  say: (setting) => sentence(accessLogWords(setting).join(', ')),
  fields: [
    formatField,
    {
      type: 'texts',
      path: 'matches',
      label: 'Only when',
      hasSpaces: true,
      placeholder: 'response.code >= 400',
      help: 'CEL expressions that have to be true, all of them.',
    },
    {
      type: 'enum',
      path: 'type',
      label: 'Of',
      options: ['Listener', 'Route', 'Upstream'],
      help: 'Listener: what no route took. Route: what one took. Both when empty.',
    },
    {
      type: 'list',
      path: 'sinks',
      label: 'Written to',
      item: 'sink',
      newItem: () => ({ type: 'File', file: { path: '/dev/stdout' } }),
      say: (sink) => sentence(sinkWords(sink)),
      fields: [{ type: 'choice', path: '', label: 'Type', by: 'type', required: true, members: logSinks }],
    },
  ],
};

/** What the proxies write of each request or connection. */
export const accessLogSection: FormSection = {
  title: 'Access logs',
  help: 'A line for each request or connection.',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/observability/proxy-accesslog/',
  say: (value) => sayFeatures(value, proxyFeatures, 'telemetry.accessLog'),
  fields: [
    accessLogField,
    {
      type: 'boolean',
      path: 'spec.telemetry.accessLog.disable',
      label: 'No access logs',
      help: 'They are written to the log of the pod when nothing is said.',
    },
  ],
};

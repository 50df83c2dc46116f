import type {
  ChoiceFieldDeclaration,
  FieldDeclaration,
  FormSection,
  ListFieldDeclaration,
} from '../../form.ts';
import { readText } from '../../reading.ts';
import { sayFeatures } from '../../summaries/features.ts';
import { securityFeatures } from '../../summaries/securityFeatures.ts';
import { freeName } from '../freeName.ts';

const newBackend = (port: number) => ({ backendRefs: [{ name: 'ext-auth', port }] });

const serviceField: ChoiceFieldDeclaration = {
  type: 'choice',
  path: 'spec.extAuth',
  label: 'Asked over',
  required: true,
  members: [
    {
      label: 'gRPC',
      help: 'A service of Envoy’s external authorization.',
      key: 'grpc',
      newValue: () => newBackend(9001),
      fields: [
        {
          type: 'reference',
          path: 'grpc.backendRefs',
          label: 'Service',
          reference: 'extAuth grpc backendRef',
        },
      ],
    },
    {
      label: 'HTTP',
      help: 'Answers 200 to let a request in; any other answer goes to the client.',
      key: 'http',
      newValue: () => newBackend(8080),
      fields: [
        {
          type: 'reference',
          path: 'http.backendRefs',
          label: 'Service',
          reference: 'extAuth http backendRef',
        },
        {
          type: 'text',
          path: 'http.path',
          label: 'Path before',
          placeholder: '/verify',
          help: 'Put before the path of the request.',
        },
        {
          type: 'text',
          path: 'http.pathOverride',
          label: 'Path instead',
          placeholder: '/verify',
          help: 'In place of the path of the request, and of the one above.',
        },
        {
          type: 'texts',
          path: 'http.headersToBackend',
          label: 'Headers to the backend',
          placeholder: 'x-user-id',
          help: 'Of the answer, when it lets a request in.',
        },
      ],
    },
  ],
};

const contextField: ListFieldDeclaration = {
  type: 'list',
  path: 'spec.extAuth.contextExtensions',
  label: 'Told besides',
  item: 'value',
  help: 'Values that the service gets with every question.',
  newItem: (existing) => ({ name: freeName('tenant', existing), type: 'Value', value: 'shop' }),
  say: (each) => readText(each, 'name'),
  fields: [
    { type: 'text', path: 'name', label: 'Name', required: true },
    {
      type: 'choice',
      path: '',
      label: 'Value',
      by: 'type',
      required: true,
      members: [
        {
          label: 'Written here',
          word: 'Value',
          key: 'value',
          newValue: () => 'shop',
          fields: [{ type: 'text', path: 'value', label: 'Text' }],
        },
        {
          label: 'From a ConfigMap or Secret',
          word: 'ValueRef',
          key: 'valueRef',
          newValue: () => ({ group: '', kind: 'ConfigMap', name: 'ext-auth', key: 'tenant' }),
          fields: [
            { type: 'reference', path: 'valueRef', label: 'From', reference: 'extAuth contextExtension' },
            { type: 'text', path: 'valueRef.key', label: 'Key', required: true },
          ],
        },
      ],
    },
  ],
};

const questionFields: readonly FieldDeclaration[] = [
  {
    type: 'texts',
    path: 'spec.extAuth.headersToExtAuth',
    label: 'Headers it sees',
    placeholder: 'authorization',
    help: 'gRPC: all when empty. HTTP: besides method, path, host and authorization.',
  },
  {
    type: 'number',
    path: 'spec.extAuth.bodyToExtAuth.maxRequestBytes',
    label: 'Bytes of the body it sees',
    placeholder: '8192',
    help: 'Longer bodies are refused with 413. None when empty.',
  },
  {
    type: 'boolean',
    path: 'spec.extAuth.failOpen',
    label: 'Let in when it fails',
    help: 'When the service does not answer. Off when not set: requests are refused then.',
  },
  {
    type: 'duration',
    path: 'spec.extAuth.timeout',
    label: 'Timeout',
    placeholder: '2s',
    help: '10s when empty.',
  },
  {
    type: 'number',
    path: 'spec.extAuth.statusOnError',
    label: 'Status when it fails',
    placeholder: '503',
    help: '403 when empty.',
  },
  {
    type: 'boolean',
    path: 'spec.extAuth.recomputeRoute',
    label: 'Route by its headers',
    help: 'Looks for the route again once the service has answered.',
  },
];

/** A service of your own decides. */
export const extAuthSection: FormSection = {
  title: 'External authorization',
  help: 'Asks a service of your own about every request.',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/security/ext-auth/',
  say: (value) => sayFeatures(value, securityFeatures, 'extAuth'),
  fields: [serviceField, ...questionFields, contextField],
};

import type { TypeName } from '../../schema.ts';
import { listOf, of, record, resource, text } from '../fields.ts';
import { nameIn, typesIn, v1Name } from '../gateway-api/group.ts';
import type { TypeOverlay } from '../overlay.ts';
import { is, requiredWhen, uniqueBy } from '../rules.ts';

export const inferencePoolFolder = 'inference.networking.k8s.io/v1';
const own = (type: string): TypeName => nameIn(inferencePoolFolder, type);

export const conditions = listOf(
  { ref: 'apis/meta/v1.Condition' },
  'What the controller has to say, one entry a type.',
  {
    listType: 'map',
    listKeys: ['type'],
    maxItems: 8,
  },
);

/** InferencePool, by full names. */
export const inferencePool: Readonly<Record<TypeName, TypeOverlay>> = typesIn(
  inferencePoolFolder,
  {
    InferencePool: resource(
      'A pool of Pods that serve a model, with the extension that picks the Pod for each request. Routes name it in backendRefs.',
      own('InferencePoolSpec'),
      own('InferencePoolStatus'),
      { require: ['spec'] },
    ),
    InferencePoolSpec: record('Which Pods are in the pool, and who picks one of them.', {
      'selector!': of(own('LabelSelector'), 'Which Pods of this namespace belong to the pool.'),
      'targetPorts!': listOf({ ref: own('Port') }, 'The ports that each Pod serves the model on.', {
        listType: 'atomic',
        minItems: 1,
        maxItems: 8,
        rules: [
          uniqueBy('', ['number'], {
            message: 'The pool has port {value} already. Remove this entry, or write another number.',
          }),
        ],
      }),
      appProtocol: text('What the Pods speak: HTTP/1.1, or HTTP/2 without TLS.', {
        enum: ['http', 'kubernetes.io/h2c'],
        default: 'http',
      }),
      endpointPickerRef: of(own('EndpointPickerRef'), 'The extension that picks a Pod for each request.'),
    }),
    LabelSelector: record('Pods are chosen by equal labels.', {
      'matchLabels!': {
        type: 'object',
        doc: 'Labels that a Pod must have, every one of them.',
        values: of(v1Name('LabelValue'), 'The value that the label must have.'),
        minProperties: 1,
        maxProperties: 64,
      },
    }),
    Port: record('A port of the network.', { 'number!': of(v1Name('PortNumber'), 'Its number.') }),
    EndpointPickerRef: record(
      'Who picks the Pod for a request, and what happens when nobody answers.',
      {
        group: of(v1Name('Group'), 'The API group of the extension; empty for a Service.', {
          default: '',
          minLength: 0,
        }),
        kind: of(v1Name('Kind'), 'The kind of the extension.', { default: 'Service' }),
        'name!': of(v1Name('ObjectName'), 'The name of the extension.'),
        port: of(own('Port'), 'The port of the extension; a Service needs it.'),
        failureMode: text(
          'Whether requests are refused (FailClose) or spread over all Pods (FailOpen) when the extension does not answer.',
          { enum: ['FailOpen', 'FailClose'], default: 'FailClose' },
        ),
      },
      [
        requiredWhen('port', is('kind', 'Service'), {
          message:
            'An endpoint picker that is a Service (the default kind) needs a port. Add port with the number of the port of its gRPC server, such as 9002.',
        }),
      ],
    ),
    InferencePoolStatus: record('What the controllers made of the pool.', {
      parents: listOf({ ref: own('ParentStatus') }, 'One entry for each Gateway that uses the pool.', {
        listType: 'atomic',
        maxItems: 32,
      }),
    }),
    ParentStatus: record('What one Gateway made of the pool.', {
      'parentRef!': of(own('ParentReference'), 'The Gateway.'),
      controllerName: of(v1Name('GatewayController'), 'The controller that wrote this entry.'),
      conditions,
    }),
    ParentReference: record('The Gateway that uses a pool.', {
      group: of(v1Name('Group'), 'Its API group.', { default: 'gateway.networking.k8s.io', minLength: 0 }),
      kind: of(v1Name('Kind'), 'Its kind.', { default: 'Gateway' }),
      'name!': of(v1Name('ObjectName'), 'Its name.'),
      namespace: of(v1Name('Namespace'), 'Its namespace; without it, that of the pool.'),
    }),
  },
  'https://gateway-api-inference-extension.sigs.k8s.io/reference/spec/',
);

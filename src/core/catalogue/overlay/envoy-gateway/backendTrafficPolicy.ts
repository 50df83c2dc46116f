import { int32, listOf, of, record, text } from '../fields.ts';
import {
  all,
  atLeastOneOf,
  atMostOneOf,
  compare,
  exactlyOneOf,
  filled,
  forbiddenWhen,
  has,
  is,
  not,
} from '../rules.ts';
import { duration, eg, envoyTypes } from './envoyType.ts';
import { gateways, isAimedBeside, isNotReplace, mergeTypeRule, routes, targetRules } from './targetRefs.ts';

const size = { allOf: [{ pattern: '^[1-9]+[0-9]*([EPTGMK]i|[EPTGMk])?$' }] };
const percentage = { drop: ['keepsUnknown'], type: 'number', default: 100 } as const;
const percent = { minimum: 0, maximum: 100 };
const httpTargets = [...gateways, 'HTTPRoute', 'GRPCRoute'];

/** The kind BackendTrafficPolicy: how traffic goes to backends. */
export const backendTrafficPolicy = envoyTypes({
  BackendTrafficPolicySpec: {
    fields: {
      mergeType: { rules: [isNotReplace] },
      admissionControl: of(eg('AdmissionControl'), 'Turns away some requests while too many fail.'),
      bandwidthLimit: of(eg('BandwidthLimit'), 'How many bytes go to the backend and come back.'),
    },
    rules: [
      ...targetRules([...gateways, ...routes]),
      mergeTypeRule(routes),
      atMostOneOf(['compression', 'compressor'], {
        message: 'compressor takes the place of compression. Move what compression says there and remove it.',
      }),
      forbiddenWhen('requestBuffer', all(has('requestBuffer'), filled('httpUpgrade')), {
        message: 'Requests that are upgraded cannot be buffered. Remove requestBuffer, or httpUpgrade.',
      }),
      forbiddenWhen('admissionControl', all(has('admissionControl'), isAimedBeside(httpTargets)), {
        message:
          'Admission control is for HTTP and gRPC, and this policy has another target. Remove admissionControl, or aim it at a Gateway, ListenerSet, HTTPRoute or GRPCRoute.',
      }),
    ],
  },
  AdmissionControl: record(
    'Turns away requests at random while the share of good answers is too low.',
    {
      maxRejectionPercent: int32('The share that is turned away at most; 80 when absent.', percent),
      minRequestRate: int32('Up to how many requests a second nothing is turned away; 0 when absent.', {
        minimum: 0,
      }),
      minSuccessRate: int32(
        'The share of good answers below which requests are turned away; 95 when absent.',
        {
          minimum: 1,
          maximum: 100,
        },
      ),
      rejectionAggression: int32(
        'How steeply more are turned away as fewer answers are good; 1 is a straight line.',
        {
          minimum: 1,
        },
      ),
      samplingWindow: duration('Over how long answers are counted; 30 s when absent.'),
      successCriteria: of(eg('AdmissionControlSuccessCriteria'), 'What a good answer is.'),
    },
    [
      compare(
        'samplingWindow',
        '>=',
        { value: '1s' },
        {
          as: 'duration',
          message: 'Answers are counted over whole seconds. Make samplingWindow 1s or longer.',
        },
      ),
    ],
  ),
  AdmissionControlSuccessCriteria: record('What a good answer is.', {
    http: of(eg('HTTPSuccessCriteria'), 'Of HTTP.'),
    grpc: of(eg('GRPCSuccessCriteria'), 'Of gRPC.'),
  }),
  HTTPSuccessCriteria: record('Good answers of HTTP.', {
    statusCodes: listOf({ ref: eg('HTTPStatus') }, 'The status codes of good answers.'),
  }),
  GRPCSuccessCriteria: record('Good answers of gRPC.', {
    statusCodes: listOf(
      {
        type: 'string',
        enum: [
          'Ok',
          'Cancelled',
          'Unknown',
          'InvalidArgument',
          'DeadlineExceeded',
          'NotFound',
          'AlreadyExists',
          'PermissionDenied',
          'ResourceExhausted',
          'FailedPrecondition',
          'Aborted',
          'OutOfRange',
          'Unimplemented',
          'Internal',
          'Unavailable',
          'DataLoss',
          'Unauthenticated',
        ],
      },
      'The status codes of good answers.',
    ),
  }),
  BandwidthLimit: record(
    'How many bytes go by, each way.',
    {
      request: of(eg('BandwidthLimitRequest'), 'To the backend.'),
      response: of(eg('BandwidthLimitResponse'), 'From the backend.'),
    },
    [
      atLeastOneOf(['request', 'response'], {
        message: 'This limits nothing. Say which way: request, response or both.',
      }),
    ],
  ),
  BandwidthLimitRequest: record('A limit to the backend.', {
    'limit!': of(eg('BandwidthLimitValue'), 'Bytes for a unit of time.'),
  }),
  BandwidthLimitResponse: record('A limit from the backend.', {
    'limit!': of(eg('BandwidthLimitValue'), 'Bytes for a unit of time.'),
    responseTrailers: of(
      eg('BandwidthLimitResponseTrailers'),
      'Trailers that tell how long an answer was held back.',
    ),
  }),
  BandwidthLimitResponseTrailers: record('Trailers that tell how long an answer was held back.', {
    prefix: text('Put before the name of each trailer, with a dash.', { pattern: '^[^\\r\\n\\x00]*$' }),
  }),
  BandwidthLimitValue: record('Bytes for a unit of time.', {
    'value!': of('api/resource.Quantity', 'How many bytes, such as 10Mi.', size),
    'unit!': text('In how long.', { enum: ['Second', 'Minute', 'Hour'] }),
  }),
  FaultInjection: {
    rules: [
      atLeastOneOf(['delay', 'abort'], {
        message: 'This injects nothing. Add delay, abort or both.',
      }),
    ],
  },
  FaultInjectionAbort: {
    fields: { percentage, grpcStatus: { minimum: 0, maximum: 16 } },
    rules: [
      exactlyOneOf(['httpStatus', 'grpcStatus'], {
        message:
          'A request is aborted with a status of HTTP or of gRPC: write exactly one of httpStatus and grpcStatus.',
      }),
    ],
  },
  FaultInjectionDelay: { fields: { percentage } },
  ProtocolUpgradeConfig: {
    rules: [
      forbiddenWhen('connect', not(is('type', 'CONNECT')), {
        message: 'connect says how CONNECT requests are treated. Set type to CONNECT, or remove connect.',
      }),
    ],
  },
  Tracing: {
    fields: {
      clientSamplingFraction: of(
        'gateway.networking.k8s.io/v1.Fraction',
        'How many of the requests are traced whose client asks for it; none when absent.',
      ),
      overallSamplingFraction: of(
        'gateway.networking.k8s.io/v1.Fraction',
        'How many of the requests are traced that were chosen by everything else.',
      ),
    },
  },
});

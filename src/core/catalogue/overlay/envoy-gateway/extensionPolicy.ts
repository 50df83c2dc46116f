import type { Condition, Rule } from '../../rule.ts';
import { flag, int32, listOf } from '../fields.ts';
import type { FieldOverlay } from '../overlay.ts';
import { all, any, each, forbiddenWhen, has, is, mustNotMatch, not, oneOfValues } from '../rules.ts';
import { extensionBackends, noSingularBackend } from './backendRefs.ts';
import { eg, envoyTypes } from './envoyType.ts';
import { gateways, isNotReplace, mergeTypeRule, routes, targetRules } from './targetRefs.ts';

const bodies = (holds: (path: string) => Condition): Condition =>
  any(holds('processingMode.request.body'), holds('processingMode.response.body'));
const isOtherThanStreamed = (path: string): Condition => all(has(path), not(is(path, 'Streamed')));

/** Status codes with which Envoy answers when a check cannot be made. */
export const statusOnError = (doc: string): FieldOverlay =>
  int32(doc, {
    enum: [
      ...[400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417],
      ...[421, 422, 423, 424, 426, 428, 429, 431, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511],
    ],
  });

export const mergeType = (policy: string): FieldOverlay => ({
  ref: eg('MergeType'),
  doc: `How this policy is laid over the ${policy} of the Gateway or listener that the route belongs to; it takes its place when absent. For policies on routes.`,
  rules: [isNotReplace],
});

const valueRefRules: readonly Rule[] = [
  oneOfValues('kind', ['ConfigMap'], {
    message: 'A script can stand in a ConfigMap, not in {value}. Set kind to ConfigMap.',
  }),
  oneOfValues('group', ['', 'v1'], {
    message: 'A ConfigMap is of the core group, not of {value}. Set group to an empty text.',
  }),
];

/** The kind EnvoyExtensionPolicy: programs that see requests and answers on their way. */
export const extensionPolicy = envoyTypes({
  EnvoyExtensionPolicySpec: {
    fields: {
      mergeType: mergeType('EnvoyExtensionPolicy'),
      dynamicModule: listOf(
        { ref: eg('DynamicModule') },
        'Filters from modules that the EnvoyProxy registers, in the order in which they run.',
        { maxItems: 16 },
      ),
    },
    rules: [...targetRules([...gateways, ...routes]), mergeTypeRule(routes)],
  },
  ExtProc: {
    fields: {
      failOpen: { default: false },
      shadowMode: flag('Lets the service see everything, and does not do what it says.'),
      statusOnError: statusOnError('What is answered when the service fails; 500 when absent.'),
    },
    rules: [
      noSingularBackend,
      extensionBackends,
      forbiddenWhen(
        'failOpen',
        all(
          is('failOpen', true),
          bodies((path) => is(path, 'FullDuplexStreamed')),
        ),
        {
          message:
            'A body that is streamed both ways cannot be let through when the service fails. Set failOpen to false, or choose another body mode than FullDuplexStreamed.',
        },
      ),
      forbiddenWhen('shadowMode', all(is('shadowMode', true), bodies(isOtherThanStreamed)), {
        message:
          'In shadow mode bodies are streamed. Set the body modes of processingMode to Streamed, or remove them.',
      }),
    ],
  },
  ExtProcMetadata: {
    fields: {
      writableNamespaces: {
        rules: [
          each('', [
            mustNotMatch('', '^envoy\\.filters\\.http', {
              message: 'The namespace {value} belongs to a filter of Envoy. Write to one of your own.',
            }),
          ]),
        ],
      },
    },
  },
  Lua: {
    fields: {
      type: { default: 'Inline' },
      filterContext: { keepsUnknown: true, doc: 'Keys and values that the script can read.' },
      valueRef: { rules: valueRefRules },
    },
    rules: [{ rule: 'union', tag: 'type', members: { Inline: 'inline', ValueRef: 'valueRef' } }],
  },
  Wasm: { fields: { failOpen: { default: false } } },
  WasmCodeSource: {
    fields: { type: { enum: ['HTTP', 'Image'] } },
    rules: [{ rule: 'union', tag: 'type', members: { HTTP: 'http', Image: 'image' } }],
  },
  ImageWasmCodeSource: {
    fields: {
      pullSecretRef: {
        rules: [
          oneOfValues('kind', ['Secret'], {
            message: 'The credentials of a registry stand in a Secret, not in {value}. Set kind to Secret.',
          }),
        ],
      },
    },
  },
});

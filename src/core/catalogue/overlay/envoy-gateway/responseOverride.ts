import type { Rule } from '../../rule.ts';
import { listOf, of, record, text } from '../fields.ts';
import type { FieldOverlay } from '../overlay.ts';
import {
  any,
  atLeastOneOf,
  compare,
  exactlyOneOf,
  filled,
  forbiddenWhen,
  has,
  is,
  not,
  oneOfValues,
  requiredWhen,
} from '../rules.ts';
import { eg, envoyTypes } from './envoyType.ts';

/** The type with the default value is also that of a value without a type. */
const isFirst = (type: string) => any(not(has('type')), is('type', type));

/** Headers of an answer that Envoy writes itself: there is nothing in it to remove. */
export const noRemoval: FieldOverlay = {
  rules: [
    forbiddenWhen('remove', filled('remove'), {
      message: 'The answer is written here, so it has no headers to remove. Keep to set and add.',
    }),
  ],
};

const bodyRules: readonly Rule[] = [
  requiredWhen('inline', isFirst('Inline'), {
    message:
      'The body is written in place (type Inline), so inline is needed. Add it, or set type to ValueRef.',
  }),
  requiredWhen('valueRef', is('type', 'ValueRef'), {
    message:
      'The body stands elsewhere (type ValueRef), so valueRef is needed. Add it, or set type to Inline.',
  }),
  oneOfValues('valueRef.kind', ['ConfigMap'], {
    message: 'A body can stand in a ConfigMap, not in {value}. Set kind to ConfigMap.',
  }),
];

/** Answers that are replaced by others. */
export const responseOverride = envoyTypes({
  ResponseOverride: {
    fields: {
      source: text('Whose answers are meant: those of Envoy itself, those of the backend, or all.', {
        enum: ['All', 'Local', 'Backend'],
      }),
    },
    rules: [
      exactlyOneOf(['response', 'redirect'], {
        message: 'What is answered instead is a response or a redirect: write exactly one of them.',
      }),
    ],
  },
  CustomResponseMatch: {
    release: ['statusCodes'],
    fields: {
      responseHeaders: listOf(
        { ref: eg('ResponseOverrideHeaderMatch') },
        'Headers that the answer must have, all of them.',
        { minItems: 1, maxItems: 16 },
      ),
    },
    rules: [
      atLeastOneOf(['statusCodes', 'responseHeaders'], {
        message: 'Say which answers are replaced: by statusCodes, by responseHeaders, or by both.',
      }),
    ],
  },
  ResponseOverrideHeaderMatch: record('A header that an answer must have.', {
    'name!': of('gateway.networking.k8s.io/v1.HTTPHeaderName', 'The name, in any case.'),
    'value!': of(eg('StringMatch'), 'What its value must be.'),
  }),
  StatusCodeMatch: {
    fields: { type: { default: 'Value' } },
    rules: [
      requiredWhen('value', isFirst('Value'), {
        message: 'One status code is meant (type Value), so value is needed. Add it, or set type to Range.',
      }),
      requiredWhen('range', is('type', 'Range'), {
        message:
          'Several status codes are meant (type Range), so range is needed. Add it, or set type to Value.',
      }),
    ],
  },
  StatusCodeRange: {
    rules: [
      compare('end', '>', 'start', {
        message: 'A range of status codes ends above its start. Make end greater than start.',
      }),
    ],
  },
  CustomResponse: { fields: { header: noRemoval } },
  CustomResponseBody: { fields: { type: { default: 'Inline' } }, rules: bodyRules },
  CustomRedirect: {
    fields: {
      statusCode: { default: 302 },
      port: { drop: ['ref'], type: 'integer', format: 'int32' },
      path: {
        rules: [
          oneOfValues('type', ['ReplaceFullPath'], {
            message: 'Here the whole path is replaced, not its prefix. Set type to ReplaceFullPath.',
          }),
        ],
      },
    },
  },
});

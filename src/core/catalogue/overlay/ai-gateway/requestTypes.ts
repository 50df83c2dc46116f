import { gw } from '../envoy-gateway/envoyType.ts';
import { listOf, record, text } from '../fields.ts';
import { type AiVersion, ai, aiTypes, type TypeTable } from './aiType.ts';

const removed = (sentence: string) => listOf({ type: 'string' }, sentence, { listType: 'set', maxItems: 16 });

/** What is changed of a request before it goes to a backend, and what it costs. Used by several kinds. */
export const requestTypes = (version: AiVersion): TypeTable =>
  aiTypes(version, {
    HTTPHeaderMutation: record('Headers that are changed before a request is sent on.', {
      set: listOf({ ref: gw('HTTPHeader') }, 'Headers to write, over what was there.', {
        listType: 'map',
        listKeys: ['name'],
        maxItems: 16,
      }),
      remove: removed('Names of headers to take away.'),
    }),
    HTTPBodyMutation: record(
      'Top-level fields of the JSON body that are changed before a request is sent on.',
      {
        set: listOf({ ref: ai(version, 'HTTPBodyField') }, 'Fields to write, over what was there.', {
          listType: 'map',
          listKeys: ['path'],
          maxItems: 16,
        }),
        remove: removed('Names of top-level fields to take away.'),
      },
    ),
    HTTPBodyField: record('A top-level field of the body and its value.', {
      'path!': text('The name of the field: `service_tier`.', { minLength: 1 }),
      'value!': text('Its value as JSON in text: `42`, `true`, `"scale"` with its quotes, `[1, 2]`.'),
    }),
    LLMRequestCost: record('A number that is kept of every request, for limits and logs.', {
      'metadataKey!': text('The key under which it is kept, in the metadata `io.envoy.ai_gateway`.'),
      'type!': text('Which tokens are counted, or `CEL` for a sum of your own.', {
        enum: [
          'OutputToken',
          'InputToken',
          'CachedInputToken',
          'CacheCreationInputToken',
          'TotalToken',
          'ReasoningToken',
          'CEL',
        ],
      }),
      cel: text(
        'For `CEL`: an expression over the token counts, `model` and `backend` that gives a whole number.',
      ),
    }),
  });

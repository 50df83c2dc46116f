import { gw } from '../envoy-gateway/envoyType.ts';
import { of, record, text } from '../fields.ts';
import { oneOfValues } from '../rules.ts';
import { type AiVersion, ai, aiResource, aiTypes, type TypeTable } from './aiType.ts';

const before = 'An AIServiceBackend stands before a Backend of Envoy Gateway:';

/** AIServiceBackend: a Backend and the API that it speaks. */
export const aiServiceBackend = (version: AiVersion): TypeTable =>
  aiTypes(version, {
    ...aiResource(version, 'AIServiceBackend', 'A backend that serves models, with the API that it speaks.'),
    AIServiceBackendSpec: record('The backend and its API.', {
      'schema!': of(
        ai(version, 'VersionedAPISchema'),
        'The API that the backend speaks; requests are put into its form.',
      ),
      'backendRef!': of(gw('BackendObjectReference'), 'The Backend of Envoy Gateway that has the address.', {
        rules: [
          oneOfValues('kind', ['Backend'], {
            message: `${before} write kind: Backend, and make one for a Service.`,
          }),
          oneOfValues('group', ['gateway.envoyproxy.io'], {
            message: `${before} write group: gateway.envoyproxy.io.`,
          }),
        ],
      }),
      headerMutation: of(ai(version, 'HTTPHeaderMutation'), 'Headers changed for this backend.'),
      bodyMutation: of(ai(version, 'HTTPBodyMutation'), 'Fields of the body changed for this backend.'),
    }),
    VersionedAPISchema: record('An API by its maker.', {
      'name!': text('Whose API it is.', {
        enum: [
          'OpenAI',
          'Cohere',
          'AWSBedrock',
          'AzureOpenAI',
          'GCPVertexAI',
          'GCPAnthropic',
          'Anthropic',
          'AWSAnthropic',
        ],
      }),
      version: text('For `AzureOpenAI`: the API version.'),
      prefix: text('For `OpenAI` and `Anthropic`: what stands before the path, `v1` when absent.'),
    }),
  });

import type { FormSection, ListFieldDeclaration } from '../../form.ts';
import { sayFeatures } from '../../summaries/features.ts';
import { securityFeatures, sourceWords } from '../../summaries/securityFeatures.ts';
import { sentence } from '../../summaries/sentences.ts';

/** Names and passwords. */
export const basicAuthSection: FormSection = {
  title: 'Basic auth',
  help: 'Asks for a name and a password.',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/security/basic-auth/',
  say: (value) => sayFeatures(value, securityFeatures, 'basicAuth'),
  fields: [
    {
      type: 'reference',
      path: 'spec.basicAuth.users',
      label: 'Users',
      reference: 'basicAuth users',
      help: 'A Secret with .htpasswd, made with htpasswd -s (SHA).',
    },
    {
      type: 'text',
      path: 'spec.basicAuth.forwardUsernameHeader',
      label: 'Name to the backend in',
      placeholder: 'x-user',
    },
  ],
};

const sourcesField: ListFieldDeclaration = {
  type: 'list',
  path: 'spec.apiKeyAuth.extractFrom',
  label: 'Key is in',
  item: 'place',
  help: 'The first place that has one counts.',
  newItem: () => ({ headers: ['x-api-key'] }),
  say: (source) => sentence(...sourceWords(source)),
  fields: [
    {
      type: 'choice',
      path: '',
      label: 'Place',
      required: true,
      members: [
        {
          label: 'A header',
          key: 'headers',
          newValue: () => ['x-api-key'],
          fields: [{ type: 'texts', path: 'headers', label: 'Headers', placeholder: 'x-api-key' }],
        },
        {
          label: 'A query parameter',
          key: 'params',
          newValue: () => ['api-key'],
          fields: [{ type: 'texts', path: 'params', label: 'Query parameters', placeholder: 'api-key' }],
        },
        {
          label: 'A cookie',
          key: 'cookies',
          newValue: () => ['api-key'],
          fields: [{ type: 'texts', path: 'cookies', label: 'Cookies', placeholder: 'api-key' }],
        },
      ],
    },
  ],
};

/** Keys of programs. */
export const apiKeySection: FormSection = {
  title: 'API keys',
  help: 'Lets in requests with a key that a Secret holds; each key belongs to a client.',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/security/apikey-auth/',
  say: (value) => sayFeatures(value, securityFeatures, 'apiKeyAuth'),
  fields: [
    {
      type: 'reference',
      path: 'spec.apiKeyAuth.credentialRefs',
      label: 'Keys',
      reference: 'apiKeyAuth credentialRef',
      help: 'Secrets whose entries are the client and its key.',
    },
    sourcesField,
    {
      type: 'text',
      path: 'spec.apiKeyAuth.forwardClientIDHeader',
      label: 'Client to the backend in',
      placeholder: 'x-client-id',
      help: 'Rate limits can count by this header.',
    },
    {
      type: 'boolean',
      path: 'spec.apiKeyAuth.sanitize',
      label: 'Take the key out',
      help: 'So that the backend does not see it.',
    },
  ],
};

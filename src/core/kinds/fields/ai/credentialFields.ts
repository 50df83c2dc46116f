import type { ChoiceMember, FieldDeclaration } from '../../form.ts';
import { awsMember, azureMember, googleMember } from './cloudCredentialMembers.ts';

function keyMember(word: string, key: string, label: string, help: string): ChoiceMember {
  return {
    label,
    help,
    word,
    key,
    newValue: () => ({ secretRef: { name: 'provider-key' } }),
    fields: [
      {
        type: 'reference',
        path: `${key}.secretRef`,
        label: 'Secret with apiKey',
        reference: `${key} secretRef`,
      },
    ],
  };
}

/** How the gateway proves to a provider who it is: one of six ways. */
export const credentialsField: FieldDeclaration = {
  type: 'choice',
  path: 'spec',
  by: 'type',
  label: 'Type',
  required: true,
  members: [
    keyMember(
      'APIKey',
      'apiKey',
      'API key',
      'Sent as Authorization: Bearer. OpenAI and most others take it.',
    ),
    keyMember('AnthropicAPIKey', 'anthropicAPIKey', 'Anthropic API key', 'Sent in x-api-key.'),
    keyMember('AzureAPIKey', 'azureAPIKey', 'Azure API key', 'Sent in api-key, for Azure OpenAI.'),
    azureMember,
    awsMember,
    googleMember,
  ],
};

const fallback = (member: string): FieldDeclaration => ({
  type: 'boolean',
  path: `${member}.fallbackToConfigured`,
  label: 'Else the credential above',
  help: 'On when empty. When off, requests without one are answered with 401.',
});

/** Where the credential of a single request is taken from, instead of one for all. */
export const credentialOverrideField: FieldDeclaration = {
  type: 'choice',
  path: 'spec.credentialOverride',
  label: 'Taken from',
  members: [
    {
      label: 'Metadata of a filter',
      help: 'Written by a filter such as external authorization; clients cannot forge it.',
      key: 'fromDynamicMetadata',
      newValue: () => ({ namespace: 'envoy.filters.http.ext_authz' }),
      fields: [
        {
          type: 'text',
          path: 'fromDynamicMetadata.namespace',
          label: 'Namespace of the metadata',
          required: true,
          placeholder: 'envoy.filters.http.ext_authz',
        },
        {
          type: 'text',
          path: 'fromDynamicMetadata.key',
          label: 'Key',
          help: 'Named after the type when empty.',
        },
        fallback('fromDynamicMetadata'),
      ],
    },
    {
      label: 'A request header',
      help: 'Safe only where something in front removes what clients send under that name.',
      key: 'fromRequestHeaders',
      newValue: () => ({ header: 'x-provider-key' }),
      fields: [
        {
          type: 'text',
          path: 'fromRequestHeaders.header',
          label: 'Header',
          help: 'Named after the type when empty.',
        },
        fallback('fromRequestHeaders'),
      ],
    },
  ],
};

import type { FieldDeclaration } from '../../form.ts';
import { readText, readTexts } from '../../reading.ts';
import { sayMcpRule } from '../../summaries/ai/mcpSummary.ts';
import { listing, words } from '../../summaries/rows.ts';
import { freeName } from '../freeName.ts';

const security = 'spec.securityPolicy';
const actions = ['Allow', 'Deny'];

/** Keys that clients show. */
export const mcpApiKeyFields: readonly FieldDeclaration[] = [
  {
    type: 'reference',
    path: `${security}.apiKeyAuth.credentialRefs`,
    label: 'Secrets with the keys',
    reference: 'apiKeyAuth credentialRef',
    help: 'Each key stands under the id of its client.',
  },
  {
    type: 'list',
    path: `${security}.apiKeyAuth.extractFrom`,
    label: 'Taken from',
    item: 'place',
    help: 'The first that holds a key counts.',
    newItem: () => ({ headers: ['x-api-key'] }),
    say: (place) =>
      listing([
        ...readTexts(place, 'headers').map((name) => `header ${name}`),
        ...readTexts(place, 'params').map((name) => `query parameter ${name}`),
        ...readTexts(place, 'cookies').map((name) => `cookie ${name}`),
      ]),
    fields: [
      { type: 'texts', path: 'headers', label: 'Headers', placeholder: 'x-api-key' },
      { type: 'texts', path: 'params', label: 'Query parameters', placeholder: 'api_key' },
      { type: 'texts', path: 'cookies', label: 'Cookies', placeholder: 'api-key' },
    ],
  },
  {
    type: 'text',
    path: `${security}.apiKeyAuth.forwardClientIDHeader`,
    label: 'Client id in header',
    placeholder: 'x-client-id',
    help: 'Tells the servers whose key it was.',
  },
  {
    type: 'boolean',
    path: `${security}.apiKeyAuth.sanitize`,
    label: 'Take the key out',
    help: 'The servers do not see it.',
  },
];

const claimsField: FieldDeclaration = {
  type: 'list',
  path: 'source.jwt.claims',
  label: 'Claims',
  item: 'claim',
  help: 'All of them; each with one of its values. Needs OAuth.',
  newItem: (existing) => ({ name: freeName('team', existing), values: ['platform'] }),
  say: (claim) => words(readText(claim, 'name'), 'is', listing(readTexts(claim, 'values'))),
  fields: [
    { type: 'text', path: 'name', label: 'Claim', required: true, placeholder: 'organization.department' },
    { type: 'texts', path: 'values', label: 'Values', placeholder: 'platform' },
    { type: 'enum', path: 'valueType', label: 'The claim is', options: ['String', 'StringArray'] },
  ],
};

/** Which clients may call which tools. */
export const mcpAuthorizationFields: readonly FieldDeclaration[] = [
  {
    type: 'list',
    path: `${security}.authorization.rules`,
    label: 'Rules',
    item: 'rule',
    help: 'The first that fits decides.',
    newItem: () => ({
      action: 'Allow',
      target: { tools: [{ backend: 'mcp-server', tool: 'search' }] },
    }),
    say: sayMcpRule,
    fields: [
      { type: 'enum', path: 'action', label: 'Action', options: actions },
      {
        type: 'list',
        path: 'target.tools',
        label: 'Tools',
        item: 'tool',
        help: 'Every tool when empty.',
        newItem: () => ({ backend: 'mcp-server', tool: 'search' }),
        say: (tool) => `${readText(tool, 'backend') ?? '?'}/${readText(tool, 'tool') ?? '?'}`,
        fields: [
          { type: 'text', path: 'backend', label: 'Server', required: true },
          { type: 'text', path: 'tool', label: 'Tool', required: true },
        ],
      },
      {
        type: 'texts',
        path: 'source.jwt.scopes',
        label: 'Scopes',
        placeholder: 'tools:write',
        help: 'The token must have all of them. Needs OAuth.',
      },
      claimsField,
      {
        type: 'code',
        path: 'cel',
        label: 'And where (CEL)',
        placeholder: 'request.mcp.tool in ["search"]',
        help: 'What cannot be read counts as a miss.',
      },
    ],
  },
  {
    type: 'enum',
    path: `${security}.authorization.defaultAction`,
    label: 'Otherwise',
    options: actions,
    help: 'Deny when empty.',
  },
];

/** A service that is asked before a call goes on. */
export const mcpExtAuthFields: readonly FieldDeclaration[] = [
  {
    type: 'choice',
    path: `${security}.extAuth`,
    label: 'Asked over',
    required: true,
    members: [
      {
        label: 'gRPC',
        key: 'grpc',
        newValue: () => ({ backendRefs: [{ name: 'authorizer', port: 9001 }] }),
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
        key: 'http',
        newValue: () => ({ backendRefs: [{ name: 'authorizer', port: 8080 }] }),
        fields: [
          {
            type: 'reference',
            path: 'http.backendRefs',
            label: 'Service',
            reference: 'extAuth http backendRef',
          },
          { type: 'text', path: 'http.path', label: 'Before the path', placeholder: '/check' },
          { type: 'texts', path: 'http.headersToBackend', label: 'Headers of its answer for the servers' },
        ],
      },
    ],
  },
  { type: 'texts', path: `${security}.extAuth.headersToExtAuth`, label: 'Headers it sees' },
  { type: 'duration', path: `${security}.extAuth.timeout`, label: 'Answers within', placeholder: '10s' },
  {
    type: 'boolean',
    path: `${security}.extAuth.failOpen`,
    label: 'Open when it fails',
    help: 'Calls go on when nobody answers.',
  },
];

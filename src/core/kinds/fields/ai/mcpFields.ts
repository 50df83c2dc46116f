import type { ChoiceMember, FieldDeclaration } from '../../form.ts';
import { readText } from '../../reading.ts';
import { sayMcpServer } from '../../summaries/ai/mcpSummary.ts';
import { freeName } from '../freeName.ts';

/** Tools by name or by pattern, one of the two. */
function toolsField(which: 'include' | 'exclude', label: string, help: string): FieldDeclaration {
  const pattern = `${which}Regex`;
  return {
    type: 'choice',
    path: 'toolSelector',
    label,
    help,
    members: [
      {
        label: 'By name',
        key: which,
        newValue: () => ['search'],
        fields: [{ type: 'texts', path: which, label: 'Tools', placeholder: 'search' }],
      },
      {
        label: 'By pattern',
        key: pattern,
        newValue: () => ['^search_.*'],
        fields: [{ type: 'texts', path: pattern, label: 'Patterns (RE2)', placeholder: '^search_.*' }],
      },
    ],
  };
}

const carrierField: FieldDeclaration = {
  type: 'choice',
  path: '',
  label: 'Sent in',
  help: 'The Authorization header when none is chosen.',
  members: [
    {
      label: 'A header',
      key: 'header',
      newValue: () => 'Authorization',
      fields: [
        {
          type: 'text',
          path: 'header',
          label: 'Header',
          help: 'In Authorization the key stands behind the word Bearer.',
        },
      ],
    },
    {
      label: 'A query parameter',
      help: 'Addresses end up in logs; a header is safer.',
      key: 'queryParam',
      newValue: () => 'api_key',
      fields: [{ type: 'text', path: 'queryParam', label: 'Query parameter' }],
    },
  ],
};

const keyPlaces: readonly ChoiceMember[] = [
  {
    label: 'In a Secret',
    key: 'secretRef',
    newValue: () => ({ name: 'mcp-key' }),
    fields: [
      { type: 'reference', path: 'secretRef', label: 'Secret with apiKey', reference: 'backend apiKey' },
      carrierField,
    ],
  },
  {
    label: 'Written here',
    help: 'Everyone who can read the route can read the key.',
    key: 'inline',
    newValue: () => 'replace-me',
    fields: [{ type: 'text', path: 'inline', label: 'Key', asText: true }, carrierField],
  },
];

const forwardedField: FieldDeclaration = {
  type: 'list',
  path: 'forwardHeaders',
  label: 'Headers handed on',
  item: 'header',
  help: 'Of the request of the client, so that the server knows who calls.',
  newItem: (existing) => ({ name: freeName('x-user-id', existing) }),
  say: (header) => readText(header, 'name'),
  fields: [
    { type: 'text', path: 'name', label: 'Name', required: true },
    {
      type: 'text',
      path: 'backendHeader',
      label: 'Called',
      help: 'For the server; the same name when empty.',
    },
  ],
};

/** The MCP servers behind the route, with the tools of each and the key that it wants. */
export const mcpServersField: FieldDeclaration = {
  type: 'list',
  path: 'spec.backendRefs',
  label: 'Servers',
  item: 'server',
  help: 'Their names stand before the names of their tools, so no two servers have the same.',
  newItem: (existing) => ({
    group: 'gateway.envoyproxy.io',
    kind: 'Backend',
    name: freeName('mcp-server', existing),
  }),
  say: sayMcpServer,
  fields: [
    { type: 'reference', path: '', label: 'Server', reference: 'backendRef' },
    {
      type: 'text',
      path: 'path',
      label: 'Path',
      placeholder: '/mcp',
      help: 'Where the server answers; /mcp when empty.',
    },
    toolsField('include', 'Only tools', 'All of them when none is chosen.'),
    toolsField('exclude', 'Without tools', 'Goes before what is included.'),
    {
      type: 'choice',
      path: 'securityPolicy.apiKey',
      label: 'Key for the server',
      members: keyPlaces,
    },
    forwardedField,
  ],
};

const actions = ['Allow', 'Deny'];

/** Which of the servers a client gets when a session begins. */
export const mcpSelectorFields: readonly FieldDeclaration[] = [
  {
    type: 'list',
    path: 'spec.backendSelector.rules',
    label: 'Rules',
    item: 'rule',
    help: 'Asked for each server; the first that fits decides.',
    newItem: () => ({ action: 'Allow', cel: 'request.mcp.backend == "mcp-server"' }),
    say: (rule) => {
      const cel = readText(rule, 'cel');
      return cel === undefined ? undefined : `${readText(rule, 'action') ?? 'Allow'} where ${cel}`;
    },
    fields: [
      { type: 'enum', path: 'action', label: 'Action', options: actions },
      {
        type: 'code',
        path: 'cel',
        label: 'Where (CEL)',
        help: 'request.mcp.backend is the name of the server in question.',
      },
    ],
  },
  {
    type: 'enum',
    path: 'spec.backendSelector.defaultAction',
    label: 'Otherwise',
    options: actions,
    help: 'For a server that no rule fits; Deny when empty.',
  },
];

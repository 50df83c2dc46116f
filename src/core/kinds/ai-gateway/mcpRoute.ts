import { mcpSelectorFields, mcpServersField } from '../fields/ai/mcpFields.ts';
import { mcpOauthFields } from '../fields/ai/mcpOauthFields.ts';
import { mcpApiKeyFields, mcpAuthorizationFields, mcpExtAuthFields } from '../fields/ai/mcpSecurityFields.ts';
import { headersMatchField } from '../fields/headersMatchField.ts';
import { attachmentSection } from '../fields/routeFields.ts';
import { readText } from '../reading.ts';
import { mcpReferences } from '../references/mcpReferences.ts';
import { summariseMcpRoute } from '../summaries/ai/mcpSummary.ts';
import { aiGateway } from '../targets.ts';
import { indent, manifest } from '../templates/manifest.ts';
import { requiredBackendRefLines, requiredParentRefLines } from '../templates/referenceLines.ts';
import type { KindDefinition } from '../types.ts';

export const mcpRoute: KindDefinition = {
  group: aiGateway,
  kind: 'MCPRoute',
  plural: 'mcproutes',
  versions: ['v1beta1', 'v1alpha1'],
  scope: 'namespaced',
  family: 'ai',
  icon: 'tools',
  purpose: 'Makes one MCP server of several and decides who may call which tools',
  phase: 'route',
  baseName: 'mcp-route',
  docs: 'https://aigateway.envoyproxy.io/docs/capabilities/mcp',
  references: mcpReferences,
  summarise: summariseMcpRoute,
  template: (context) =>
    manifest(context, { apiVersion: `${aiGateway}/v1beta1`, kind: 'MCPRoute' }, [
      'spec:',
      '  # Gateways of this namespace only.',
      ...indent(2, requiredParentRefLines(context, 'web')),
      '  # What clients call. Behind it all servers look like one.',
      '  path: /mcp',
      '  # The name of a server stands before the names of its tools.',
      ...indent(2, requiredBackendRefLines(context, 'mcp-server', 8080)),
    ]),
  form: [
    attachmentSection({ hostnames: true }),
    {
      title: 'Servers',
      isMain: true,
      help: 'The MCP servers that clients see as one.',
      fields: [
        {
          type: 'text',
          path: 'spec.path',
          label: 'Path',
          placeholder: '/mcp',
          help: 'What clients call; /mcp when empty.',
        },
        mcpServersField,
        headersMatchField('spec.headers', 'Only requests that have all of them.'),
      ],
    },
    {
      title: 'OAuth',
      help: 'Clients log in at an issuer and show its token, as the MCP specification has it.',
      say: (value) => {
        const issuer = readText(value, 'spec', 'securityPolicy', 'oauth', 'issuer');
        return issuer === undefined ? undefined : `Takes tokens of ${issuer}`;
      },
      fields: mcpOauthFields,
    },
    {
      title: 'API keys',
      help: 'Clients show a key that a Secret holds.',
      fields: mcpApiKeyFields,
    },
    {
      title: 'Authorization',
      help: 'Which clients may call which tools.',
      fields: mcpAuthorizationFields,
    },
    {
      title: 'External authorization',
      help: 'Another service is asked before a call goes on.',
      fields: mcpExtAuthFields,
    },
    {
      title: 'Server selection',
      help: 'Which servers a client gets when its session begins; all of them when nothing is set.',
      fields: mcpSelectorFields,
    },
  ],
};

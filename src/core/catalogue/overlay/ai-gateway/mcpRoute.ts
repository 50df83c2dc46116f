import { gw } from '../envoy-gateway/envoyType.ts';
import { listOf, of, record, text } from '../fields.ts';
import { atLeastOneOf, atMostOneOf, exactlyOneOf, uniqueBy } from '../rules.ts';
import { type AiVersion, ai, aiResource, aiTypes, type TypeTable } from './aiType.ts';
import { gatewayParents } from './gatewayParents.ts';
import { allowOrDeny } from './mcpSecurity.ts';

const path = (sentence: string) => text(sentence, { default: '/mcp', maxLength: 1024 });
const tools = (sentence: string) => listOf({ type: 'string' }, sentence, { maxItems: 32 });
/** MCPRoute: several MCP servers behind one address. Its security is in `mcpSecurity`. */
export const mcpRoute = (version: AiVersion): TypeTable =>
  aiTypes(version, {
    ...aiResource(version, 'MCPRoute', 'Makes one MCP server of several, for tools that models call.'),
    MCPRouteSpec: record(
      'Which Gateways it stands on, and the MCP servers behind it.',
      {
        'parentRefs!': listOf(
          { ref: gw('ParentReference') },
          'The Gateways it stands on, in the same namespace.',
          {
            minItems: 1,
            maxItems: 16,
            rules: gatewayParents,
          },
        ),
        hostnames: listOf(
          { ref: gw('Hostname') },
          'Only requests for these hosts; all of the listener when absent.',
          {
            maxItems: 16,
          },
        ),
        path: path('The path that clients call.'),
        headers: listOf({ ref: gw('HTTPHeaderMatch') }, 'Headers that a request must have, all of them.', {
          listType: 'map',
          listKeys: ['name'],
          maxItems: 16,
        }),
        'backendRefs!': listOf({ ref: ai(version, 'MCPRouteBackendRef') }, 'The MCP servers.', {
          minItems: 1,
          maxItems: 256,
        }),
        backendSelector: of(
          ai(version, 'MCPBackendSelector'),
          'Which of the servers a client gets; all when absent.',
        ),
        securityPolicy: of(ai(version, 'MCPRouteSecurityPolicy'), 'Who may call, and which tools.'),
      },
      [
        uniqueBy('backendRefs', ['name'], {
          message:
            'The route already has a server of this name, and the name stands before its tools. Name another.',
        }),
      ],
    ),
    MCPRouteBackendRef: {
      from: gw('BackendObjectReference'),
      fields: {
        path: path('The path at the server.'),
        toolSelector: of(ai(version, 'MCPToolFilter'), 'Which of its tools are offered; all when absent.'),
        securityPolicy: of(ai(version, 'MCPBackendSecurityPolicy'), 'What the gateway shows to the server.'),
        forwardHeaders: listOf(
          { ref: ai(version, 'MCPHeaderForward') },
          "Headers of the client's request that the server gets too.",
          { maxItems: 32 },
        ),
      },
    },
    MCPHeaderForward: record('A header that is handed on.', {
      'name!': text('Its name in the request of the client.', { minLength: 1 }),
      backendHeader: text('Its name for the server; the same when absent.', { minLength: 1 }),
    }),
    MCPToolFilter: record(
      'Which tools are offered: those included, without those excluded.',
      {
        include: tools('Only these tools.'),
        includeRegex: tools('Only tools whose name fits one of these RE2 patterns.'),
        exclude: tools('Not these tools.'),
        excludeRegex: tools('No tools whose name fits one of these RE2 patterns.'),
      },
      [
        atMostOneOf(['include', 'includeRegex'], {
          message: 'Tools are included by name or by pattern: keep either include or includeRegex.',
        }),
        atMostOneOf(['exclude', 'excludeRegex'], {
          message: 'Tools are excluded by name or by pattern: keep either exclude or excludeRegex.',
        }),
        atLeastOneOf(['include', 'includeRegex', 'exclude', 'excludeRegex'], {
          message:
            'A tool selector that selects nothing is refused: include or exclude tools, or remove toolSelector.',
        }),
      ],
    ),
    MCPBackendSecurityPolicy: record('What the gateway shows to the server.', {
      apiKey: of(ai(version, 'MCPBackendAPIKey'), 'A key.'),
    }),
    MCPBackendAPIKey: record(
      'A key, and where it is sent.',
      {
        secretRef: of(gw('SecretObjectReference'), 'The Secret that has it, under the key `apiKey`.'),
        inline: text('The key itself. A Secret is safer.'),
        header: text('The header it is sent in; `Authorization`, after `Bearer`, when absent.', {
          minLength: 1,
        }),
        queryParam: text('The query parameter it is sent in. Addresses end up in logs: a header is safer.', {
          minLength: 1,
        }),
      },
      [
        exactlyOneOf(['secretRef', 'inline'], {
          message: 'The key stands in one place: write either secretRef or inline.',
        }),
        atMostOneOf(['header', 'queryParam'], {
          message: 'The key is sent in one place: keep either header or queryParam.',
        }),
      ],
    ),
    MCPBackendSelector: record(
      'Which of the servers a client gets, asked for each server when a session begins.',
      {
        defaultAction: allowOrDeny('Deny', 'For a server that no rule fits.'),
        rules: listOf({ ref: ai(version, 'MCPBackendSelectorRule') }, 'The first rule that fits decides.', {
          maxItems: 32,
        }),
      },
    ),
    MCPBackendSelectorRule: record('For which servers and clients, and what then.', {
      action: allowOrDeny('Allow', 'What happens then.'),
      cel: text(
        'A CEL expression that says whether it fits; `request.mcp.backend` is the server in question.',
        {
          maxLength: 4096,
        },
      ),
    }),
  });

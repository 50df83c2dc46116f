import type { Rule } from '../../rule.ts';
import { eg } from '../envoy-gateway/envoyType.ts';
import { listOf, of, record, text } from '../fields.ts';
import { all, assert, atLeastOneOf, each, exactlyOneOf, has, is, not, requiredWhen, some } from '../rules.ts';
import { type AiVersion, ai, aiTypes, type TypeTable } from './aiType.ts';

/** What happens to what fits, or to what nothing fits. */
export const allowOrDeny = (byDefault: 'Allow' | 'Deny', sentence: string) =>
  text(sentence, { enum: ['Allow', 'Deny'], default: byDefault });
const uri = (sentence: string) => text(sentence, { format: 'uri' });

/** The server reads the list of rules without asking whether it is there, and refuses what it cannot read. */
const authorizationNeedsOauth: readonly Rule[] = [
  requiredWhen('oauth', some('authorization.rules', has('source.jwt')), {
    message: 'A rule asks for the token of the client, and nothing says who issues it: add oauth.',
  }),
  requiredWhen('authorization.rules', all(has('authorization'), not(has('oauth'))), {
    message: 'Without oauth, authorization must list its rules: add rules (an empty list will do), or oauth.',
  }),
];

/** Who may call an MCPRoute, and which tools. */
export const mcpSecurity = (version: AiVersion): TypeTable =>
  aiTypes(version, {
    MCPRouteSecurityPolicy: record(
      'Who may call, and which tools.',
      {
        oauth: of(ai(version, 'MCPRouteOAuth'), 'Clients show a token, as the MCP specification says.'),
        apiKeyAuth: of(eg('APIKeyAuth'), 'Clients show a key.'),
        extAuth: of(eg('ExtAuth'), 'Another service is asked.'),
        authorization: of(ai(version, 'MCPRouteAuthorization'), 'Which clients may call which tools.'),
      },
      authorizationNeedsOauth,
    ),
    MCPRouteOAuth: record('Tokens that clients show, and who issues them.', {
      'issuer!': uri('The authorization server, as it names itself.'),
      audiences: listOf(
        { type: 'string' },
        'For whom tokens may be meant. Without it, tokens for others are taken too.',
        {
          maxItems: 32,
        },
      ),
      jwks: of(ai(version, 'JWKS'), 'The keys that tokens are signed with; asked of the issuer when absent.'),
      'protectedResourceMetadata!': of(
        ai(version, 'ProtectedResourceMetadata'),
        'What clients are told of this server, so that they find the issuer.',
      ),
      claimToHeaders: listOf(
        { ref: eg('ClaimToHeader') },
        'Claims of the token that the servers get as headers.',
        {
          maxItems: 16,
        },
      ),
    }),
    JWKS: record(
      'A set of keys, at an address or given here.',
      {
        remoteJWKS: of(eg('RemoteJWKS'), 'An address to fetch it from.'),
        localJWKS: of(eg('LocalJWKS'), 'The set itself, or a ConfigMap or Secret that has it.'),
      },
      [
        exactlyOneOf(['remoteJWKS', 'localJWKS'], {
          message: 'The keys are in one place: write either remoteJWKS or localJWKS.',
        }),
      ],
    ),
    ProtectedResourceMetadata: record('What clients are told of this server (RFC 9728).', {
      'resource!': uri('The address of this server, as clients call it.'),
      resourceName: text('Its name for people.', { maxLength: 256 }),
      scopesSupported: listOf(
        { type: 'string' },
        'The scopes that are needed at least; a client asks for these first.',
        {
          maxItems: 32,
        },
      ),
      resourceSigningAlgValuesSupported: listOf(
        { type: 'string' },
        'How what this server signs is signed: `RS256`.',
        {
          minItems: 1,
          maxItems: 16,
        },
      ),
      resourceDocumentation: uri('The address of its documentation.'),
      resourcePolicyUri: uri('The address of its policy.'),
    }),
    MCPRouteAuthorization: record('Which clients may call which tools.', {
      defaultAction: allowOrDeny('Deny', 'For a call that no rule fits.'),
      rules: listOf({ ref: ai(version, 'MCPRouteAuthorizationRule') }, 'The first rule that fits decides.', {
        maxItems: 32,
      }),
    }),
    MCPRouteAuthorizationRule: record('Which calls, and what then. All that is written must fit.', {
      action: allowOrDeny('Allow', 'What happens then.'),
      source: of(ai(version, 'MCPAuthorizationSource'), 'Which clients; all when absent.'),
      target: of(ai(version, 'MCPAuthorizationTarget'), 'Which tools; all when absent.'),
      cel: text('A CEL expression over the request that must be true: `request.mcp.tool in ["search"]`.', {
        maxLength: 4096,
      }),
    }),
    MCPAuthorizationSource: record('Which clients.', {
      'jwt!': of(ai(version, 'JWTSource'), 'What their token must hold.'),
    }),
    JWTSource: record(
      'What a token must hold.',
      {
        scopes: listOf({ type: 'string', minLength: 1, maxLength: 253 }, 'Scopes, all of them.', {
          maxItems: 16,
        }),
        claims: listOf({ ref: ai(version, 'JWTClaim') }, 'Claims, all of them.', { maxItems: 16 }),
      },
      [
        atLeastOneOf(['scopes', 'claims'], {
          filled: true,
          message:
            'Nothing is asked of the token: add scopes or claims, or remove source to let everyone in.',
        }),
        each('claims', [
          assert(
            not(is('name', 'scope')),
            'name',
            'Scopes are not asked for as a claim: list them under scopes.',
          ),
        ]),
      ],
    ),
    JWTClaim: record('A claim and the values it may have.', {
      'name!': text('The claim, with dots for what is inside another: `organization.department`.', {
        minLength: 1,
        maxLength: 253,
      }),
      valueType: text('Whether its value is text or a list of text.', {
        enum: ['String', 'StringArray'],
        default: 'String',
      }),
      'values!': listOf({ type: 'string' }, 'Values of which it must have one.', {
        minItems: 1,
        maxItems: 128,
      }),
    }),
    MCPAuthorizationTarget: record('Which tools.', {
      'tools!': listOf({ ref: ai(version, 'ToolCall') }, 'The tools.', { minItems: 1, maxItems: 16 }),
    }),
    ToolCall: record('A tool of a server.', {
      'backend!': text('The server, by its name in `backendRefs`.'),
      'tool!': text('The tool.'),
    }),
  });

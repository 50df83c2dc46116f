import { eg } from '../envoy-gateway/envoyType.ts';
import { listOf, of, record, text } from '../fields.ts';
import { type AiVersion, ai, aiResource, aiTypes, type TypeTable } from './aiType.ts';

/** GatewayConfig: what a Gateway's AI filter runs with. */
export const gatewayConfig = (version: AiVersion): TypeTable =>
  aiTypes(version, {
    ...aiResource(
      version,
      'GatewayConfig',
      'How the AI filter beside a Gateway runs. The Gateway names it in its annotation `aigateway.envoyproxy.io/gateway-config`.',
      { statusByType: true },
    ),
    GatewayConfigSpec: record('How the AI filter runs, and what holds for all routes of the Gateway.', {
      extProc: of(ai(version, 'GatewayConfigExtProc'), 'The container of the filter.'),
      globalLLMRequestCosts: listOf(
        { ref: ai(version, 'LLMRequestCost') },
        'Numbers kept of every request; a route can set its own for the same key.',
        { listType: 'map', listKeys: ['metadataKey'] },
      ),
      forwardProxy: of(
        ai(version, 'GatewayConfigForwardProxy'),
        'A proxy that all requests to providers go through.',
      ),
    }),
    GatewayConfigExtProc: record('The container of the AI filter.', {
      kubernetes: of(eg('KubernetesContainerSpec'), 'Its environment, resources, image and mounts.'),
    }),
    GatewayConfigForwardProxy: record('An HTTP proxy that takes CONNECT.', {
      'address!': text('Host and port of the proxy: `proxy.example.com:3128`.', { minLength: 1 }),
    }),
  });

/**
 * Envoy Gateway v1.9.0: its eight kinds. Brings the package, which is older, to that release: what came since, every default, list
 * key and cross-field rule, each written once on the Go type that upstream marks, so that policies, backends of policies
 * and AI Gateway share them. Its types of Gateway API are those of that pack. Says nothing of what the controller
 * decides later, from other resources.
 * https://gateway.envoyproxy.io/v1.9/api/extension_types/
 */
import type { PackKind } from '../../pack.ts';
import { gatewayApi } from '../gateway-api/gatewayApi.ts';
import { kubernetesStructure } from '../kubernetes/structure.ts';
import type { Overlay } from '../overlay.ts';
import { authorization } from './authorization.ts';
import { backend } from './backend.ts';
import { backendRefs } from './backendRefs.ts';
import { backendTrafficPolicy } from './backendTrafficPolicy.ts';
import { clientTrafficPolicy } from './clientTrafficPolicy.ts';
import { clusterSettings } from './clusterSettings.ts';
import { dynamicModules } from './dynamicModules.ts';
import { envoyProxy } from './envoyProxy.ts';
import { eg, envoyGatewayDocs, envoyTypes } from './envoyType.ts';
import { extAuth } from './extAuth.ts';
import { extensionPolicy } from './extensionPolicy.ts';
import { healthCheck } from './healthCheck.ts';
import { kubernetesProvider } from './kubernetesProvider.ts';
import { loadBalancer } from './loadBalancer.ts';
import { oidc } from './oidc.ts';
import { rateLimit } from './rateLimit.ts';
import { responseOverride } from './responseOverride.ts';
import { routeFilter } from './routeFilter.ts';
import { securityPolicy } from './securityPolicy.ts';
import { targetRefs } from './targetRefs.ts';
import { telemetry } from './telemetry.ts';
import { tls } from './tls.ts';

const kind = (name: string, plural: string): PackKind => ({
  group: 'gateway.envoyproxy.io',
  version: 'v1alpha1',
  kind: name,
  plural,
  scope: 'namespaced',
  type: eg(name),
  storage: true,
});

const conditions = { fields: { conditions: { listType: 'map', listKeys: ['type'] } } } as const;
const status = envoyTypes({ BackendStatus: conditions, EnvoyProxyAncestorStatus: conditions });

/** What Envoy Gateway's CRDs say otherwise of types of Gateway API v1.5.1 and Kubernetes. */
const borrowed: Overlay['types'] = {
  'gateway.networking.k8s.io/v1.HTTPHeader': { fields: { value: { drop: ['inChannel'] } } },
  'v1.PersistentVolumeClaimTemplate': { fields: { metadata: { drop: ['ref'], type: 'object' } } },
};

export const envoyGateway: Overlay = {
  pack: 'gateway.envoyproxy.io',
  upstream: { project: 'Envoy Gateway', version: 'v1.9.0', docs: envoyGatewayDocs },
  extends: [gatewayApi, kubernetesStructure],
  types: {
    ...targetRefs,
    ...backendRefs,
    ...clusterSettings,
    ...loadBalancer,
    ...healthCheck,
    ...tls,
    ...backend,
    ...backendTrafficPolicy,
    ...rateLimit,
    ...responseOverride,
    ...clientTrafficPolicy,
    ...extensionPolicy,
    ...dynamicModules,
    ...envoyProxy,
    ...kubernetesProvider,
    ...telemetry,
    ...routeFilter,
    ...securityPolicy,
    ...authorization,
    ...oidc,
    ...extAuth,
    ...status,
    ...borrowed,
  },
  kinds: [
    kind('Backend', 'backends'),
    kind('BackendTrafficPolicy', 'backendtrafficpolicies'),
    kind('ClientTrafficPolicy', 'clienttrafficpolicies'),
    kind('EnvoyExtensionPolicy', 'envoyextensionpolicies'),
    kind('EnvoyPatchPolicy', 'envoypatchpolicies'),
    kind('EnvoyProxy', 'envoyproxies'),
    kind('HTTPRouteFilter', 'httproutefilters'),
    kind('SecurityPolicy', 'securitypolicies'),
  ],
};

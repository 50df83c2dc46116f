/**
 * Gateway API v1.6.1, of both channels, over a package that describes v1.5. Types are written as upstream's Go types are,
 * so that projects which embed them (Envoy Gateway, AI Gateway) get fields, defaults and rules by extending
 * `gatewayApi`. What only the experimental channel has carries `channel`; what differs carries `inChannel`. Rules
 * that repeat what a list key or a pattern says already are left out.
 */
import type { PackKind, Upstream } from '../../pack.ts';
import { kubernetesStructure } from '../kubernetes/structure.ts';
import type { Overlay } from '../overlay.ts';
import { experiments, experimentsFolder } from './experiments.ts';
import { filters } from './filters.ts';
import { gateway, gatewayKinds } from './gateway.ts';
import { reference, typesIn } from './group.ts';
import { grpcRoute } from './grpcRoute.ts';
import { httpRoute } from './httpRoute.ts';
import { policies } from './policies.ts';
import { referenceGrant, referenceGrantKind } from './referenceGrant.ts';
import { references } from './references.ts';
import { scalars } from './scalars.ts';
import { alphaStreamRoutes, commonRoute, streamRoutes } from './streamRoutes.ts';

const upstream: Upstream = {
  project: 'Gateway API',
  version: 'v1.6.1',
  docs: reference,
};

/** A version that the standard channel lists but does not serve. */
const onlyExperimental = { servedIn: 'experimental' } as const;
const stored = { storage: true } as const;

const kinds: readonly PackKind[] = [
  kind('BackendTLSPolicy', 'backendtlspolicies', 'v1', stored),
  kind('BackendTLSPolicy', 'backendtlspolicies', 'v1alpha3', onlyExperimental),
  kind('GatewayClass', 'gatewayclasses', 'v1', { ...stored, scope: 'cluster' }),
  kind('GatewayClass', 'gatewayclasses', 'v1beta1', { scope: 'cluster' }),
  kind('Gateway', 'gateways', 'v1', stored),
  kind('Gateway', 'gateways', 'v1beta1'),
  kind('GRPCRoute', 'grpcroutes', 'v1', stored),
  kind('HTTPRoute', 'httproutes', 'v1', stored),
  kind('HTTPRoute', 'httproutes', 'v1beta1'),
  kind('ListenerSet', 'listenersets', 'v1', stored),
  kind('ReferenceGrant', 'referencegrants', 'v1'),
  kind('ReferenceGrant', 'referencegrants', 'v1beta1', stored),
  kind('TCPRoute', 'tcproutes', 'v1', stored),
  kind('TCPRoute', 'tcproutes', 'v1alpha2', onlyExperimental),
  kind('TLSRoute', 'tlsroutes', 'v1', stored),
  kind('TLSRoute', 'tlsroutes', 'v1alpha2', onlyExperimental),
  kind('TLSRoute', 'tlsroutes', 'v1alpha3', onlyExperimental),
  kind('UDPRoute', 'udproutes', 'v1', stored),
  kind('UDPRoute', 'udproutes', 'v1alpha2', onlyExperimental),
];

const group = 'gateway.networking.k8s.io';

export const gatewayApi: Overlay = {
  pack: group,
  upstream,
  extends: [kubernetesStructure],
  kinds,
  types: {
    ...typesIn(`${group}/v1`, {
      ...scalars,
      ...references,
      ...commonRoute,
      ...httpRoute,
      ...grpcRoute,
      ...streamRoutes,
      ...filters,
      ...gateway,
      ...policies,
      ...referenceGrant,
    }),
    ...typesIn(`${group}/v1beta1`, { ...gatewayKinds, ...referenceGrantKind }),
    ...typesIn(`${group}/v1alpha2`, alphaStreamRoutes),
    ...typesIn(`${group}/v1alpha3`, {
      BackendTLSPolicy: { deprecated: true },
      TLSRoute: { deprecated: true },
    }),
  },
};

/** What upstream tries out under a group of its own; only in the experimental channel. */
export const gatewayApiExperiments: Overlay = {
  pack: 'gateway.networking.x-k8s.io',
  upstream,
  extends: [gatewayApi],
  kinds: [
    experiment('XBackend', 'xbackends'),
    experiment('XBackendTrafficPolicy', 'xbackendtrafficpolicies'),
    experiment('XMesh', 'xmeshes', { scope: 'cluster' }),
  ],
  types: typesIn(experimentsFolder, experiments),
};

function kind(name: string, plural: string, version: string, more: Partial<PackKind> = {}): PackKind {
  return {
    group: 'gateway.networking.k8s.io',
    version,
    kind: name,
    plural,
    scope: 'namespaced',
    type: `gateway.networking.k8s.io/${version}.${name}`,
    ...more,
  };
}

function experiment(name: string, plural: string, more: Partial<PackKind> = {}): PackKind {
  return {
    group: 'gateway.networking.x-k8s.io',
    version: 'v1alpha1',
    kind: name,
    plural,
    scope: 'namespaced',
    type: `${experimentsFolder}.${name}`,
    channel: 'experimental',
    storage: true,
    ...more,
  };
}

import type { GroupKind } from '../workspace/types.ts';

/**
 * Groups and kinds that references point at. Kinds that have no file of their own (yet) are here too: a
 * reference may name them all the same.
 */

export const gatewayApi = 'gateway.networking.k8s.io';
export const envoyGateway = 'gateway.envoyproxy.io';
export const aiGateway = 'aigateway.envoyproxy.io';
export const inference = 'inference.networking.k8s.io';
export const certManager = 'cert-manager.io';
export const keda = 'keda.sh';
export const httpAddOn = 'http.keda.sh';
export const monitoring = 'monitoring.coreos.com';

const of = (group: string, kind: string): GroupKind => ({ group, kind });

export const gatewayClass = of(gatewayApi, 'GatewayClass');
export const gateway = of(gatewayApi, 'Gateway');
export const listenerSet = of(gatewayApi, 'ListenerSet');
export const httpRoute = of(gatewayApi, 'HTTPRoute');
export const grpcRoute = of(gatewayApi, 'GRPCRoute');
export const tlsRoute = of(gatewayApi, 'TLSRoute');
export const tcpRoute = of(gatewayApi, 'TCPRoute');
export const udpRoute = of(gatewayApi, 'UDPRoute');

export const backend = of(envoyGateway, 'Backend');
export const envoyProxy = of(envoyGateway, 'EnvoyProxy');
export const httpRouteFilter = of(envoyGateway, 'HTTPRouteFilter');

export const aiServiceBackend = of(aiGateway, 'AIServiceBackend');
export const gatewayConfig = of(aiGateway, 'GatewayConfig');

/** What is outside of the cluster and known by its address alone: never a resource, only the end of a reference. */
export const externalHost = of('external', 'Host');

export const service = of('', 'Service');
export const secret = of('', 'Secret');
export const configMap = of('', 'ConfigMap');
export const pod = of('', 'Pod');
export const serviceAccount = of('', 'ServiceAccount');
export const deployment = of('apps', 'Deployment');
export const statefulSet = of('apps', 'StatefulSet');
export const daemonSet = of('apps', 'DaemonSet');
export const replicaSet = of('apps', 'ReplicaSet');
export const job = of('batch', 'Job');
export const ingressClass = of('networking.k8s.io', 'IngressClass');

export const serviceImport = of('multicluster.x-k8s.io', 'ServiceImport');
export const inferencePool = of(inference, 'InferencePool');
export const clusterTrustBundle = of('certificates.k8s.io', 'ClusterTrustBundle');

export const issuer = of(certManager, 'Issuer');
export const clusterIssuer = of(certManager, 'ClusterIssuer');
export const certificate = of(certManager, 'Certificate');

export const triggerAuthentication = of(keda, 'TriggerAuthentication');
export const clusterTriggerAuthentication = of(keda, 'ClusterTriggerAuthentication');
export const scaledObject = of(keda, 'ScaledObject');
export const httpScaledObject = of(httpAddOn, 'HTTPScaledObject');
export const interceptorRoute = of(httpAddOn, 'InterceptorRoute');

/** Accepted when written, never offered: the controller decides what it understands. */
export const anyKind = of('*', '*');

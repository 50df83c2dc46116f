import { gateway, grpcRoute, httpRoute, listenerSet, tcpRoute, tlsRoute, udpRoute } from '../targets.ts';

/** What a ClientTrafficPolicy may govern: the rules of its CRD say so, as do those of the others below. */
export const clientTrafficTargets = [gateway, listenerSet];

/** What a BackendTrafficPolicy may govern. */
export const backendTrafficTargets = [
  httpRoute,
  gateway,
  grpcRoute,
  listenerSet,
  tcpRoute,
  tlsRoute,
  udpRoute,
];

/** What an EnvoyExtensionPolicy may govern: the same. */
export const extensionTargets = backendTrafficTargets;

/** What a SecurityPolicy may govern. */
export const securityTargets = [httpRoute, gateway, grpcRoute, listenerSet, tcpRoute];

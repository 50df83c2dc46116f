/**
 * The proxies of a Gateway run in the controller's namespace (the default deployment mode), and so do the
 * ConfigMaps and Secrets that their pods read.
 */
export const controllerNamespace = {
  namespace: { fixed: 'envoy-gateway-system' },
  mayBeAbsent: true,
} as const;

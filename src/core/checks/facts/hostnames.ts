const inCluster = /(^|\.)(svc|local|localhost|internal)(\.|$)/;

/** True for a host name outside the cluster: of several labels, none of which says that it is a Service's. */
export function isExternalHost(host: string): boolean {
  return host.includes('.') && !inCluster.test(host.toLowerCase());
}

/**
 * True when a certificate for `name` is good for `host`. A wildcard stands for exactly one label; a wildcard host is
 * covered only by the same wildcard. https://www.rfc-editor.org/rfc/rfc6125#section-6.4.3
 */
export function coversHost(name: string, host: string): boolean {
  const [own, wanted] = [name.toLowerCase(), host.toLowerCase()];
  if (own === wanted) return true;
  if (!own.startsWith('*.') || wanted.startsWith('*.')) return false;
  const dot = wanted.indexOf('.');
  return dot > 0 && wanted.slice(dot + 1) === own.slice(2);
}

/** Where an address leads: a Service of the cluster, or a host outside of it. */
export interface Address {
  readonly name: string;
  /** Of a Service that says one; undefined: the namespace of whoever writes it. */
  readonly namespace?: string;
  readonly port?: number;
  readonly isService: boolean;
  /** The part of the text that names the host, without scheme, user and port. */
  readonly range: { readonly start: number; readonly end: number };
}

/** Endings by which a name of two words is a name of the internet rather than `service.namespace`. */
const topLevel = /^([a-z]{2,3}|info|cloud|online|global|internal|local|example|test|localhost)$/;

/**
 * Reads `https://user:pass@prometheus.monitoring.svc:9090/path`, `kafka:9092` or a list of such with commas, of which the
 * first counts. Undefined for what is no address, as for templates and variables.
 * https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#services
 */
export function readAddress(text: string): Address | undefined {
  const match =
    /^\s*(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^@/,\s]*@)?([A-Za-z0-9.-]+)(?::(\d{1,5}))?(?=[/,?]|\s*$)/.exec(text);
  const host = match?.[1]?.replace(/\.$/, '');
  if (match === null || host === undefined || !/[A-Za-z]/.test(host)) return undefined;
  const start =
    match[0].length - (match[2] === undefined ? 0 : match[2].length + 1) - (match[1]?.length ?? 0);
  const port = match[2] === undefined ? {} : { port: Number(match[2]) };
  const range = { start, end: start + host.length };
  const [name = '', namespace, ...rest] = host.split('.');
  const isService =
    namespace === undefined || rest[0] === 'svc' || (rest.length === 0 && !topLevel.test(namespace));
  if (!isService) return { name: host, ...port, isService, range };
  return { name, ...(namespace === undefined ? {} : { namespace }), ...port, isService, range };
}

/** The same address with another Service in it; a namespace is written where one was, or where it is asked for. */
export function readdress(text: string, to: { readonly name: string; readonly namespace?: string }): string {
  const address = readAddress(text);
  if (address === undefined) return text;
  const { start, end } = address.range;
  const [, namespace, ...rest] = text.slice(start, end).split('.');
  const words = [to.name, to.namespace ?? namespace, ...rest].filter((word) => word !== undefined);
  return text.slice(0, start) + words.join('.') + text.slice(end);
}

import { removeStep, renameStep, repair, setStep } from '../schema/repairs/step.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { valueAt } from '../yaml/path.ts';
import type { Plain } from '../yaml/types.ts';
import { endsWith } from './endsWith.ts';
import { movedField } from './movedField.ts';
import { textOf } from './plainText.ts';
import { gatewayKinds } from './projectKinds.ts';
import type { Mistake } from './types.ts';

const routes = gatewayKinds('HTTPRoute', 'GRPCRoute', 'TCPRoute', 'UDPRoute', 'TLSRoute');

/** `forwardTo: [{serviceName: cart, port: 80}]` of v1alpha1. */
const forwardTo = movedField({
  code: 'TS170',
  name: 'route-forward-to',
  reason: 'forwardTo of v1alpha1 became backendRefs, which name a Service by name.',
  kinds: routes,
  from: ['forwardTo'],
  to: ['backendRefs'],
  convert: (value) => (Array.isArray(value) && value.every(isRecord) ? value.map(asBackend) : undefined),
});

/** A backend by its present names. */
function asBackend(written: Readonly<Record<string, unknown>>): Plain {
  const { serviceName, backendRef, ...rest } = written;
  const own = isRecord(backendRef) ? backendRef : serviceName === undefined ? {} : { name: serviceName };
  return { ...own, ...rest } as Plain;
}

/** `services:` of Traefik's IngressRoute in a rule. */
const services = movedField({
  code: 'TS171',
  name: 'rule-services',
  reason: "Traefik's IngressRoute lists services; a rule of Gateway API lists backendRefs.",
  kinds: routes,
  from: ['services'],
  to: ['backendRefs'],
});

/** `match: PathPrefix(`/api`)` of Traefik. */
const matchExpression: Mistake = {
  code: 'TS172',
  name: 'rule-match-expression',
  reason: "Traefik's IngressRoute matches with an expression; a rule of Gateway API lists matches, as maps.",
  kinds: gatewayKinds('HTTPRoute'),
  recognise(fault, resource) {
    const { path } = fault;
    if (fault.fault !== 'unknown-field' || fault.field !== 'match' || path.at(-3) !== 'rules')
      return undefined;
    const written = textOf(valueAt(resource, path));
    if (written === undefined) return undefined;
    const to = [...path.slice(0, -1), 'matches'];
    const read = valueAt(resource, to) === undefined ? readExpression(written) : undefined;
    if (read === undefined) {
      return {
        message: `${noMatch} Write them by hand: without any, the rule takes every request.`,
        repairs: [repair('Remove match', [removeStep(path)])],
      };
    }
    const hostnames = valueAt(resource, ['spec', 'hostnames']);
    const known: readonly unknown[] = Array.isArray(hostnames) ? hostnames : [];
    const hosts = [...known, ...read.hosts.filter((host) => !known.includes(host))];
    const steps = [
      renameStep(path, 'matches'),
      setStep(to, read.matches),
      ...(hosts.length === known.length ? [] : [setStep(['spec', 'hostnames'], hosts)]),
    ];
    return { message: noMatch, repairs: [repair('Write it as matches', steps, true)] };
  },
};

const noMatch =
  'A rule has no match: what it is about is the list matches, with path, headers and method as maps.';

interface ReadMatch {
  readonly match: Plain;
  readonly hosts: readonly string[];
}

/** The matches that an expression stands for, one for each alternative, and the host names they all want. */
function readExpression(
  text: string,
): { readonly matches: readonly Plain[]; readonly hosts: readonly string[] } | undefined {
  const read = text.split('||').map(readAlternative);
  const [first] = read;
  if (first === undefined || !read.every((each) => each !== undefined && sameHosts(each, first)))
    return undefined;
  return { matches: read.flatMap((each) => (each === undefined ? [] : [each.match])), hosts: first.hosts };
}

function sameHosts(one: ReadMatch, other: ReadMatch): boolean {
  return one.hosts.join() === other.hosts.join();
}

/** The one match that hosts, a path and a method stand for; undefined for anything else. */
function readAlternative(text: string): ReadMatch | undefined {
  const hosts: string[] = [];
  const match: { path?: Plain; method?: string } = {};
  for (const part of text.split('&&')) {
    const call = /^\s*(Host|PathPrefix|Path|Method)\(\s*[`'"]([^`'"]+)[`'"]\s*\)\s*$/.exec(part);
    const [, name, value = ''] = call ?? [];
    if (name === undefined) return undefined;
    if (name === 'Host') hosts.push(value);
    else if (name === 'Method' && match.method === undefined) match.method = value.toUpperCase();
    else if (name !== 'Method' && match.path === undefined)
      match.path = { type: name === 'Path' ? 'Exact' : 'PathPrefix', value };
    else return undefined;
  }
  if (hosts.length > 1) return undefined;
  if (Object.keys(match).length === 0) match.path = { type: 'PathPrefix', value: '/' };
  return { match: { ...match }, hosts };
}

/** `tls.certificateRef`, one, of v1alpha1. */
const certificateRef = movedField({
  code: 'TS173',
  name: 'listener-certificate-ref',
  reason: 'certificateRef of v1alpha1 became the list certificateRefs.',
  kinds: gatewayKinds('Gateway'),
  from: ['tls', 'certificateRef'],
  to: ['certificateRefs'],
  convert: (value) => (isRecord(value) ? [value as Plain] : undefined),
});

const caCertRefs = movedField({
  code: 'TS174',
  name: 'backend-tls-ca-cert-refs',
  reason: 'caCertRefs of v1alpha2 became validation.caCertificateRefs.',
  kinds: gatewayKinds('BackendTLSPolicy'),
  from: ['caCertRefs'],
  to: ['caCertificateRefs'],
});

/** Kinds that are called otherwise now. */
const renamedKinds: Readonly<Record<string, { readonly kind: string; readonly apiVersion: string }>> = {
  ReferencePolicy: { kind: 'ReferenceGrant', apiVersion: 'gateway.networking.k8s.io/v1beta1' },
};

const referencePolicy: Mistake = {
  code: 'TS175',
  name: 'reference-policy',
  reason: 'ReferencePolicy of v1alpha2 became ReferenceGrant, with the same fields.',
  kinds: gatewayKinds(...Object.keys(renamedKinds)),
  recognise(fault) {
    const now = fault.fault === 'no-such-kind' ? renamedKinds[fault.kind] : undefined;
    if (fault.fault !== 'no-such-kind' || now === undefined) return undefined;
    return {
      message: `${fault.kind} is called ${now.kind} now, at ${now.apiVersion}. Its fields are the same.`,
      repairs: [
        repair(
          `Change to ${now.kind}`,
          [setStep(['apiVersion'], now.apiVersion), setStep(['kind'], now.kind)],
          true,
        ),
      ],
    };
  },
};

/** `path: {type: Prefix}`: the word of Ingress. */
const pathPrefix: Mistake = {
  code: 'TS176',
  name: 'path-type-prefix',
  reason: 'Ingress and v1alpha1 say Prefix, and Regex; Gateway API says PathPrefix, and RegularExpression.',
  kinds: gatewayKinds('HTTPRoute'),
  recognise(fault) {
    if (fault.fault !== 'enum' || !endsWith(fault.path, 'path', 'type')) return undefined;
    const word = String(fault.value);
    const right = /^prefix$/i.test(word)
      ? 'PathPrefix'
      : /^regexp?$/i.test(word)
        ? 'RegularExpression'
        : undefined;
    if (right === undefined) return undefined;
    return {
      message: `The type of a path is ${right} here, not ${word}.`,
      repairs: [repair(`Change to ${right}`, [setStep(fault.path, right)], true)],
    };
  },
};

/** What earlier versions of Gateway API, Ingress and Traefik have in the place of what is there now. */
export const gatewayLeftovers: readonly Mistake[] = [
  forwardTo,
  services,
  matchExpression,
  certificateRef,
  caCertRefs,
  referencePolicy,
  pathPrefix,
];

import { describe, expect, it } from 'vitest';
import { judgeCase, type RuleCase, type Spec } from './judgeSpec.property.ts';

const experiments = 'gateway.networking.x-k8s.io/v1alpha1';
const listening = (...listeners: Spec[]): Spec => ({ gatewayClassName: 'c', listeners });
const addressed = (...addresses: Spec[]): Spec => ({
  ...listening({ name: 'a', port: 80, protocol: 'HTTP' }),
  addresses,
});
const tls = { certificateRefs: [{ name: 'cert' }] };
const parents = (...parentRefs: Spec[]): Spec => ({ parentRefs });
const trusting = (
  validation: Spec,
  targetRefs: Spec[] = [{ group: '', kind: 'Service', name: 's' }],
): Spec => ({
  targetRefs,
  validation: { hostname: 'a.b', ...validation },
});
const target = { group: '', kind: 'Service', name: 's' };
const retrying = (retryConstraint: Spec): Spec => ({ targetRefs: [target], retryConstraint });
const labelled = (labels: Spec): Spec => ({
  ...listening({ name: 'a', port: 80, protocol: 'HTTP' }),
  infrastructure: { labels },
});
const external = (more: Spec = {}): Spec => ({
  type: 'ExternalHostname',
  port: { port: 443 },
  externalHostname: { hostname: 'api.example.com' },
  ...more,
});

const cases: readonly RuleCase[] = [
  {
    of: 'one parent with and without a port',
    kind: 'TCPRoute',
    channel: 'experimental',
    bad: {
      ...parents({ name: 'g', port: 1 }, { name: 'g' }),
      rules: [{ backendRefs: [{ name: 's', port: 1 }] }],
    },
    at: 'spec.parentRefs.1',
    good: {
      ...parents({ name: 'g', port: 1 }, { name: 'g', port: 2 }),
      rules: [{ backendRefs: [{ name: 's', port: 1 }] }],
    },
  },
  {
    of: 'TLS on a plain listener',
    kind: 'Gateway',
    bad: listening({ name: 'a', port: 80, protocol: 'HTTP', tls }),
    at: 'spec.listeners.0.tls',
    good: listening({ name: 'a', port: 80, protocol: 'HTTPS', tls }),
  },
  {
    of: 'HTTPS that passes through',
    kind: 'Gateway',
    bad: listening({ name: 'a', port: 443, protocol: 'HTTPS', tls: { mode: 'Passthrough' } }),
    at: 'spec.listeners.0.tls.mode',
    good: listening({ name: 'a', port: 443, protocol: 'TLS', tls: { mode: 'Passthrough' } }),
  },
  {
    of: 'a TLS listener without tls',
    kind: 'ListenerSet',
    bad: { parentRef: { name: 'g' }, listeners: [{ name: 'a', port: 443, protocol: 'TLS' }] },
    at: 'spec.listeners.0',
    good: { parentRef: { name: 'g' }, listeners: [{ name: 'a', port: 443, protocol: 'TLS', tls }] },
  },
  {
    of: 'a TCP listener with a hostname',
    kind: 'Gateway',
    bad: listening({ name: 'a', port: 1, protocol: 'TCP', hostname: 'a.b' }),
    at: 'spec.listeners.0.hostname',
    good: listening({ name: 'a', port: 1, protocol: 'TCP' }),
  },
  {
    of: 'termination without a certificate',
    kind: 'Gateway',
    bad: listening({ name: 'a', port: 443, protocol: 'HTTPS', tls: { certificateRefs: [] } }),
    at: 'spec.listeners.0.tls',
    good: listening({ name: 'a', port: 443, protocol: 'HTTPS', tls: { options: { a: 'b' } } }),
  },
  {
    of: 'two listeners that cannot be told apart',
    kind: 'Gateway',
    bad: listening({ name: 'a', port: 80, protocol: 'HTTP' }, { name: 'b', port: 80, protocol: 'HTTP' }),
    at: 'spec.listeners.1',
    good: listening(
      { name: 'a', port: 80, protocol: 'HTTP' },
      { name: 'b', port: 80, protocol: 'HTTP', hostname: 'a.b' },
    ),
  },
  {
    of: 'an address that is none',
    kind: 'Gateway',
    bad: addressed({ value: '1.2.3' }),
    at: 'spec.addresses.0.value',
    good: addressed({ value: '1.2.3.4' }, { value: '::1' }, { type: 'example.com/x', value: '1.2.3' }),
  },
  {
    of: 'a hostname that is none',
    kind: 'Gateway',
    bad: addressed({ type: 'Hostname', value: 'A' }),
    at: 'spec.addresses.0.value',
    good: addressed({ type: 'Hostname', value: '*.a' }, { type: 'Hostname' }, { type: 'Hostname' }),
  },
  {
    of: 'an address twice',
    kind: 'Gateway',
    bad: addressed({ value: '1.2.3.4' }, { type: 'IPAddress', value: '1.2.3.4' }),
    at: 'spec.addresses.1',
    good: addressed({ type: 'NamedAddress', value: 'a' }, { type: 'NamedAddress', value: 'a' }),
  },
  {
    of: 'a label key that is none',
    kind: 'Gateway',
    bad: labelled({ 'a/b/c': 'd' }),
    at: 'spec.infrastructure.labels.a/b/c',
    good: labelled({ 'a.b/c': 'd' }),
  },
  {
    of: 'a label key with a long prefix',
    kind: 'Gateway',
    bad: labelled({ [`${'a'.repeat(253)}/c`]: 'd' }),
    at: `spec.infrastructure.labels.${'a'.repeat(253)}/c`,
    good: labelled({ [`${'a'.repeat(252)}/c`]: 'd' }),
  },
  {
    of: 'an address as the name of a TLS server',
    kind: 'TLSRoute',
    bad: { hostnames: ['a.b', '1.2.3.4'], rules: [{ backendRefs: [{ name: 's', port: 1 }] }] },
    at: 'spec.hostnames.1',
    good: { hostnames: ['*.b', '1.2.3.4.5'], rules: [{ backendRefs: [{ name: 's', port: 1 }] }] },
  },
  {
    of: 'one target with and without a section',
    kind: 'BackendTLSPolicy',
    bad: trusting({ wellKnownCACertificates: 'System' }, [{ ...target, sectionName: 'a' }, target]),
    at: 'spec.targetRefs.1',
    good: trusting({ wellKnownCACertificates: 'System' }, [
      { ...target, sectionName: 'a' },
      { ...target, name: 't' },
    ]),
  },
  {
    of: 'no authority',
    kind: 'BackendTLSPolicy',
    bad: trusting({ caCertificateRefs: [] }),
    at: 'spec.validation',
    good: trusting({ caCertificateRefs: [], wellKnownCACertificates: 'System' }),
  },
  {
    of: 'an alternative name of another type',
    kind: 'BackendTLSPolicy',
    bad: trusting({
      wellKnownCACertificates: 'System',
      subjectAltNames: [{ type: 'URI', uri: 'a://b', hostname: 'c' }],
    }),
    at: 'spec.validation.subjectAltNames.0.hostname',
    good: trusting({ wellKnownCACertificates: 'System', subjectAltNames: [{ type: 'URI', uri: 'a://b' }] }),
  },
  {
    of: 'a budget over less than a second',
    kind: 'XBackendTrafficPolicy',
    apiVersion: experiments,
    channel: 'experimental',
    bad: retrying({ budget: { interval: '999ms' } }),
    at: 'spec.retryConstraint.budget.interval',
    good: retrying({ budget: { interval: '60m' } }),
  },
  {
    of: 'a rate over no time',
    kind: 'XBackendTrafficPolicy',
    apiVersion: experiments,
    channel: 'experimental',
    bad: retrying({ minRetryRate: { interval: '0s' } }),
    at: 'spec.retryConstraint.minRetryRate.interval',
    good: retrying({ minRetryRate: { interval: '1ms' } }),
  },
  {
    of: 'an internal name for an external host',
    kind: 'XBackend',
    apiVersion: experiments,
    channel: 'experimental',
    bad: external({ externalHostname: { hostname: 'a.svc.cluster.local' } }),
    at: 'spec.externalHostname.hostname',
    good: external(),
  },
  {
    of: 'an external host that is not named',
    kind: 'XBackend',
    apiVersion: experiments,
    channel: 'experimental',
    bad: { type: 'ExternalHostname', port: { port: 1 } },
    at: 'spec',
    good: external({ port: { port: 1, name: '' } }),
  },
  {
    of: 'the name of a port, as v1.6.1 does',
    kind: 'XBackend',
    apiVersion: experiments,
    channel: 'experimental',
    bad: external({ port: { port: 1, name: 'https' } }),
    at: 'spec.port.name',
    good: external({ port: { port: 1, name: '' } }),
  },
  {
    of: 'a client certificate that nobody shows',
    kind: 'XBackend',
    apiVersion: experiments,
    channel: 'experimental',
    bad: external({ tls: { mode: 'ServerOnly', clientCertificateRef: { name: 's' } } }),
    at: 'spec.tls.clientCertificateRef',
    good: external({ tls: { mode: 'ClientAndServer', clientCertificateRef: { name: 's' } } }),
  },
];

describe('the rules of gateways and policies', () => {
  it.each(cases)('sees $of', (one) => {
    expect(judgeCase(one)).toEqual({ bad: [one.at], good: [] });
  });
});

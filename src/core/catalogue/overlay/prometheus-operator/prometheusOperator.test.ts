import { type SpecCase, testSpecCases } from '../../../../../scripts/testing/specCases.ts';

const serviceMonitor = (name: string, more: object, places: readonly string[] = []): SpecCase => ({
  name,
  kind: 'monitoring.coreos.com/v1/ServiceMonitor',
  spec: { selector: { matchLabels: { app: 'shop' } }, endpoints: [{ port: 'metrics' }], ...more },
  places,
});
const podMonitor = (name: string, more: object, places: readonly string[] = []): SpecCase => ({
  name,
  kind: 'monitoring.coreos.com/v1/PodMonitor',
  spec: { selector: {}, podMetricsEndpoints: [{ port: 'metrics' }], ...more },
  places,
});
const endpoint = (more: object) => ({ endpoints: [more] });

testSpecCases(
  [
    serviceMonitor('the least', {}),
    serviceMonitor('no endpoints', { endpoints: undefined }, ['']),
    serviceMonitor('times', endpoint({ interval: '1m30s', scrapeTimeout: '500ms' })),
    serviceMonitor('a time without a unit', endpoint({ interval: '30' }), ['endpoints.0.interval']),
    serviceMonitor('a number for a time', endpoint({ interval: 30 }), ['endpoints.0.interval']),
    serviceMonitor('an unknown scheme', endpoint({ scheme: 'tcp' }), ['endpoints.0.scheme']),
    serviceMonitor(
      'labels',
      endpoint({
        relabelings: [
          { sourceLabels: ['a'], targetLabel: 'b' },
          { action: 'Keep', regex: 'a' },
        ],
      }),
    ),
    serviceMonitor('an unknown action', endpoint({ relabelings: [{ action: 'rename', modulus: -1 }] }), [
      'endpoints.0.relabelings.0.action',
      'endpoints.0.relabelings.0.modulus',
    ]),
    serviceMonitor(
      'a token from nowhere',
      endpoint({ oauth2: { clientId: {}, clientSecret: { key: 'a' }, tokenUrl: 'ftp://a' } }),
      ['endpoints.0.oauth2.tokenUrl'],
    ),
    serviceMonitor('limits below zero', { sampleLimit: -1, targetLimit: -1 }, ['sampleLimit', 'targetLimit']),
    serviceMonitor('a size', { bodySizeLimit: '10MB', scrapeProtocols: ['PrometheusProto'] }),
    serviceMonitor('one protocol twice', { scrapeProtocols: ['PrometheusProto', 'PrometheusProto'] }, [
      'scrapeProtocols.1',
    ]),
    serviceMonitor('anywhere', { namespaceSelector: { any: true } }),
    podMonitor('the least', {}),
    podMonitor('a port out of range', { podMetricsEndpoints: [{ portNumber: 0 }] }, [
      'podMetricsEndpoints.0.portNumber',
    ]),
    podMonitor('the endpoints of a Service', { endpoints: [] }, ['endpoints']),
    podMonitor('no selector', { selector: undefined }, ['']),
  ],
  'prometheus-operator-v0.93.0',
);

import { describe, expect, it } from 'vitest';
import { Catalogue } from '../catalogue/catalogue.ts';
import type { Channel } from '../catalogue/channel.ts';
import type { PackKind } from '../catalogue/pack.ts';
import type { Fault } from './fault.ts';
import { judgeKind } from './judgeKind.ts';

const upstream = { project: 'Example', version: 'v1', docs: '' };

function packOf(name: string, kinds: readonly Partial<PackKind>[]) {
  const made = kinds.map((each) => ({
    group: name === 'core' ? '' : name,
    version: 'v1',
    kind: 'Thing',
    plural: 'things',
    scope: 'namespaced' as const,
    ...each,
  }));
  return { name, upstream, kinds: made };
}

const index = {
  packs: [
    packOf('gateway.networking.k8s.io', [
      { kind: 'HTTPRoute', storage: true },
      { kind: 'HTTPRoute', version: 'v1beta1' },
      { kind: 'Gateway' },
      { kind: 'TCPRoute' },
      { kind: 'TCPRoute', version: 'v1alpha2', servedIn: 'experimental' },
      { kind: 'Old', version: 'v1alpha2', served: false },
      { kind: 'Old', version: 'v1' },
    ]),
    packOf('gateway.networking.x-k8s.io', [{ kind: 'XMesh', version: 'v1alpha1', channel: 'experimental' }]),
    packOf('gateway.envoyproxy.io', [{ kind: 'Backend', version: 'v1alpha1' }]),
    packOf('aigateway.envoyproxy.io', [{ kind: 'AIGatewayRoute', version: 'v1beta1' }]),
    packOf('networking.k8s.io', [{ kind: 'Ingress' }]),
    packOf('core', [{ kind: 'Service' }, { kind: 'Secret' }]),
    packOf('monitoring.coreos.com', [{ kind: 'ServiceMonitor' }]),
  ],
};

function faultOf(apiVersion: string, kind: string, channel: Channel = 'standard'): Fault | undefined {
  const catalogue = new Catalogue({ index, packs: [], crds: [], channel });
  const slash = apiVersion.indexOf('/');
  const [group, version] =
    slash < 0 ? ['', apiVersion] : [apiVersion.slice(0, slash), apiVersion.slice(slash + 1)];
  return judgeKind(catalogue.find(group, version, kind), apiVersion, kind, catalogue);
}

describe('judgeKind', () => {
  it.each<[string, string, string, string]>([
    [
      'gateway.networking.k8s.io/v1alpha2',
      'HTTPRoute',
      'wrong-version',
      'gateway.networking.k8s.io/v1 HTTPRoute',
    ],
    ['gateway.networking.k8s.io/v1alpha2', 'Old', 'version-gone', 'gateway.networking.k8s.io/v1 Old'],
    [
      'gateway.networking.k8s.io/v1alpha2',
      'TCPRoute',
      'wrong-channel',
      'gateway.networking.k8s.io/v1 TCPRoute',
    ],
    [
      'gateway.networking.x-k8s.io/v1alpha1',
      'XMesh',
      'wrong-channel',
      'gateway.networking.x-k8s.io/v1alpha1 XMesh',
    ],
    ['gateway.networking.k8s.io/v1', 'HttpRoute', 'misspelt', 'gateway.networking.k8s.io/v1 HTTPRoute'],
    ['gateway.networking.k8s.io/v1', 'Gatway', 'misspelt', 'gateway.networking.k8s.io/v1 Gateway'],
    [
      'gateway.envoyproxy.io/v1alpha1',
      'AIGatewayRoute',
      'wrong-group',
      'aigateway.envoyproxy.io/v1beta1 AIGatewayRoute',
    ],
    ['networking.k8s.io/v1', 'HTTPRoute', 'wrong-group', 'gateway.networking.k8s.io/v1 HTTPRoute'],
    ['gateway.networking.k8s/v1', 'HTTPRoute', 'wrong-group', 'gateway.networking.k8s.io/v1 HTTPRoute'],
    ['gateway.networking/v1', 'HTTPRoute', 'wrong-group', 'gateway.networking.k8s.io/v1 HTTPRoute'],
    ['extensions/v1beta1', 'Ingress', 'wrong-group', 'networking.k8s.io/v1 Ingress'],
    ['v1', 'Ingress', 'wrong-group', 'networking.k8s.io/v1 Ingress'],
    ['v1', 'Servce', 'misspelt', 'v1 Service'],
    ['v1', 'pod', 'misspelt', 'v1 Pod'],
    ['gateway.envoyproxy.io/v1alpha1', 'RateLimitFilter', 'unknown-kind', ''],
  ])('%s %s', (apiVersion, kind, why, first) => {
    const fault = faultOf(apiVersion, kind);
    expect(fault).toMatchObject({ fault: 'no-such-kind', why, mark: 'value' });
    if (fault?.fault !== 'no-such-kind') return;
    const [best] = fault.suggestions;
    expect(best === undefined ? '' : `${best.apiVersion} ${best.kind}`).toBe(first);
  });

  it.each([
    ['gateway.networking.k8s.io/v1', 'HTTPRoute'],
    ['networking.istio.io/v1', 'Gateway'],
    ['example.com/v1', 'Anything'],
    ['v1', 'Pod'],
    ['rbac.authorization.k8s.io/v1', 'Role'],
    ['monitoring.coreos.com/v1', 'PrometheusRule'],
    ['networking.internal.knative.dev/v1alpha1', 'Ingress'],
  ])('%s %s is none of our business, or right', (apiVersion, kind) => {
    expect(faultOf(apiVersion, kind)).toBeUndefined();
  });

  it('knows what the channel has', () => {
    expect(faultOf('gateway.networking.x-k8s.io/v1alpha1', 'XMesh', 'experimental')).toBeUndefined();
    expect(faultOf('gateway.networking.k8s.io/v1alpha2', 'TCPRoute', 'experimental')).toBeUndefined();
  });
});

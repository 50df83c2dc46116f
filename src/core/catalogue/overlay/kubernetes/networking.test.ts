import { type ResourceCase, testResourceCases } from '../../../../../scripts/testing/resourceCases.ts';

const of =
  (apiVersion: string, kind: string) =>
  (name: string, spec: object, places: readonly string[] = []): ResourceCase => ({
    name,
    resource: { apiVersion, kind, metadata: { name: 'shop' }, spec } as ResourceCase['resource'],
    places: places.map((place) => (place === '' ? 'spec' : `spec.${place}`)),
  });

const ingress = of('networking.k8s.io/v1', 'Ingress');
const policy = of('networking.k8s.io/v1', 'NetworkPolicy');
const scaler = of('autoscaling/v2', 'HorizontalPodAutoscaler');
const budget = of('policy/v1', 'PodDisruptionBudget');

const backend = { service: { name: 'shop', port: { number: 80 } } };
const path = (more: object) => ({
  rules: [
    { host: 'shop.example.com', http: { paths: [{ path: '/', pathType: 'Prefix', backend, ...more }] } },
  ],
});
const paths = 'rules.0.http.paths.0';
const port = (more: object) => ({ ingress: [{ ports: [more] }] });
const peer = (more: object) => ({ egress: [{ to: [more] }] });

const scaled = {
  scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' },
  maxReplicas: 5,
};
const metric = (name: string, only: object, places: readonly string[] = []) =>
  scaler(
    name,
    { ...scaled, metrics: [only] },
    places.map((place) => (place === '' ? 'metrics.0' : `metrics.0.${place}`)),
  );
const cpu = (target: object) => ({ type: 'Resource', resource: { name: 'cpu', target } });

testResourceCases([
  ingress('the least', { defaultBackend: backend }),
  ingress('nothing', {}, ['']),
  ingress('a path', path({})),
  ingress('a path without its type', path({ pathType: undefined }), [paths]),
  ingress('an unknown type of path', path({ pathType: 'prefix' }), [`${paths}.pathType`]),
  ingress('a relative path', path({ path: 'shop' }), [`${paths}.path`]),
  ingress('a path with a double slash', path({ path: '/a//b' }), [`${paths}.path`]),
  ingress('a pattern for a path', path({ path: '/a//b(.*)', pathType: 'ImplementationSpecific' })),
  ingress('no path', path({ path: undefined }), [paths]),
  ingress('no path where it may be', path({ path: undefined, pathType: 'ImplementationSpecific' })),
  ingress('the backend of old', path({ backend: { serviceName: 'shop', servicePort: 80 } }), [
    `${paths}.backend`,
    `${paths}.backend.serviceName`,
    `${paths}.backend.servicePort`,
  ]),
  ingress('no backend', path({ backend: {} }), [`${paths}.backend`]),
  ingress('no port', path({ backend: { service: { name: 'shop' } } }), [`${paths}.backend.service`]),
  ingress('two ports', path({ backend: { service: { name: 'shop', port: { name: 'http', number: 80 } } } }), [
    `${paths}.backend.service.port.number`,
  ]),
  ingress('a star', { rules: [{ ...path({}).rules[0], host: '*.example.com' }] }),
  ingress('a star in the middle', { rules: [{ ...path({}).rules[0], host: 'shop.*.com' }] }, [
    'rules.0.host',
  ]),
  ingress('an address', { rules: [{ ...path({}).rules[0], host: '10.0.0.1' }] }, ['rules.0.host']),
  ingress('no paths', { rules: [{ http: { paths: [] } }] }, ['rules.0.http.paths']),
  ingress(
    'certificates',
    { ...path({}), tls: [{ hosts: ['shop.example.com', 'Shop'], secretName: 'shop' }] },
    ['tls.0.hosts.1'],
  ),

  policy('the least', { podSelector: {} }),
  policy('nobody comes in', { podSelector: {}, policyTypes: ['Ingress'] }),
  policy('an unknown type', { policyTypes: ['ingress'] }, ['policyTypes.0']),
  policy('a range of ports', port({ port: 80, endPort: 90 })),
  policy('a range backwards', port({ port: 80, endPort: 79 }), ['ingress.0.ports.0.endPort']),
  policy('a range from a name', port({ port: 'http', endPort: 90 }), ['ingress.0.ports.0.endPort']),
  policy('a range from nowhere', port({ endPort: 90 }), ['ingress.0.ports.0']),
  policy('a peer', peer({ namespaceSelector: {}, podSelector: { matchLabels: { a: 'b' } } })),
  policy('nobody', peer({}), ['egress.0.to.0']),
  policy('a block and a selector', peer({ ipBlock: { cidr: '10.0.0.0/8' }, podSelector: {} }), [
    'egress.0.to.0.ipBlock',
  ]),
  policy('a block with a hole', peer({ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } })),
  policy(
    'a hole elsewhere',
    peer({ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16', '192.168.0.0/16'] } }),
    ['egress.0.to.0.ipBlock.except.1'],
  ),
  policy('a hole as large as the block', peer({ ipBlock: { cidr: '10.0.0.0/8', except: ['10.0.0.0/8'] } }), [
    'egress.0.to.0.ipBlock.except.0',
  ]),
  policy('an address for a block', peer({ ipBlock: { cidr: '10.0.0.1' } }), ['egress.0.to.0.ipBlock.cidr']),

  scaler('the least', scaled),
  scaler('fewer than the least', { ...scaled, minReplicas: 6 }, ['maxReplicas']),
  scaler('none', { ...scaled, maxReplicas: 0 }, ['maxReplicas', 'maxReplicas']),
  scaler('the field of v1', { ...scaled, targetCPUUtilizationPercentage: 50 }, [
    'targetCPUUtilizationPercentage',
  ]),
  metric('half the processor', cpu({ type: 'Utilization', averageUtilization: 50 })),
  metric('an amount', cpu({ type: 'AverageValue', averageValue: '500m' })),
  metric('a share without a number', cpu({ type: 'Utilization' }), ['resource.target', 'resource.target']),
  metric('an amount as a share', cpu({ type: 'Utilization', averageValue: '500m' }), ['resource.target']),
  metric('an unknown target', cpu({ type: 'Percent', averageUtilization: 50 }), ['resource.target.type']),
  metric(
    'another metric than the type says',
    { ...cpu({ type: 'Utilization', averageUtilization: 50 }), type: 'Pods' },
    ['', 'resource'],
  ),
  metric('of Pods', {
    type: 'Pods',
    pods: { metric: { name: 'requests' }, target: { type: 'AverageValue', averageValue: '10' } },
  }),
  metric(
    'nothing of Pods',
    {
      type: 'Pods',
      pods: { metric: { name: 'requests' }, target: { type: 'AverageValue', averageValue: '0' } },
    },
    ['pods.target.averageValue'],
  ),
  scaler(
    'behaviour',
    {
      ...scaled,
      behavior: {
        scaleDown: {
          stabilizationWindowSeconds: 3601,
          policies: [{ type: 'Pod', value: 0, periodSeconds: 60 }],
        },
      },
    },
    [
      'behavior.scaleDown.stabilizationWindowSeconds',
      'behavior.scaleDown.policies.0.type',
      'behavior.scaleDown.policies.0.value',
    ],
  ),
  of('autoscaling/v1', 'HorizontalPodAutoscaler')('the older version', {
    ...scaled,
    targetCPUUtilizationPercentage: 50,
  }),

  budget('one stays', { minAvailable: 1, selector: { matchLabels: { app: 'shop' } } }),
  budget('half may go', { maxUnavailable: '50%' }),
  budget('both', { minAvailable: 1, maxUnavailable: 1 }, ['maxUnavailable']),
  budget('more than all', { minAvailable: '150%' }, ['minAvailable']),
  budget('half as text', { minAvailable: '0.5' }, ['minAvailable']),

  {
    name: 'addresses of two families',
    resource: {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name: 'shop' },
      addressType: 'IPv4',
      endpoints: [{ addresses: ['10.0.0.1'] }, { addresses: ['fd00::1'] }, { addresses: [] }],
      ports: [
        { name: 'http', port: 80 },
        { name: 'http', port: 81 },
      ],
    } as ResourceCase['resource'],
    places: ['endpoints.1.addresses.0', 'endpoints.2.addresses', 'ports.1.name'],
  },
  {
    name: 'grants a Role',
    resource: {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'system:shop' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'shop' },
      subjects: [{ kind: 'ServiceAccount', name: 'shop' }],
    } as ResourceCase['resource'],
    places: ['roleRef.kind', 'subjects.0'],
  },
  {
    name: 'verbs, groups and resources',
    resource: {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: 'shop' },
      rules: [
        { apiGroups: [''], resources: ['pods'], verbs: ['get'] },
        { resources: ['pods'], verbs: [] },
      ],
    } as ResourceCase['resource'],
    places: ['rules.1', 'rules.1.verbs'],
  },
]);

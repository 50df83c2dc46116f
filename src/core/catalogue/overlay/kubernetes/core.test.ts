import { type ResourceCase, testResourceCases } from '../../../../../scripts/testing/resourceCases.ts';

const http = { name: 'http', port: 80 };
const metrics = { name: 'metrics', port: 9090 };

const serviceOf = (spec: object) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'shop' },
  spec: { selector: { app: 'shop' }, ports: [http], ...spec },
});
/** Places begin at the spec. */
const service = (name: string, spec: object, places: readonly string[] = [], old?: object): ResourceCase => ({
  name,
  resource: serviceOf(spec),
  places: places.map((place) => (place === '' ? 'spec' : `spec.${place}`)),
  ...(old === undefined ? {} : { old: serviceOf(old) }),
});

const plain =
  (kind: string) =>
  (name: string, body: object, places: readonly string[] = [], old?: object): ResourceCase => {
    const of = (more: object) => ({ apiVersion: 'v1', kind, metadata: { name: 'shop' }, ...more });
    return { name, resource: of(body), places, ...(old === undefined ? {} : { old: of(old) }) };
  };
const configMap = plain('ConfigMap');
const secret = plain('Secret');
const claim = plain('PersistentVolumeClaim');

const storage = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
const open = { type: 'LoadBalancer' };

testResourceCases([
  service('the least', {}),
  service('no ports', { ports: [] }, ['ports']),
  service('headless without ports', { ports: undefined, clusterIP: 'None' }),
  service('two ports', { ports: [http, metrics] }),
  service('two ports, one without a name', { ports: [http, { port: 81 }] }, ['ports.1']),
  service('two ports of one name', { ports: [http, { ...metrics, name: 'http' }] }, ['ports.1.name']),
  service('one port by two protocols', { ports: [http, { ...http, name: 'quic', protocol: 'UDP' }] }),
  service('one port twice', { ports: [http, { ...http, name: 'web' }] }, ['ports.1']),
  service('a name that is no label', { ports: [{ ...http, name: 'HTTP' }] }, ['ports.0.name']),
  service('a long name', { ports: [{ ...http, name: 'http-for-the-management' }] }),
  service('no port', { ports: [{ name: 'http' }] }, ['ports.0']),
  service('a port as text', { ports: [{ port: '80' }] }, ['ports.0.port']),
  service('ports out of range', { ports: [{ port: 0, targetPort: 65536 }] }, [
    'ports.0.port',
    'ports.0.targetPort',
  ]),
  service('a port of the container by name', { ports: [{ ...http, targetPort: 'http' }] }),
  service('a number in quotes', { ports: [{ ...http, targetPort: '8080' }] }, ['ports.0.targetPort']),
  service('an unknown protocol', { ports: [{ ...http, protocol: 'HTTP' }] }, ['ports.0.protocol']),
  service('protocols of applications', { ports: [{ ...http, appProtocol: 'kubernetes.io/h2c' }] }),
  service('a bad protocol of an application', { ports: [{ ...http, appProtocol: 'h2c!' }] }, [
    'ports.0.appProtocol',
  ]),
  service('a port of the nodes', { type: 'NodePort', ports: [{ ...http, nodePort: 30080 }] }),
  service('a port of the nodes, closed', { ports: [{ ...http, nodePort: 30080 }] }, ['ports.0.nodePort']),
  service('a port of the nodes out of range', { type: 'NodePort', ports: [{ ...http, nodePort: 8080 }] }, [
    'ports.0.nodePort',
  ]),
  service(
    'a port of the nodes twice',
    {
      type: 'NodePort',
      ports: [
        { ...http, nodePort: 30080 },
        { ...metrics, nodePort: 30080 },
      ],
    },
    ['ports.1'],
  ),
  service('an unknown type', { type: 'Loadbalancer' }, ['type']),
  service('a name elsewhere', { type: 'ExternalName', externalName: 'db.example.com', ports: undefined }),
  service('a name elsewhere, without it', { type: 'ExternalName', ports: undefined }, ['']),
  service(
    'a name elsewhere, and an address',
    { type: 'ExternalName', externalName: 'a.b', clusterIP: 'None' },
    ['clusterIP'],
  ),
  service('an address of text', { clusterIP: 'none' }, ['clusterIP']),
  service('open and headless', { type: 'NodePort', clusterIP: 'None' }, ['clusterIP']),
  service('a client stays', {
    sessionAffinity: 'ClientIP',
    sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } },
  }),
  service('nobody stays', { sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } } }, [
    'sessionAffinityConfig',
  ]),
  service(
    'a client stays too long',
    { sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 86401 } } },
    ['sessionAffinityConfig.clientIP.timeoutSeconds'],
  ),
  service('ranges', { ...open, loadBalancerSourceRanges: ['10.0.0.0/8'], externalTrafficPolicy: 'Local' }),
  service('ranges of nothing', { loadBalancerSourceRanges: ['10.0.0.0/8'], externalTrafficPolicy: 'Local' }, [
    'loadBalancerSourceRanges',
    'externalTrafficPolicy',
  ]),
  service('an address for a range', { ...open, loadBalancerSourceRanges: ['10.0.0.1'] }, [
    'loadBalancerSourceRanges.0',
  ]),
  service('a port for health', { ...open, healthCheckNodePort: 30000 }, ['healthCheckNodePort']),
  service('two families', { ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'RequireDualStack' }),
  service('two families in one stack', { ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'SingleStack' }, [
    'ipFamilyPolicy',
  ]),
  service('one family twice', { ipFamilies: ['IPv4', 'IPv4'], ipFamilyPolicy: 'PreferDualStack' }, [
    'ipFamilies.1',
  ]),
  service('a bad selector', { selector: { app: 'a b' } }, ['selector.app']),
  service('gets an address', { clusterIP: '10.0.0.5' }, [], {}),
  service('gets another', { clusterIP: '10.0.0.5' }, ['clusterIP'], { clusterIP: '10.0.0.6' }),

  configMap('texts', { data: { 'settings.yaml': 'a: b', _x: '' }, binaryData: { y: 'aGVsbG8=' } }),
  configMap('a key with a slash', { data: { 'a/b': '' } }, ['data.a/b']),
  configMap('a number', { data: { a: 1 } }, ['data.a']),
  configMap('not base64', { binaryData: { a: 'hello world' } }, ['binaryData.a']),
  configMap('as much as there may be', { data: { a: 'x'.repeat(1024 * 1024) } }),
  configMap('too much', { data: { a: 'x'.repeat(1024 * 1024), b: 'y' } }, ['data']),
  configMap('a change', { data: { a: '1' } }, [], { data: { a: '2' } }),
  configMap('sealed', { immutable: true, data: { a: '1' } }, [], { data: { a: '2' } }),
  configMap('a change of what is sealed', { immutable: true, data: { a: '1' } }, ['data'], {
    immutable: true,
    data: { a: '2' },
  }),
  configMap('unsealed', { data: { a: '1' } }, [''], { immutable: true, data: { a: '1' } }),

  secret('opaque', { data: { a: 'aGVsbG8=' }, stringData: { b: 'hello' } }),
  secret('not base64', { data: { a: 'hello!' } }, ['data.a']),
  secret('base64 over lines', { data: { a: 'aGVs\nbG8=\n' } }),
  secret('a certificate', {
    type: 'kubernetes.io/tls',
    stringData: { 'tls.crt': 'a' },
    data: { 'tls.key': 'YQ==' },
  }),
  secret('half a certificate', { type: 'kubernetes.io/tls', stringData: { 'tls.crt': 'a' } }, ['']),
  secret('nobody', { type: 'kubernetes.io/basic-auth', stringData: {} }, ['']),
  secret('somebody', { type: 'kubernetes.io/basic-auth', stringData: { username: 'a' } }),
  secret('a key for a registry', { type: 'kubernetes.io/dockerconfigjson', data: {} }, ['data']),
  secret('another type', { type: 'Opaque' }, ['type'], { type: 'example.com/own' }),

  claim('the least', { spec: storage }),
  claim('nothing', { spec: {} }, ['spec', 'spec']),
  claim('a larger one', { spec: { ...storage, resources: { requests: { storage: '2Gi' } } } }, [], {
    spec: storage,
  }),
  claim('another class', { spec: { ...storage, storageClassName: 'fast' } }, ['spec.storageClassName'], {
    spec: { ...storage, storageClassName: 'slow' },
  }),

  plain('Namespace')('the least', {}),
  plain('ServiceAccount')('the least', { imagePullSecrets: [{ name: 'registry' }] }),
  plain('Pod')(
    'one that restarts',
    {
      spec: {
        restartPolicy: 'OnFailure',
        containers: [{ name: 'a', image: 'a', volumeMounts: [{ name: 'b', mountPath: '/b' }] }],
      },
    },
    ['spec.containers.0.volumeMounts.0.name'],
  ),
  plain('Namespace')('a name with a dot', { metadata: { name: 'a.b' } }, ['metadata.name']),
]);

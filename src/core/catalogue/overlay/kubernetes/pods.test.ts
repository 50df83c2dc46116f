import { type ResourceCase, testResourceCases } from '../../../../../scripts/testing/resourceCases.ts';

const container = { name: 'web', image: 'web:1' };

/** A Deployment whose Pods are like this; the places begin at the Pod's spec. */
const pod = (name: string, spec: object, places: readonly string[] = [], says?: string): ResourceCase => ({
  name,
  resource: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop' },
    spec: {
      selector: { matchLabels: { app: 'shop' } },
      template: { metadata: { labels: { app: 'shop' } }, spec: { containers: [container], ...spec } },
    },
  } as ResourceCase['resource'],
  places: places.map((place) => (place === '' ? 'spec.template.spec' : `spec.template.spec.${place}`)),
  ...(says === undefined ? {} : { says }),
});

/** The same with one container; the places begin there. */
const web = (name: string, more: object, places: readonly string[] = [], says?: string) =>
  pod(
    name,
    { containers: [{ ...container, ...more }], volumes: [{ name: 'data' }, { name: 'logs', emptyDir: {} }] },
    places.map((place) => (place === '' ? 'containers.0' : `containers.0.${place}`)),
    says,
  );

const resources = (requests: object, limits: object) => ({ resources: { requests, limits } });
const port = (more: object) => ({ containerPort: 80, ...more });
const mount = (more: object) => ({ name: 'data', mountPath: '/data', ...more });
const from = (source: object) => ({ env: [{ name: 'A', valueFrom: source }] });
const probe = { httpGet: { port: 80 } };

testResourceCases([
  pod('no containers', { containers: [] }, ['containers']),
  pod('two of one name', { containers: [container, container] }, ['containers.1.name'], 'named `web`'),
  pod('an init container of the same name', { initContainers: [container] }, ['initContainers.0.name']),
  pod(
    'an init container with a probe',
    { initContainers: [{ name: 'a', image: 'a', readinessProbe: probe }] },
    ['initContainers.0.readinessProbe'],
  ),
  pod('a sidecar with a probe', {
    initContainers: [{ name: 'a', image: 'a', restartPolicy: 'Always', readinessProbe: probe }],
  }),
  pod('a container added for debugging', { ephemeralContainers: [{ ...container, name: 'debug' }] }, [
    'ephemeralContainers',
  ]),
  web('no image', { image: undefined }, [''], 'image'),
  web('an empty image', { image: '' }, ['image']),
  web('a name that is no label', { name: 'Web_1' }, ['name']),
  web('an unknown field', { imagePullSecrets: [] }, ['imagePullSecrets']),

  web('ports', { ports: [port({ name: 'http' }), port({ protocol: 'UDP' }), port({})] }),
  web('two ports of one name', { ports: [port({ name: 'http' }), { containerPort: 81, name: 'http' }] }, [
    'ports.1.name',
  ]),
  web('a port out of range', { ports: [{ containerPort: 70000 }] }, ['ports.0.containerPort']),
  web('a long name', { ports: [port({ name: 'http-management-port' })] }, ['ports.0.name']),
  web('an unknown protocol', { ports: [port({ protocol: 'tcp' })] }, ['ports.0.protocol']),
  pod(
    'one port of the node twice',
    {
      containers: [
        { ...container, ports: [port({ hostPort: 80 })] },
        { ...container, name: 'b', ports: [{ containerPort: 81, hostPort: 80 }] },
      ],
    },
    ['containers.1.ports.0'],
  ),
  pod(
    'another port of the node',
    { hostNetwork: true, containers: [{ ...container, ports: [port({ hostPort: 81 })] }] },
    ['containers.0.ports.0.hostPort'],
  ),

  web('variables', { env: [{ name: 'A', value: '1' }, { name: 'A', value: '2' }, { name: 'B' }] }),
  web(
    'a value and a source',
    { env: [{ name: 'A', value: '1', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] },
    ['env.0.valueFrom'],
  ),
  web('a name with an equals sign', { env: [{ name: 'A=B' }] }, ['env.0.name']),
  web('a number for a value', { env: [{ name: 'A', value: 1 }] }, ['env.0.value']),
  web('no source', from({}), ['env.0.valueFrom']),
  web(
    'two sources',
    from({ fieldRef: { fieldPath: 'metadata.name' }, secretKeyRef: { name: 'a', key: 'b' } }),
    ['env.0.valueFrom.secretKeyRef'],
  ),
  web('a Secret without a name', from({ secretKeyRef: { key: 'b' } }), ['env.0.valueFrom.secretKeyRef']),
  web('a Secret without a key', from({ secretKeyRef: { name: 'a' } }), ['env.0.valueFrom.secretKeyRef']),
  web('variables of nothing', { envFrom: [{}] }, ['envFrom.0']),
  web('variables of a ConfigMap', { envFrom: [{ prefix: 'A_', configMapRef: { name: 'a' } }] }),

  web('less than the limit', resources({ cpu: '500m', memory: '1Gi' }, { cpu: 1, memory: '1024Mi' })),
  web('more than the limit', resources({ cpu: '1500m' }, { cpu: 1 }), ['resources.requests.cpu']),
  web('an amount with a space', resources({ memory: '1 Gi' }, {}), ['resources.requests.memory']),
  web('less than nothing', resources({ memory: '-1Gi' }, {}), ['resources.requests.memory']),
  web('an unknown resource', resources({ ram: '1Gi' }, {}), ['resources.requests.ram']),
  web('whole devices', resources({ 'nvidia.com/gpu': 1 }, { 'nvidia.com/gpu': '1' })),
  web('part of a device', resources({ 'nvidia.com/gpu': 1 }, { 'nvidia.com/gpu': 2 }), [
    'resources.requests.nvidia.com/gpu',
  ]),

  web('a mount', { volumeMounts: [mount({}), { name: 'logs', mountPath: '/logs', subPath: 'a/b' }] }),
  web(
    'a mount of nothing',
    { volumeMounts: [mount({ name: 'cache' })] },
    ['volumeMounts.0.name'],
    'no volume named `cache`',
  ),
  web('two mounts at one place', { volumeMounts: [mount({}), mount({ name: 'logs' })] }, [
    'volumeMounts.1.mountPath',
  ]),
  web('a way out of the volume', { volumeMounts: [mount({ subPath: '../etc' })] }, [
    'volumeMounts.0.subPath',
  ]),
  web('two ways into the volume', { volumeMounts: [mount({ subPath: 'a', subPathExpr: 'b' })] }, [
    'volumeMounts.0.subPathExpr',
  ]),

  web('a probe', { livenessProbe: probe, readinessProbe: { tcpSocket: { port: 'http' }, periodSeconds: 5 } }),
  web('a probe of nothing', { livenessProbe: { periodSeconds: 5 } }, ['livenessProbe']),
  web('a probe of two ways', { startupProbe: { ...probe, exec: { command: ['a'] } } }, [
    'startupProbe.httpGet',
  ]),
  web('a probe that must succeed twice', { livenessProbe: { ...probe, successThreshold: 2 } }, [
    'livenessProbe.successThreshold',
  ]),
  web('readiness after two', { readinessProbe: { ...probe, successThreshold: 2 } }),
  web('a port that is neither', { livenessProbe: { httpGet: { port: '8080' } } }, [
    'livenessProbe.httpGet.port',
  ]),
  web('a hook of nothing', { lifecycle: { preStop: {} } }, ['lifecycle.preStop']),
  web('a hook', { lifecycle: { preStop: { sleep: { seconds: 5 } } } }),
  web(
    'privileged without rights',
    { securityContext: { privileged: true, allowPrivilegeEscalation: false } },
    ['securityContext.allowPrivilegeEscalation'],
  ),

  pod('a volume of two sources', { volumes: [{ name: 'a', emptyDir: {}, configMap: { name: 'a' } }] }, [
    'volumes.0.emptyDir',
  ]),
  pod('two volumes of one name', { volumes: [{ name: 'a' }, { name: 'a' }] }, ['volumes.1.name']),
  pod('a Secret without its name', { volumes: [{ name: 'a', secret: {} }] }, ['volumes.0.secret']),
  pod('a ConfigMap without its name', { volumes: [{ name: 'a', configMap: {} }] }, ['volumes.0.configMap']),
  pod(
    'a mode that was meant as octal',
    { volumes: [{ name: 'a', secret: { secretName: 'a', defaultMode: 644 } }] },
    ['volumes.0.secret.defaultMode'],
  ),
  pod('a path on the node', { volumes: [{ name: 'a', hostPath: { path: '/var/../etc' } }] }, [
    'volumes.0.hostPath.path',
  ]),

  pod('tolerations', {
    tolerations: [{ operator: 'Exists' }, { key: 'a', value: 'b', effect: 'NoSchedule' }],
  }),
  pod(
    'a toleration of a value that exists',
    { tolerations: [{ key: 'a', operator: 'Exists', value: 'b' }] },
    ['tolerations.0.value'],
  ),
  pod('a toleration of nothing', { tolerations: [{ value: 'b' }] }, ['tolerations.0']),
  pod(
    'a toleration for a while',
    { tolerations: [{ key: 'a', effect: 'NoSchedule', tolerationSeconds: 5 }] },
    ['tolerations.0.effect'],
  ),
  pod(
    'an affinity',
    {
      affinity: {
        podAntiAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [
            { weight: 101, podAffinityTerm: { labelSelector: { matchLabels: { a: 'b' } } } },
          ],
        },
      },
    },
    [
      'affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution.0.weight',
      'affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution.0.podAffinityTerm',
    ],
  ),
  pod(
    'a spread',
    {
      topologySpreadConstraints: [
        { maxSkew: 0, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway', minDomains: 2 },
      ],
    },
    ['topologySpreadConstraints.0.maxSkew', 'topologySpreadConstraints.0.whenUnsatisfiable'],
  ),
  pod('no name servers', { dnsPolicy: 'None' }, ['']),
  pod('name servers', { dnsPolicy: 'None', dnsConfig: { nameservers: ['10.0.0.10'] } }),
  pod('a name for a name server', { dnsConfig: { nameservers: ['dns'] } }, ['dnsConfig.nameservers.0']),
  web('a profile', {
    securityContext: {
      seccompProfile: { type: 'RuntimeDefault' },
      appArmorProfile: { type: 'Localhost', localhostProfile: 'a' },
    },
  }),
  web('a profile without its file', { securityContext: { seccompProfile: { type: 'Localhost' } } }, [
    'securityContext.seccompProfile',
  ]),
  web(
    'a file for no profile',
    { securityContext: { seccompProfile: { type: 'Unconfined', localhostProfile: 'a' } } },
    ['securityContext.seccompProfile.localhostProfile'],
  ),
  web('a part of a processor', { resources: { requests: { cpu: 0.5 } } }),
  web('a part that is more than the limit', resources({ cpu: 1.5 }, { cpu: 1 }), ['resources.requests.cpu']),
  web('neither number nor text', resources({ cpu: true }, { cpu: 1 }), ['resources.requests.cpu']),
  pod('another system', { os: { name: 'darwin' } }, ['os.name']),
  pod('a bad node label', { nodeSelector: { 'a b': 'c' } }, ['nodeSelector.a b']),
]);

import { configMap, deployment, inferencePool, service, serviceAccount } from '../../kinds/targets.ts';
import type { GroupKind } from '../../workspace/types.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { together, type Yaml, yaml } from '../yaml.ts';
import type { ModelServer } from './ensureModelServer.ts';

const rbac = 'rbac.authorization.k8s.io';
const role: GroupKind = { group: rbac, kind: 'Role' };
const roleBinding: GroupKind = { group: rbac, kind: 'RoleBinding' };

const pickerImage = 'registry.k8s.io/gateway-api-inference-extension/epp:v1.4.0';
const ports = { grpc: 9002, health: 9003, metrics: 9090 } as const;

/**
 * An InferencePool of the pods of a model server, with the endpoint picker that chooses one for each request and the
 * rights that it needs. https://gateway-api-inference-extension.sigs.k8s.io/
 */
export function addInferencePool(desk: PatternDesk, server: ModelServer): PatternTarget {
  const { namespace, name: base } = server.workload;
  const options = { namespace, isAside: true };
  const ofRights = { ...options, version: 'v1' };
  const picker = desk.add(service, `${base}-picker`, ({ name }) => pickerService(name), options).name;
  const pool = desk.add(inferencePool, base, poolOf(server, picker), { namespace });
  const account = desk.add(serviceAccount, picker, yaml``, options).name;
  const rights = desk.add(role, picker, pickerRole, ofRights).name;
  desk.add(
    roleBinding,
    picker,
    yaml`
      roleRef:
        apiGroup: ${rbac}
        kind: Role
        name: ${rights}
      subjects:
        - kind: ServiceAccount
          name: ${account}
          namespace: ${namespace}
    `,
    ofRights,
  );
  const config = desk.add(configMap, picker, pickerConfig, options).name;
  desk.add(deployment, picker, pickerPods({ label: picker, account, config, pool }), options);
  return pool;
}

function poolOf({ labels, port }: ModelServer, picker: string): Yaml {
  return yaml`
    spec:
      # The pods that serve the model.
      selector:
        matchLabels:
          ${together(...labels.map(([key, value]) => yaml`${key}: ${value}`))}
      targetPorts:
        - number: ${port}
      # Chooses the pod for each request: short queue, free cache, the prefix still in it.
      endpointPickerRef:
        name: ${picker}
        port:
          number: ${ports.grpc}
  `;
}

function pickerService(name: string): Yaml {
  return yaml`
    spec:
      selector:
        app.kubernetes.io/name: ${name}
      ports:
        - name: grpc
          port: ${ports.grpc}
          targetPort: grpc
          appProtocol: http2
  `;
}

const pickerRole = yaml`
  rules:
    # It watches its pool, the pods in it, and how urgent requests are.
    - apiGroups: ['']
      resources: [pods]
      verbs: [get, list, watch]
    - apiGroups: [inference.networking.k8s.io]
      resources: [inferencepools]
      verbs: [get, list, watch]
    - apiGroups: [inference.networking.x-k8s.io]
      resources: [inferenceobjectives, inferencemodelrewrites]
      verbs: [get, list, watch]
`;

const pickerConfig = yaml`
  data:
    config.yaml: |
      apiVersion: inference.networking.x-k8s.io/v1alpha1
      kind: EndpointPickerConfig
      plugins:
        - type: queue-scorer
        - type: kv-cache-utilization-scorer
        - type: prefix-cache-scorer
      schedulingProfiles:
        - name: default
          plugins:
            - pluginRef: queue-scorer
            - pluginRef: kv-cache-utilization-scorer
            - pluginRef: prefix-cache-scorer
`;

interface PickerParts {
  readonly label: string;
  readonly account: string;
  readonly config: string;
  readonly pool: PatternTarget;
}

function pickerPods({ label, account, config, pool }: PickerParts): Yaml {
  return yaml`
    spec:
      # One: each would know only of the requests that it has placed itself.
      replicas: 1
      selector:
        matchLabels:
          app.kubernetes.io/name: ${label}
      template:
        metadata:
          labels:
            app.kubernetes.io/name: ${label}
        spec:
          serviceAccountName: ${account}
          # As long as the longest answer of the pool may take.
          terminationGracePeriodSeconds: 130
          containers:
            - name: picker
              image: ${pickerImage}
              args:
                - ${`--pool-name=${pool.name}`}
                - ${`--pool-namespace=${pool.namespace}`}
                - ${`--grpc-port=${ports.grpc}`}
                - ${`--grpc-health-port=${ports.health}`}
                - --config-file=/config/config.yaml
              ports:
                - name: grpc
                  containerPort: ${ports.grpc}
                - name: grpc-health
                  containerPort: ${ports.health}
                - name: metrics
                  containerPort: ${ports.metrics}
              resources:
                requests:
                  cpu: 500m
                  memory: 512Mi
                limits:
                  memory: 2Gi
              readinessProbe:
                grpc:
                  port: ${ports.health}
                  service: inference-extension
              livenessProbe:
                grpc:
                  port: ${ports.health}
                  service: inference-extension
                periodSeconds: 20
              volumeMounts:
                - name: config
                  mountPath: /config
          volumes:
            - name: config
              configMap:
                name: ${config}
  `;
}

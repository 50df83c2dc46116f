/**
 * A bundle of about `count` resources as a platform team would have it: per team a namespace with a route,
 * two Services, two Deployments, a policy and a scaler, and one Gateway for all. Comments included.
 */
export function makeBundle(count: number): ReadonlyMap<string, string> {
  const teams = Math.max(1, Math.round((count - 2) / 8));
  const files = new Map([['gateway.yaml', gateway()]]);
  for (let team = 0; team < teams; team++)
    files.set(`teams/team-${team}.yaml`, teamDocuments(team).join('---\n'));
  return files;
}

function gateway(): string {
  return `# One door for every team.
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata:
  name: eg
spec:
  controllerName: gateway.envoyproxy.io/gatewayclass-controller
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: web
  namespace: platform
spec:
  gatewayClassName: eg
  listeners:
    - name: http
      protocol: HTTP
      port: 80
      allowedRoutes:
        namespaces:
          from: All
`;
}

function teamDocuments(team: number): readonly string[] {
  const namespace = `team-${team}`;
  const head = (apiVersion: string, kind: string, name: string) =>
    `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\n`;
  const workload = (name: string) => [
    `${head('v1', 'Service', name)}spec:\n  selector:\n    app: ${name}\n  ports:\n    - name: http # the only one\n      port: 80\n      targetPort: 8080\n`,
    `${head('apps/v1', 'Deployment', name)}spec:\n  replicas: 2\n  selector:\n    matchLabels:\n      app: ${name}\n  template:\n    metadata:\n      labels:\n        app: ${name}\n    spec:\n      containers:\n        - name: app\n          image: registry.example/${name}:1.0.0\n          ports:\n            - containerPort: 8080\n          resources:\n            requests: {cpu: 100m, memory: 128Mi}\n`,
  ];
  return [
    `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${namespace}\n`,
    `${head('gateway.networking.k8s.io/v1', 'HTTPRoute', 'api')}spec:\n  # Stable takes most of it.\n  parentRefs:\n    - name: web\n      namespace: platform\n      sectionName: http\n  hostnames:\n    - team-${team}.example.com\n  rules:\n    - matches:\n        - path:\n            type: PathPrefix\n            value: /api\n      backendRefs:\n        - name: stable\n          port: 80\n          weight: 90\n        - name: canary\n          port: 80\n          weight: 10\n`,
    ...workload('stable'),
    ...workload('canary'),
    `${head('gateway.envoyproxy.io/v1alpha1', 'BackendTrafficPolicy', 'limits')}spec:\n  targetRefs:\n    - group: gateway.networking.k8s.io\n      kind: HTTPRoute\n      name: api\n  retry:\n    numRetries: 3\n    retryOn:\n      triggers: [connect-failure]\n`,
    `${head('keda.sh/v1alpha1', 'ScaledObject', 'stable')}spec:\n  scaleTargetRef:\n    name: stable\n  minReplicaCount: 1\n  maxReplicaCount: 10\n  triggers:\n    - type: cpu\n      metricType: Utilization\n      metadata:\n        value: "70"\n`,
  ];
}

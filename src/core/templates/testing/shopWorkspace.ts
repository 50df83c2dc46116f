import type { ResourceId } from '../../workspace/types.ts';
import type { Pattern, PatternRole } from '../types.ts';

/**
 * For tests: a workspace as people write it, with comments in odd places, that has something for every role of every
 * pattern. By itself it has no error and no warning.
 */
export const shopWorkspace = `# The shop of Example Ltd.
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: { name: eg } # installed with the chart
spec:
  controllerName: gateway.envoyproxy.io/gatewayclass-controller
---
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    team: web
---
apiVersion: cert-manager.io/v1
kind: Issuer
metadata:
  name: house
  namespace: shop
spec:
  selfSigned: {}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: edge
  namespace: shop
spec:
  secretName: edge-tls # the listener has it
  issuerRef: {kind: Issuer, name: house}
  dnsNames:
    # all our names
    - shop.example.com
    - "*.example.com"
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: edge
  namespace: shop
spec:
  gatewayClassName: "eg"   # the only one
  listeners:
  # for people who forget the s
  - name: web
    protocol: HTTP
    port: 80
  - name: secure
    protocol: HTTPS
    port: 443
    tls:
      mode: Terminate
      certificateRefs:
      - name: edge-tls # by cert-manager
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop # public
  namespace: shop
spec:
  parentRefs:
    - name: edge
      sectionName: secure
  hostnames: [shop.example.com]
  rules:
    # the cart has a team of its own
    - matches:
        - path: { type: PathPrefix, value: /cart }
      backendRefs:
        - name: "cart"  # main backend
          port: 8080

    # everything else
    - backendRefs:
        - name: front
          port: 80
---
apiVersion: gateway.networking.k8s.io/v1
kind: GRPCRoute
metadata:
  name: stock
  namespace: shop
spec:
  parentRefs: [{ name: edge, sectionName: secure }]
  hostnames:
    - stock.example.com
  rules:
    - matches:
        # the only service yet
        - method: { service: stock.v1.Stock }
      backendRefs:
        - name: cart
          port: 8080
`;

const workload = (name: string, namespace: string, port: number) => `---
apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  selector: { app: ${name} } # set by the chart
  ports:
    - name: http
      port: ${port}
      targetPort: 8080
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  replicas: 2
  selector:
    matchLabels: { app: ${name} }
  template:
    metadata:
      labels: { app: ${name} }
    spec:
      containers:
        - name: app
          image: example/${name}:7 # pinned
          ports: [{ containerPort: 8080 }]
          resources:
            requests: { cpu: 50m, memory: 64Mi }
            limits: { memory: 128Mi }
          readinessProbe:
            tcpSocket: { port: 8080 }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  minAvailable: 1
  selector:
    matchLabels: { app: ${name} }
`;

const models = `---
apiVersion: gateway.envoyproxy.io/v1alpha1
kind: ClientTrafficPolicy
metadata:
  name: edge
  namespace: shop
spec:
  targetRefs:
    - { group: gateway.networking.k8s.io, kind: Gateway, name: edge }
  connection:
    bufferLimit: 50Mi # prompts are long
---
apiVersion: aigateway.envoyproxy.io/v1beta1
kind: AIGatewayRoute
metadata:
  name: chat
  namespace: shop
spec:
  parentRefs:
    - name: edge
      sectionName: secure
  hostnames: [chat.example.com]
  rules:
    # the house model
    - matches:
        - headers:
            - { name: x-ai-eg-model, value: house-model }
      backendRefs:
        - name: first-provider # cheap
`;

const provider = (name: string, host: string) => `---
apiVersion: aigateway.envoyproxy.io/v1beta1
kind: AIServiceBackend
metadata:
  name: ${name}
  namespace: shop
spec:
  schema: { name: OpenAI } # compatible
  backendRef: { group: gateway.envoyproxy.io, kind: Backend, name: ${name} }
---
apiVersion: gateway.envoyproxy.io/v1alpha1
kind: Backend
metadata:
  name: ${name}
  namespace: shop
spec:
  endpoints:
    - fqdn: { hostname: ${host}, port: 443 }
---
apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata:
  name: ${name}
  namespace: shop
spec:
  targetRefs:
    - { group: gateway.envoyproxy.io, kind: Backend, name: ${name} }
  validation:
    hostname: ${host}
    wellKnownCACertificates: System
---
apiVersion: v1
kind: Secret
metadata:
  name: ${name}
  namespace: shop
stringData:
  apiKey: replace-me # not the real one
---
apiVersion: aigateway.envoyproxy.io/v1beta1
kind: BackendSecurityPolicy
metadata:
  name: ${name}
  namespace: shop
spec:
  targetRefs:
    - { group: aigateway.envoyproxy.io, kind: AIServiceBackend, name: ${name} }
  type: APIKey
  apiKey:
    secretRef: { name: ${name} }
`;

/** The files of the workspace: the traffic by hand, what a chart has written, the models. */
export const shopFiles: Readonly<Record<string, string>> = {
  'shop.yaml': shopWorkspace,
  'workloads.yaml': [
    workload('front', 'shop', 80),
    workload('cart', 'shop', 8080),
    workload('spare', 'shop', 80),
    workload('pay', 'payments', 80),
  ]
    .join('')
    .slice('---\n'.length),
  'models.yaml':
    `${models}${provider('first-provider', 'one.example.net')}${provider('second-provider', 'two.example.net')}`.slice(
      '---\n'.length,
    ),
};

const gatewayApi = 'gateway.networking.k8s.io';

/** Who plays a role by its kind. */
const players: Readonly<Record<string, string>> = {
  Gateway: `${gatewayApi}/Gateway/shop/edge`,
  HTTPRoute: `${gatewayApi}/HTTPRoute/shop/shop`,
  GRPCRoute: `${gatewayApi}/GRPCRoute/shop/stock`,
  Service: '/Service/shop/cart',
  Deployment: 'apps/Deployment/shop/cart',
  AIGatewayRoute: 'aigateway.envoyproxy.io/AIGatewayRoute/shop/chat',
  AIServiceBackend: 'aigateway.envoyproxy.io/AIServiceBackend/shop/first-provider',
};
/** Who is not connected to anything yet. */
const others: Readonly<Record<string, string>> = {
  Service: '/Service/shop/spare',
  AIServiceBackend: 'aigateway.envoyproxy.io/AIServiceBackend/shop/second-provider',
};

/** A resource of the workspace for every role of a pattern that has one there. */
export function shopRoles(pattern: Pattern): Readonly<Record<string, ResourceId>> {
  const roles = pattern.roles.flatMap((role) => {
    const id = playerOf(pattern, role);
    return id === undefined ? [] : [[role.id, id as ResourceId] as const];
  });
  return Object.fromEntries(roles);
}

function playerOf({ id }: Pattern, role: PatternRole): string | undefined {
  if (id === 'cross-namespace-backend' && role.id === 'service') return '/Service/payments/pay';
  const [first] = role.kinds;
  if (first === undefined) return undefined;
  return (role.onlySelected === true ? others[first.kind] : undefined) ?? players[first.kind];
}

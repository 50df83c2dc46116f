/** For tests: YAML as people write it, with comments, quotes and blank lines in odd places. */

export const shopRoute = `# The shop's route.
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop # public
  namespace: web
spec:
  parentRefs:
    - name: edge
  rules:
    # product pages
    - matches:
        - path: { type: PathPrefix, value: /products }
      backendRefs:
        - name: "catalog"  # main backend
          port: 8080

    # everything else
    - backendRefs:
      - name: front
        port: 80
`;

export const edgeGateway = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: edge
  namespace: web
spec:
  gatewayClassName: eg   # the class
  listeners:
    - name: http
      protocol: HTTP
      port: 80
    - name: https
      protocol: HTTPS
      port: 443
      tls:
        mode: Terminate
`;

export const cartService = `apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: web
spec:
  selector:
    app: cart
  ports:
    - name: http
      port: 8080
    - name: metrics
      port: 9090
`;

export const cartDeployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
  namespace: web
  labels:
    app: cart
spec:
  replicas: 2
  selector:
    matchLabels:
      app: cart
      tier: api
  template:
    metadata:
      labels:
        app: cart
        tier: api
        version: v7
    spec:
      containers:
        - name: cart
          image: example.com/cart:7
`;

/** For tests: routes and providers of models as they may stand in a workspace. */

export const ai = 'aigateway.envoyproxy.io';

/** The role that `chat` plays. */
export const chatRole = { route: `${ai}/AIGatewayRoute/default/chat` };

/** A route with one rule. */
export const chat = (backendRefs: string, more = '') => `# Chats of the shop.
apiVersion: ${ai}/v1beta1
kind: AIGatewayRoute
metadata:
  name: chat
  namespace: default
spec:
  parentRefs: [{ name: edge }]
  rules:
    # the only one
    - matches:
        - headers:
            - { name: x-ai-eg-model, value: house-model }
      backendRefs:
        ${backendRefs}
${more}`;

const provider = `---
apiVersion: ${ai}/v1beta1
kind: AIServiceBackend
metadata: { name: main, namespace: default }
spec:
  schema: { name: OpenAI }
  backendRef: { group: gateway.envoyproxy.io, kind: Backend, name: main }
---
apiVersion: gateway.envoyproxy.io/v1alpha1
kind: Backend
metadata: { name: main, namespace: default }
spec:
  endpoints:
    - fqdn: { hostname: api.openai.com, port: 443 }
`;

/** The same with the provider that it sends to. */
export const chatWithProvider = `${chat('- name: main # ours')}${provider}`;

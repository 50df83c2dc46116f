import { envoyProxy, gateway } from '../../kinds/targets.ts';
import { addInferencePool } from '../blocks/addInferencePool.ts';
import { aiGatewayRoute } from '../blocks/aiKinds.ts';
import { askForKeys } from '../blocks/askForKeys.ts';
import { ensureAiGateway, ensureBuffer } from '../blocks/ensureAiGateway.ts';
import { ensureClass } from '../blocks/ensureGateway.ts';
import { ensureModelServer } from '../blocks/ensureModelServer.ts';
import { addModelBackend, ensureProvider } from '../blocks/ensureProvider.ts';
import { addModelRoute, insertModelRule, modelRule } from '../blocks/modelRoute.ts';
import { providers } from '../blocks/providers.ts';
import { definePattern } from '../definePattern.ts';
import { name } from '../parameters.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { yaml } from '../yaml.ts';
import { aiHostname, keyProvider, modelServer, providerModel } from './aiParameters.ts';

export const twoTierAi = definePattern({
  id: 'two-tier-ai',
  title: 'Two-tier AI gateway',
  purpose: 'One gateway for who may call and what it costs, another beside the models that serve it',
  group: 'ai',
  docs: 'https://aigateway.envoyproxy.io/docs/concepts/architecture/',
  roles: {
    route: {
      label: 'Route of the first tier',
      kinds: [aiGatewayRoute],
      help: 'Gets the model as one more rule.',
    },
    gateway: { label: 'Gateway of the first tier', kinds: [gateway], help: 'Where clients come in.' },
  },
  parameters: {
    ...modelServer,
    namespace: name('Namespace of the second tier', 'model-serving'),
    provider: { ...keyProvider('Provider beside it'), help: 'Of a new first tier.' },
    providerModel: providerModel('Model there'),
    hostname: aiHostname,
  },
  write(desk, answers, given) {
    const { name, weights, replicas, namespace, provider, hostname } = answers;
    const entrance = given.route ? undefined : ensureAiGateway(desk, given.gateway, { hostname });
    const home = given.route?.namespace ?? entrance?.gateway.namespace ?? desk.namespace;
    if (namespace === home)
      return desk.refuse(
        `Both tiers would lie in namespace ${home}. Choose another one for the second tier.`,
      );
    const server = ensureModelServer(desk, undefined, {
      base: name,
      namespace,
      weights,
      model: name,
      replicas,
    });
    if (server === undefined) return;
    const pool = addInferencePool(desk, server);
    const address = addSecondTier(desk, namespace, { pool, model: name });
    const tier = addModelBackend(desk, {
      base: address.service,
      namespace: home,
      provider: { schema: 'OpenAI', hostname: address.hostname },
      port: 80,
    });
    const rule = modelRule(name, [{ target: tier }], home);
    if (given.route !== undefined) return insertModelRule(desk, given.route, name, rule);
    if (entrance === undefined) return;
    const model = answers.providerModel === '' ? providers[provider].model : answers.providerModel;
    const outside = modelRule(
      model,
      [{ target: ensureProvider(desk, { id: provider, namespace: home }) }],
      home,
    );
    askForKeys(desk, addModelRoute(desk, { base: 'models', entrance, hostname, rules: [outside, rule] }));
  },
});

/** Where Envoy Gateway runs proxies, unless it is told to run them beside their Gateways. */
const proxyNamespace = 'envoy-gateway-system';

/** A Gateway that only the cluster reaches, by a name that does not change, and its route to a pool. */
function addSecondTier(
  desk: PatternDesk,
  namespace: string,
  { pool, model }: { readonly pool: PatternTarget; readonly model: string },
): { readonly service: string; readonly hostname: string } {
  const proxy = desk.add(
    envoyProxy,
    `${namespace}-gateway`,
    ({ name }) => yaml`
      spec:
        provider:
          type: Kubernetes
          kubernetes:
            # A fixed name, and no address outside the cluster.
            envoyService:
              name: ${name}
              type: ClusterIP
    `,
    { namespace },
  );
  const service = proxy.name;
  const tier = desk.add(
    gateway,
    service,
    yaml`
      spec:
        gatewayClassName: ${ensureClass(desk)}
        infrastructure:
          parametersRef:
            group: ${envoyProxy.group}
            kind: ${envoyProxy.kind}
            name: ${proxy.name}
        listeners:
          # TLS has ended at the first tier.
          - name: http
            protocol: HTTP
            port: 80
            allowedRoutes:
              namespaces:
                from: Same
    `,
    { namespace },
  );
  ensureBuffer(desk, tier);
  const entrance = { gateway: tier, listener: 'http', isOnly: true };
  addModelRoute(desk, { base: model, entrance, rules: [modelRule(model, [{ target: pool }], namespace)] });
  return { service, hostname: `${service}.${proxyNamespace}.svc.cluster.local` };
}

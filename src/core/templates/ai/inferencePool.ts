import { deployment, gateway } from '../../kinds/targets.ts';
import { addInferencePool } from '../blocks/addInferencePool.ts';
import { addRoute } from '../blocks/addRoute.ts';
import { aiGatewayRoute } from '../blocks/aiKinds.ts';
import { askForKeys } from '../blocks/askForKeys.ts';
import { ensureAiGateway } from '../blocks/ensureAiGateway.ts';
import { ensureModelServer } from '../blocks/ensureModelServer.ts';
import { addModelRoute, insertModelRule, modelRule } from '../blocks/modelRoute.ts';
import { pathRule } from '../blocks/routeRules.ts';
import { definePattern } from '../definePattern.ts';
import { choice } from '../parameters.ts';
import { aiHostname, clients, modelServer } from './aiParameters.ts';

export const inferencePool = definePattern({
  id: 'inference-pool',
  title: 'Self-hosted models with InferencePool',
  purpose: 'Pods of your own serve a model, and each request goes to the one that is best for it',
  group: 'ai',
  docs: 'https://aigateway.envoyproxy.io/docs/capabilities/inference/',
  roles: {
    route: { label: 'Route', kinds: [aiGatewayRoute], help: 'Gets the model as one more rule.' },
    server: { label: 'Model server', kinds: [deployment], help: 'Pods that serve a model already.' },
    gateway: { label: 'Gateway', kinds: [gateway], help: 'Where a new route attaches.' },
  },
  parameters: {
    ...modelServer,
    via: choice('Reached by', [
      { value: 'model', label: 'Its model, with others behind one address', help: 'By an AIGatewayRoute.' },
      { value: 'path', label: 'A host of its own', help: 'By a plain HTTPRoute, whatever the model.' },
    ]),
    clients,
    hostname: aiHostname,
  },
  write(desk, { name, weights, replicas, via, clients, hostname }, given) {
    const isByModel = given.route !== undefined || via === 'model';
    const entrance = given.route ? undefined : ensureAiGateway(desk, given.gateway, { hostname });
    const namespace =
      given.server?.namespace ?? given.route?.namespace ?? entrance?.gateway.namespace ?? desk.namespace;
    const wish = { base: name, namespace, weights, model: name, replicas };
    const server = ensureModelServer(desk, given.server, wish);
    if (server === undefined) return;
    const target = addInferencePool(desk, server);
    if (!isByModel) {
      addRoute(desk, { base: name, hostname, gateway: entrance?.gateway }, (at) => [
        pathRule('/', { target }, at),
      ]);
      return;
    }
    const home = given.route?.namespace ?? entrance?.gateway.namespace ?? namespace;
    const rule = modelRule(name, [{ target }], home);
    if (given.route !== undefined) insertModelRule(desk, given.route, name, rule);
    const fresh = entrance && addModelRoute(desk, { base: 'models', entrance, hostname, rules: [rule] });
    const route = given.route ?? fresh;
    if (route !== undefined) desk.grant(route, target);
    if (fresh !== undefined && clients === 'keys') askForKeys(desk, fresh);
  },
});

import { gateway } from '../../kinds/targets.ts';
import { aiGatewayRoute } from '../blocks/aiKinds.ts';
import { askForKeys } from '../blocks/askForKeys.ts';
import { ensureAiGateway } from '../blocks/ensureAiGateway.ts';
import { ensureProvider } from '../blocks/ensureProvider.ts';
import { addModelRoute, insertModelRule, modelRule } from '../blocks/modelRoute.ts';
import { providers } from '../blocks/providers.ts';
import { definePattern } from '../definePattern.ts';
import { aiHostname, anyProvider, clients, providerModel } from './aiParameters.ts';

export const llmProvider = definePattern({
  id: 'llm-provider',
  title: 'LLM provider with key',
  purpose: 'Clients ask for a model, and the gateway adds the key of the provider',
  group: 'ai',
  docs: 'https://aigateway.envoyproxy.io/docs/getting-started/connect-providers/',
  roles: {
    route: { label: 'Route', kinds: [aiGatewayRoute], help: 'Gets the model as one more rule.' },
    gateway: { label: 'Gateway', kinds: [gateway], help: 'Where a new route attaches.' },
  },
  parameters: { ...anyProvider, model: providerModel('Model'), clients, hostname: aiHostname },
  write(desk, { provider, azureHost, region, otherHost, model, clients, hostname }, given) {
    const hosts: Readonly<Record<string, string>> = {
      azure: azureHost,
      bedrock: `bedrock-runtime.${region}.amazonaws.com`,
      other: otherHost,
    };
    const address = hosts[provider];
    const entrance = given.route ? undefined : ensureAiGateway(desk, given.gateway, { hostname });
    const namespace = given.route?.namespace ?? entrance?.gateway.namespace ?? desk.namespace;
    const own = address === undefined ? {} : { hostname: address };
    const service = ensureProvider(desk, { id: provider, namespace, region, ...own });
    const asked = model === '' ? providers[provider].model : model;
    const rule = modelRule(asked, [{ target: service }], namespace);
    if (given.route !== undefined) insertModelRule(desk, given.route, asked, rule);
    else if (entrance !== undefined) {
      const route = addModelRoute(desk, { base: 'models', entrance, hostname, rules: [rule] });
      if (clients === 'keys') askForKeys(desk, route);
    }
  },
});

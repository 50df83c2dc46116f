import { aiServiceBackend, gateway } from '../../kinds/targets.ts';
import { aiGatewayRoute } from '../blocks/aiKinds.ts';
import { askForKeys } from '../blocks/askForKeys.ts';
import { ensureAiGateway } from '../blocks/ensureAiGateway.ts';
import { ensureProvider } from '../blocks/ensureProvider.ts';
import { addModelRoute, insertModelRule, modelRule } from '../blocks/modelRoute.ts';
import { type KeyProvider, providers } from '../blocks/providers.ts';
import { definePattern } from '../definePattern.ts';
import { number, text } from '../parameters.ts';
import type { PatternTarget } from '../types.ts';
import { aiHostname, clients, keyProvider, providerModel } from './aiParameters.ts';

export const modelVirtualisation = definePattern({
  id: 'model-virtualisation',
  title: 'Model virtualisation',
  purpose: 'Clients ask for one name of yours; which models answer is yours to change',
  group: 'ai',
  docs: 'https://aigateway.envoyproxy.io/docs/capabilities/traffic/model-virtualization/',
  roles: {
    route: { label: 'Route', kinds: [aiGatewayRoute], help: 'Gets the name as one more rule.' },
    first: { label: 'First provider', kinds: [aiServiceBackend] },
    second: { label: 'Second provider', kinds: [aiServiceBackend], onlySelected: true },
    gateway: { label: 'Gateway', kinds: [gateway], help: 'Where a new route attaches.' },
  },
  parameters: {
    name: text('Name that clients ask for', 'assistant'),
    firstProvider: keyProvider('First provider'),
    firstModel: providerModel('Model there'),
    secondProvider: { ...keyProvider('Second provider'), default: 'gemini' },
    secondModel: providerModel('Model there'),
    share: number('Share of the second', 20, { min: 0, max: 100, unit: '%' }),
    clients,
    hostname: aiHostname,
  },
  write(desk, answers, given) {
    const { name, firstProvider, firstModel, secondProvider, secondModel, share, clients, hostname } =
      answers;
    const entrance = given.route ? undefined : ensureAiGateway(desk, given.gateway, { hostname });
    const namespace = given.route?.namespace ?? entrance?.gateway.namespace ?? desk.namespace;
    const serve = (at: PatternTarget | undefined, id: KeyProvider, model: string) => ({
      target: at ?? ensureProvider(desk, { id, namespace }),
      model,
    });
    const usual = providers[firstProvider].model;
    const first = { ...serve(given.first, firstProvider, firstModel || usual), weight: 100 - share };
    const { model, smallModel } = providers[secondProvider];
    const other = model === first.model ? smallModel : model;
    const second = { ...serve(given.second, secondProvider, secondModel || other), weight: share };
    if (first.target.id === second.target.id && first.model === second.model)
      return desk.refuse(
        `Both shares go to ${first.model} of ${first.target.name}. Choose another second model.`,
      );
    const rule = modelRule(name, [first, second], namespace);
    const route =
      given.route ?? (entrance && addModelRoute(desk, { base: 'models', entrance, hostname, rules: [rule] }));
    if (given.route !== undefined) insertModelRule(desk, given.route, name, rule);
    if (route === undefined) return;
    for (const { target } of [first, second]) desk.grant(route, target);
    if (given.route === undefined && clients === 'keys') askForKeys(desk, route);
  },
});

import { gateway, httpRoute, service } from '../../kinds/targets.ts';
import { ensureApp } from '../blocks/ensureApp.ts';
import { putPathRules } from '../blocks/putPathRules.ts';
import { definePattern } from '../definePattern.ts';
import { hostname, name, text } from '../parameters.ts';

export const crossNamespace = definePattern({
  id: 'cross-namespace-backend',
  title: 'Cross-namespace backend with grant',
  purpose: 'A route sends to a Service of another team, which allows just that',
  group: 'routing',
  docs: 'https://gateway-api.sigs.k8s.io/api-types/referencegrant/',
  roles: {
    route: { label: 'Route', kinds: [httpRoute] },
    gateway: { label: 'Gateway', kinds: [gateway], help: 'Where a new route attaches.' },
    service: {
      label: 'Backend',
      kinds: [service],
      help: 'In another namespace than the route.',
      onlySelected: true,
    },
  },
  parameters: {
    path: text('Path', '/payments', { type: 'path' }),
    namespace: name('Namespace of the backend', 'payments', { help: 'Of a new backend.' }),
    hostname: hostname('Host name', 'shop.example.com', { help: 'Of a new route.' }),
  },
  write(desk, { path, namespace, hostname }, given) {
    const home = given.route?.namespace ?? desk.namespace;
    const away = given.service?.namespace ?? namespace;
    if (away === home)
      return desk.refuse(
        `The backend would be in namespace ${home}, as the route is. Choose another namespace.`,
      );
    putPathRules(desk, { route: given.route, gateway: given.gateway, base: 'shop', hostname }, () => [
      { path, app: ensureApp(desk, given.service, { base: namespace, namespace }) },
    ]);
  },
});

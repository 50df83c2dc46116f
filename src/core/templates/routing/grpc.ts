import { isSet, readList, readText } from '../../kinds/reading.ts';
import { gateway, grpcRoute, service } from '../../kinds/targets.ts';
import { addRoute } from '../blocks/addRoute.ts';
import { ensureApp, upstreamOf } from '../blocks/ensureApp.ts';
import { backendRef, type Upstream } from '../blocks/referTo.ts';
import { firstBackend, rulesOf } from '../blocks/routeRules.ts';
import { definePattern } from '../definePattern.ts';
import { boolean, hostname, text } from '../parameters.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { together, type Yaml, yaml } from '../yaml.ts';

export const grpc = definePattern({
  id: 'grpc',
  title: 'gRPC with reflection',
  purpose: 'Calls of one gRPC service, and what tools need to list its methods',
  group: 'routing',
  docs: 'https://gateway-api.sigs.k8s.io/guides/grpc-routing/',
  roles: {
    route: { label: 'Route', kinds: [grpcRoute] },
    service: { label: 'Backend', kinds: [service], help: 'Speaks gRPC.' },
    gateway: { label: 'Gateway', kinds: [gateway], help: 'Where a new route attaches.' },
  },
  parameters: {
    service: text('gRPC service', 'orders.v1.Orders', {
      help: 'With its package, as the proto file has it.',
      form: { pattern: /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/, says: 'a full name such as orders.v1.Orders' },
    }),
    reflection: boolean('With reflection', true, {
      help: 'Lets grpcurl and the like ask for methods; leave it off where outsiders call.',
    }),
    hostname: hostname('Host name', 'grpc.example.com', { help: 'Of a new route.' }),
  },
  write(desk, answers, given) {
    const all = [answers.service, ...(answers.reflection ? reflectionServices : [])];
    const names = all.filter((each) => !isServed(desk, given.route, each));
    if (names.length === 0) return desk.refuse(`GRPCRoute ${given.route?.name} serves all of this already.`);
    const { route, gateway } = given;
    if (route === undefined) {
      const wish = { base: 'grpc', hostname: answers.hostname, kind: grpcRoute, gateway };
      addRoute(desk, wish, (namespace) => {
        const image = 'example/orders:1.0.0';
        const app = ensureApp(desk, given.service, { base: 'grpc', protocol: 'grpc', image });
        return [callsOf(names, app, namespace)];
      });
      return;
    }
    const app = given.service ? upstreamOf(desk, given.service) : firstBackend(desk, route);
    if (app === undefined) return;
    desk.insert(route, ['spec', 'rules'], callsOf(names, app, route.namespace));
    desk.grant(route, app.target);
  },
});

/** Both names are asked for: newer tools use the first, older ones the second. */
const reflectionServices = [
  'grpc.reflection.v1.ServerReflection',
  'grpc.reflection.v1alpha.ServerReflection',
];

function callsOf(services: readonly string[], app: Upstream, namespace: string): Yaml {
  const matches = services.map(
    (each) => yaml`
      ${each === reflectionServices[0] && yaml`# Tells tools which services and methods there are.`}
      - method:
          service: ${each}
    `,
  );
  return yaml`
    matches:
      ${together(...matches)}
    backendRefs:
      - ${backendRef(app, namespace)}
  `;
}

/** True when a rule of the route takes every call of a service. */
function isServed(desk: PatternDesk, route: PatternTarget | undefined, name: string): boolean {
  const rules = route === undefined ? [] : rulesOf(desk, route);
  return rules
    .flatMap((rule) => readList(rule, 'matches'))
    .some((match) => readText(match, 'method', 'service') === name && !isSet(match, 'method', 'method'));
}

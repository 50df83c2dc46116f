import { readText } from '../../kinds/reading.ts';
import { gatewayClass, gateway as gatewayKind } from '../../kinds/targets.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { yaml } from '../yaml.ts';
import { ensureListener, type ListenerWish, listenerLines } from './ensureListener.ts';
import type { Entrance } from './referTo.ts';

const controller = 'gateway.envoyproxy.io/gatewayclass-controller';

/** The way in that is wished for: at the given Gateway, where a listener is added if none fits, else at a new one. */
export function ensureGateway(
  desk: PatternDesk,
  given: PatternTarget | undefined,
  wish: ListenerWish,
  base = 'web',
): Entrance {
  if (given !== undefined) return ensureListener(desk, given, wish);
  const className = ensureClass(desk);
  const listener = listenerLines(desk, wish, { namespace: desk.namespace, taken: [] });
  const gateway = desk.add(
    gatewayKind,
    base,
    yaml`
      spec:
        gatewayClassName: ${className}
        listeners:
          - ${listener.lines}
    `,
  );
  return { gateway, listener: listener.name, isOnly: true };
}

/** The name of the class whose Gateways Envoy Gateway runs. */
export function ensureClass(desk: PatternDesk): string {
  const known = desk
    .all(gatewayClass)
    .find((each) => readText(desk.read(each, ['spec']), 'controllerName') === controller);
  const body = yaml`
    spec:
      # Envoy Gateway runs the proxies of the Gateways of this class.
      controllerName: ${controller}
  `;
  return (known ?? desk.add(gatewayClass, 'eg', body, { isAside: true })).name;
}

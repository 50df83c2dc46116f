import { readList, readNumber, readText } from '../../kinds/reading.ts';
import { gatewayApi } from '../../kinds/targets.ts';
import { repair } from '../../schema/repairs/step.ts';
import type { Path } from '../../yaml/path.ts';
import { aiGatewayRoute, isOf } from '../facts/kinds.ts';
import { rulesOf } from '../facts/routes.ts';
import type { Guardrail } from '../types.ts';

const routes = [
  ...['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map((kind) => ({
    group: gatewayApi,
    kind,
  })),
  aiGatewayRoute,
];

/** A rule whose backends all have weight 0. */
export const allWeightsZero: Guardrail = {
  code: 'TS204',
  name: 'all-weights-zero',
  reason:
    'A backend of weight 0 gets nothing; when all have it, the proxy has nowhere to go and answers 500.',
  docs: 'https://gateway-api.sigs.k8s.io/guides/traffic-splitting/',
  scope: 'resource',
  run(route) {
    if (!routes.some((kind) => isOf(route, kind))) return [];
    return rulesOf(route).flatMap(({ path, name, value }) => {
      const backends = readList(value, 'backendRefs');
      if (backends.length === 0 || backends.some((each) => readNumber(each, 'weight') !== 0)) return [];
      const list: Path = [...path, 'backendRefs'];
      const rule = name === undefined ? `Rule ${Number(path.at(-1)) + 1}` : `Rule ${name}`;
      return [
        {
          severity: 'warning' as const,
          message: `${rule} sends its requests nowhere: ${backends.length === 1 ? 'its only backend has' : `all ${backends.length} backends have`} weight 0. Give one of them a share.`,
          path: list,
          mark: 'key' as const,
          repairs: waysOut(list, backends),
        },
      ];
    });
  },
};

function waysOut(list: Path, backends: readonly unknown[]) {
  const first = repair(`Send all to ${readText(backends[0], 'name') ?? 'the first'}`, [
    { step: 'set', path: [...list, 0, 'weight'], value: 1 },
  ]);
  const evenly = repair(
    'Share evenly',
    backends.map((_, i) => ({ step: 'remove', path: [...list, i, 'weight'] })),
  );
  return backends.length === 1 ? [first] : [first, evenly];
}

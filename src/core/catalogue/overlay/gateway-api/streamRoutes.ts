import type { FieldOverlay } from '../overlay.ts';
import { assert, each, not } from '../rules.ts';
import { nameIn, type TypeTable, v1Name } from './group.ts';
import { uniqueRuleNames } from './httpRoute.ts';
import { parentRules } from './references.ts';

const atomic = { listType: 'atomic' } as const;
const oneRule: FieldOverlay = { ...atomic, minItems: 1, maxItems: 1 };
const upTo16Rules: FieldOverlay = { ...atomic, minItems: 1, maxItems: 16, rules: [uniqueRuleNames] };
const rule = { fields: { backendRefs: atomic } };

const noAddresses = each('', [
  assert(
    not({ format: 'ip', of: '' }),
    '',
    'TLS names servers by DNS name only, and "{value}" is an IP address. Write the name that clients ask for.',
  ),
]);

/** What all routes have: their parents. */
export const commonRoute: TypeTable = {
  CommonRouteSpec: {
    fields: {
      parentRefs: { ...atomic, rules: parentRules },
      useDefaultGateways: { channel: 'experimental' },
    },
  },
  RouteStatus: { fields: { parents: atomic } },
  RouteParentStatus: { fields: { conditions: { listType: 'map', listKeys: ['type'] } } },
};

/** TLSRoute, TCPRoute and UDPRoute. The package has the last two only as they were at v1alpha2. */
export const streamRoutes: TypeTable = {
  TLSRouteSpec: {
    fields: {
      hostnames: { ...atomic, minItems: 1, maxItems: 1024, rules: [noAddresses] },
      rules: oneRule,
    },
  },
  TLSRouteRule: rule,
  ...graduated('TCPRoute'),
  ...graduated('UDPRoute'),
};

/** The same routes at v1alpha2, when a route could have several rules. */
export const alphaStreamRoutes: TypeTable = {
  TLSRoute: { deprecated: true },
  TCPRoute: { deprecated: true },
  UDPRoute: { deprecated: true },
  TLSRouteSpec: { fields: { hostnames: { ...atomic, maxItems: 1024 }, rules: upTo16Rules } },
  TCPRouteSpec: { fields: { rules: upTo16Rules } },
  TCPRouteRule: rule,
  UDPRouteSpec: { fields: { rules: upTo16Rules } },
  UDPRouteRule: rule,
};

/** A kind that is at v1 what it was at v1alpha2, but for the one rule that it may have. */
function graduated(kind: 'TCPRoute' | 'UDPRoute'): TypeTable {
  const before = (type: string) => nameIn('gateway.networking.k8s.io/v1alpha2', type);
  return {
    [kind]: {
      from: before(kind),
      drop: ['deprecated'],
      fields: { spec: { ref: v1Name(`${kind}Spec`) }, status: { ref: v1Name(`${kind}Status`) } },
    },
    [`${kind}Spec`]: {
      from: before(`${kind}Spec`),
      fields: { rules: { ...oneRule, drop: ['rules'] }, 'rules[]': { ref: v1Name(`${kind}Rule`) } },
    },
    [`${kind}Rule`]: { from: before(`${kind}Rule`), ...rule },
    [`${kind}Status`]: { from: before(`${kind}Status`) },
  };
}

import { atLeastOneOf, is, mustMatch } from '../rules.ts';
import { grpcFilterRules } from './filters.ts';
import type { TypeTable } from './group.ts';
import { atMost128Matches, uniqueRuleNames } from './httpRoute.ts';

const word = '[a-z_][a-z_0-9]*';
const exact = is('type', 'Exact');

/** GRPCRoute, but for its filters. */
export const grpcRoute: TypeTable = {
  GRPCRouteSpec: {
    fields: {
      hostnames: { listType: 'atomic' },
      rules: { listType: 'atomic', rules: [uniqueRuleNames, atMost128Matches] },
    },
  },
  GRPCRouteRule: {
    fields: {
      matches: { listType: 'atomic' },
      filters: { listType: 'atomic', rules: grpcFilterRules },
      backendRefs: { listType: 'atomic' },
      sessionPersistence: { channel: 'experimental' },
    },
  },
  GRPCBackendRef: { fields: { filters: { listType: 'atomic', rules: grpcFilterRules } } },
  GRPCRouteMatch: { fields: { headers: { listType: 'map', listKeys: ['name'] } } },
  GRPCHeaderMatch: { fields: { type: { default: 'Exact' } } },
  GRPCMethodMatch: {
    fields: {
      type: { default: 'Exact' },
      service: { maxLength: 1024 },
      method: { maxLength: 1024 },
    },
    rules: [
      atLeastOneOf(['service', 'method'], {
        message:
          'A method match names a service, a method, or both. Add service (such as shop.v1.Cart) or method, or remove the match to take every call.',
      }),
      mustMatch('service', `(?i)^\\.?${word}(\\.${word})*$`, {
        when: exact,
        message:
          '"{value}" cannot be the name of a gRPC service: words of letters, digits and _, joined by dots. Correct it, or set type to RegularExpression.',
      }),
      mustMatch('method', '^[A-Za-z_][A-Za-z_0-9]*$', {
        when: exact,
        message:
          '"{value}" cannot be the name of a gRPC method: letters, digits and _, no dot or slash. Correct it, or set type to RegularExpression.',
      }),
    ],
  },
};

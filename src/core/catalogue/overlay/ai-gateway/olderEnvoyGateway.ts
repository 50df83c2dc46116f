import { eg, gw } from '../envoy-gateway/envoyType.ts';
import type { FieldOverlay } from '../overlay.ts';
import type { TypeTable } from './aiType.ts';

const anyNames: FieldOverlay = { drop: ['minItems', 'items'], items: { type: 'string' } };

/** AI Gateway v1.1.0 was built with the Envoy Gateway before v1.9: what came with v1.9 is taken away here. */
export const olderEnvoyGateway: TypeTable = {
  [eg('ActiveHealthCheck')]: { fields: { healthCheckLog: null } },
  [eg('BackendUtilization')]: { fields: { outOfBand: null } },
  [eg('RemoteJWKS')]: { fields: { failedRefetchDuration: null } },
  [eg('RateLimitSelectCondition')]: { fields: { headers: { maxItems: 64 } } },
  [eg('HTTPActiveHealthChecker')]: {
    drop: ['rules'],
    fields: { requestBody: null, method: { drop: ['maxLength'] } },
  },
  [eg('APIKeyAuth')]: { fields: { extractFrom: { drop: ['minItems'] } } },
  [eg('ExtractFrom')]: {
    drop: ['rules'],
    fields: { headers: anyNames, params: anyNames, cookies: anyNames },
  },
  [eg('OIDCForwardIDToken')]: { fields: { header: { drop: ['maxLength', 'pattern', 'rules'] } } },
  // AI Gateway's CRDs do not follow the channel of Gateway API.
  [gw('HTTPHeaderMatch')]: { fields: { value: { drop: ['inChannel'] } } },
  // Upstream's pattern lacked a question mark, so that each part behind the first had to have at least two letters.
  [eg('OIDC')]: {
    fields: {
      cookieDomain: { pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9]))*$' },
    },
  },
};

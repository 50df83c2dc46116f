/**
 * Every pattern, one line each; the order is that of the gallery within its group. A pattern is one file that calls
 * `definePattern`; gallery, form, preview, suggested roles and picture follow from it.
 */
import { apiKey } from './access/apiKey.ts';
import { basicAuth } from './access/basicAuth.ts';
import { cors } from './access/cors.ts';
import { extAuth } from './access/extAuth.ts';
import { ipAllowList } from './access/ipAllowList.ts';
import { jwt } from './access/jwt.ts';
import { oidc } from './access/oidc.ts';
import { inferencePool } from './ai/inferencePool.ts';
import { llmFallback } from './ai/llmFallback.ts';
import { llmProvider } from './ai/llmProvider.ts';
import { mcp } from './ai/mcp.ts';
import { modelQuota } from './ai/modelQuota.ts';
import { modelVirtualisation } from './ai/modelVirtualisation.ts';
import { tokenLimit } from './ai/tokenLimit.ts';
import { twoTierAi } from './ai/twoTierAi.ts';
import { globalLimits } from './limits/globalLimits.ts';
import { localLimit } from './limits/localLimit.ts';
import { userLimits } from './limits/userLimits.ts';
import { abTest } from './release/abTest.ts';
import { blueGreen } from './release/blueGreen.ts';
import { canary } from './release/canary.ts';
import { mirror } from './release/mirror.ts';
import { faultInjection } from './resilience/faultInjection.ts';
import { resilience } from './resilience/resilience.ts';
import { crossNamespace } from './routing/crossNamespace.ts';
import { domainRedirect } from './routing/domainRedirect.ts';
import { grpc } from './routing/grpc.ts';
import { pathRewrite } from './routing/pathRewrite.ts';
import { versionedPaths } from './routing/versionedPaths.ts';
import { batchJobs } from './scaling/batchJobs.ts';
import { cpuAutoscaling } from './scaling/cpuAutoscaling.ts';
import { rightSizing } from './scaling/rightSizing.ts';
import { scaleOnKafka } from './scaling/scaleOnKafka.ts';
import { scaleOnRequests } from './scaling/scaleOnRequests.ts';
import { scaleOnSchedule } from './scaling/scaleOnSchedule.ts';
import { scaleToZero } from './scaling/scaleToZero.ts';
import { taskApi } from './system/taskApi.ts';
import { backendTls } from './tls/backendTls.ts';
import { clientMtls } from './tls/clientMtls.ts';
import { dns01 } from './tls/dns01.ts';
import { http01 } from './tls/http01.ts';
import { httpsRedirect } from './tls/httpsRedirect.ts';
import { selfSigned } from './tls/selfSigned.ts';
import type { Pattern } from './types.ts';

export { patternGroups } from './groups.ts';

export const patterns: readonly Pattern[] = [
  // Routing
  versionedPaths,
  pathRewrite,
  domainRedirect,
  grpc,
  crossNamespace,
  // Releases
  canary,
  blueGreen,
  abTest,
  mirror,
  // TLS
  httpsRedirect,
  http01,
  dns01,
  selfSigned,
  clientMtls,
  backendTls,
  // Access
  jwt,
  oidc,
  apiKey,
  basicAuth,
  ipAllowList,
  cors,
  extAuth,
  // Rate limits
  localLimit,
  userLimits,
  globalLimits,
  // Resilience
  resilience,
  faultInjection,
  // Scaling
  scaleOnRequests,
  scaleOnKafka,
  scaleOnSchedule,
  scaleToZero,
  batchJobs,
  cpuAutoscaling,
  rightSizing,
  // AI
  llmProvider,
  llmFallback,
  modelVirtualisation,
  tokenLimit,
  modelQuota,
  inferencePool,
  twoTierAi,
  mcp,
  // Whole systems
  taskApi,
];

const byId = new Map(patterns.map((pattern) => [pattern.id, pattern]));

/** The pattern of an id; undefined when there is none. */
export function patternOf(id: string): Pattern | undefined {
  return byId.get(id);
}

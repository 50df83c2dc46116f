import { aiGateway } from '../../kinds/targets.ts';
import type { GroupKind } from '../../workspace/types.ts';

/** Kinds of AI Gateway that patterns write besides those that references point at. */
const of = (kind: string): GroupKind => ({ group: aiGateway, kind });

export const aiGatewayRoute = of('AIGatewayRoute');
export const backendSecurityPolicy = of('BackendSecurityPolicy');
export const mcpRoute = of('MCPRoute');
export const quotaPolicy = of('QuotaPolicy');

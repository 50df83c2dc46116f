/**
 * What controllers make of resources, to be looked at before anything is applied: the HTTPRoute behind an AIGatewayRoute.
 * A pure function of the workspace; nothing of it is ever written into the files. One file a kind, one line here.
 */
import { aiGatewayRoute } from './aiGatewayRoute.ts';
import type { Expander } from './types.ts';

export const expanders: readonly Expander[] = [aiGatewayRoute];

/** Who makes something of resources of a kind, if anybody does. */
export function expanderOf(group: string, kind: string): Expander | undefined {
  return expanders.find((each) => each.group === group && each.kind === kind);
}

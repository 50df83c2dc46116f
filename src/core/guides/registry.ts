/**
 * Every decision guide, one line each, in the order in which they are offered. A guide is one file of data; the dialog,
 * the way back to it from what it made and its tests follow from it.
 */
import { authentication } from './authentication.ts';
import { autoscaler } from './autoscaler.ts';
import { deploymentStrategy } from './deploymentStrategy.ts';
import { policy } from './policy.ts';
import { rateLimiting } from './rateLimiting.ts';
import { tlsIssuer } from './tlsIssuer.ts';
import type { Guide } from './types.ts';

export const guides: readonly Guide[] = [
  policy,
  authentication,
  rateLimiting,
  deploymentStrategy,
  tlsIssuer,
  autoscaler,
];

const byId = new Map(guides.map((guide) => [guide.id, guide]));

/** The guide of an id; undefined when there is none. */
export function guideOf(id: string): Guide | undefined {
  return byId.get(id);
}

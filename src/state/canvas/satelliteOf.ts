import type { ReferenceRole } from '../../core/kinds/types.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import { otherEnd } from './buildLink.ts';
import type { CanvasLink } from './types.ts';

/** Roles in which the holder serves what it refers to, and those in which it is served by it. */
const serving: ReadonlySet<ReferenceRole> = new Set(['scales', 'governs', 'makes']);
const served: ReadonlySet<ReferenceRole> = new Set(['uses', 'issued-by', 'configured-by']);

/** Which end of a line serves the other; undefined where traffic runs from one to the other. */
export function satelliteOf(
  link: CanvasLink,
): { readonly satellite: ResourceId; readonly host: ResourceId } | undefined {
  const { role, to } = link.edge;
  const holder = otherEnd(link, to);
  if (serving.has(role)) return { satellite: holder, host: to };
  return served.has(role) ? { satellite: to, host: holder } : undefined;
}

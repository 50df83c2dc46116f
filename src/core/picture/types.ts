/**
 * A picture is a workspace as a thumbnail: who is there, in columns as traffic flows, and who is connected to whom.
 * It is data; drawing it is up to the gallery. Equal files give equal pictures.
 */
import type { Family, IconName, ReferenceRole } from '../kinds/types.ts';
import type { ResourceId } from '../workspace/types.ts';

export interface PictureNode {
  readonly id: ResourceId;
  readonly kind: string;
  readonly icon: IconName;
  readonly family: Family;
  /** The name of the resource. */
  readonly label: string;
  /** From the left, from 0. */
  readonly column: number;
  /** From the top, from 0. */
  readonly row: number;
}

/** Drawn from left to right, as traffic (or cause) flows. */
export interface PictureEdge {
  readonly from: ResourceId;
  readonly to: ResourceId;
  readonly role: ReferenceRole;
  /** Share of the traffic, 0 to 1, where it is split. */
  readonly weight?: number;
  /** What is written beside it: `10 %`, `mirror`. */
  readonly label?: string;
}

export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** The ids of each column, from the top. */
  readonly columns: readonly (readonly ResourceId[])[];
}

import type { Severity } from '../../core/analysis.ts';
import type { Family, IconName } from '../../core/kinds/types.ts';
import type { GroupKind, Place, ResourceId } from '../../core/workspace/types.ts';

/** What the tree is divided by. */
export type Grouping = 'namespace' | 'kind' | 'file';

/** What a row stands for, and what can be done with it. */
export type TreeSubject =
  | { readonly type: 'namespace'; readonly namespace: string }
  | { readonly type: 'kind'; readonly kind: GroupKind }
  | { readonly type: 'file'; readonly path: string }
  | {
      readonly type: 'document';
      readonly file: string;
      readonly document: number;
      readonly isBroken: boolean;
    }
  | { readonly type: 'resource'; readonly id: ResourceId; readonly isStale: boolean }
  | { readonly type: 'row'; readonly id: ResourceId; readonly row: string; readonly place: Place }
  | { readonly type: 'ghosts' }
  | { readonly type: 'ghost'; readonly id: ResourceId; readonly isMade: boolean }
  | { readonly type: 'documents' };

/** One row of the tree and what is below it. */
export interface TreeNode {
  /** Unique in the tree and stable while the resource keeps its identity. */
  readonly key: string;
  readonly subject: TreeSubject;
  readonly label: string;
  /** Muted, behind the label. */
  readonly detail?: string;
  readonly icon?: IconName;
  readonly family?: Family;
  readonly severity?: Severity;
  /** How many resources a group holds. */
  readonly count?: number;
  readonly isOpenAtFirst: boolean;
  readonly hasChildren: boolean;
  /** Called only when the row is open: 5,000 closed resources cost nothing below them. */
  children(): readonly TreeNode[];
}

/** A node as it stands in the list on screen, with what a screen reader must know of its place. */
export interface TreeRow {
  readonly node: TreeNode;
  readonly level: number;
  readonly position: number;
  readonly setSize: number;
  readonly isOpen: boolean;
  /** Index of the row above that it hangs from; -1 at the root. */
  readonly parent: number;
}

/** A node without anything below it. */
export const noChildren = (): readonly TreeNode[] => [];

/** The rows on screen, top to bottom. `toggled` holds the keys that the user has put the other way. */
export function flattenTree(roots: readonly TreeNode[], toggled: ReadonlySet<string>): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const visit = (nodes: readonly TreeNode[], level: number, parent: number): void => {
    nodes.forEach((node, index) => {
      const isOpen = node.hasChildren && node.isOpenAtFirst !== toggled.has(node.key);
      rows.push({ node, level, position: index + 1, setSize: nodes.length, isOpen, parent });
      if (isOpen) visit(node.children(), level + 1, rows.length - 1);
    });
  };
  visit(roots, 1, -1);
  return rows;
}

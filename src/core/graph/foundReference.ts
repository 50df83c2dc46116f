import type { ReferenceDeclaration } from '../kinds/types.ts';
import type { GroupKind } from '../workspace/types.ts';
import type { Path } from '../yaml/path.ts';

/** One place of a resource's value that a declaration describes, read but not yet resolved. */
export type FoundReference =
  | {
      readonly type: 'object';
      readonly declaration: ReferenceDeclaration;
      readonly path: Path;
      readonly to: GroupKind;
      readonly name: string;
      /** As written in the reference. */
      readonly namespace: string | undefined;
      readonly sectionName: string | undefined;
      readonly port: number | undefined;
      /** Where the declaration says that a port may be written by its name. */
      readonly portName?: string;
      readonly weight: number | undefined;
      /** Where the declaration ranks its references. */
      readonly rank?: number;
      /** True when the field says itself that its target may be absent. */
      readonly isOptional: boolean;
    }
  | {
      readonly type: 'target-selector';
      readonly declaration: ReferenceDeclaration;
      readonly path: Path;
      readonly to: GroupKind;
      readonly selector: LabelSelector;
      /** Where it looks: its own namespace, every one, or those whose labels match. */
      readonly namespaces: 'own' | 'all' | LabelSelector;
    }
  | {
      readonly type: 'pod-selector';
      readonly declaration: ReferenceDeclaration;
      readonly path: Path;
      readonly selector: LabelSelector;
    };

/** `matchLabels` and `matchExpressions` as Kubernetes has them. */
export interface LabelSelector {
  readonly matchLabels: Readonly<Record<string, string>>;
  readonly matchExpressions: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values: readonly string[];
  }[];
}

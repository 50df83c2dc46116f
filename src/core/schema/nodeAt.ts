import type { CatalogueKind } from '../catalogue/catalogue.ts';
import type { Path } from '../yaml/path.ts';
import { metadataNode } from './metadataSchema.ts';
import { SchemaNode } from './schemaNode.ts';

/** What the schema says at a path of a resource; undefined where it says nothing. */
export function nodeAt(kind: CatalogueKind | undefined, path: Path): SchemaNode | undefined {
  if (kind === undefined) return undefined;
  let node: SchemaNode | undefined = SchemaNode.of(kind.shape);
  for (const [i, step] of path.entries()) {
    node = i === 0 && step === 'metadata' ? metadataNode : node?.step(step);
  }
  return node;
}

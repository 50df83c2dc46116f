import type { SchemaNode } from './schemaNode.ts';

/** Field name -> the paths from the resource's root at which one is listed; `[]` stands for a list's items. */
export type FieldIndex = ReadonlyMap<string, readonly (readonly string[])[]>;

const indexes = new WeakMap<SchemaNode, FieldIndex>();
const mostNodes = 4000;
const deepest = 12;

/** The fields of a kind by name, shallow ones first; made when first asked for. Very large kinds are indexed in part. */
export function fieldIndexOf(root: SchemaNode): FieldIndex {
  let index = indexes.get(root);
  if (index === undefined) {
    index = makeIndex(root);
    indexes.set(root, index);
  }
  return index;
}

function makeIndex(root: SchemaNode): FieldIndex {
  const index = new Map<string, (readonly string[])[]>();
  let level: { readonly node: SchemaNode; readonly path: readonly string[] }[] = [{ node: root, path: [] }];
  let seen = 0;
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    const below: typeof level = [];
    for (const { node, path } of level) {
      if (++seen > mostNodes) return index;
      if (node.items !== undefined) below.push({ node: node.items, path: [...path, '[]'] });
      for (const name of node.shape.properties.keys()) {
        if (path.length === 0 && (name === 'status' || name === 'metadata')) continue;
        const child = node.listed(name);
        const place = [...path, name];
        const places = index.get(name);
        if (places === undefined) index.set(name, [place]);
        else places.push(place);
        if (child !== undefined) below.push({ node: child, path: place });
      }
    }
    level = below;
  }
  return index;
}

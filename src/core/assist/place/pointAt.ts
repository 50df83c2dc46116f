import type { AnalysedResource } from '../../analysis.ts';
import type { Edge } from '../../graph/types.ts';
import type { Range } from '../../text/textEdit.ts';
import { locate, pathAt } from '../../yaml/locate.ts';
import type { YamlTree } from '../../yaml/parseYaml.ts';
import { type Path, pathStartsWith, samePath } from '../../yaml/path.ts';
import type { AssistContext, Cursor } from '../types.ts';
import { type DocumentAt, documentAt } from './documentAt.ts';

/** The key or value under a cursor, in a text that can be read. */
export interface Point {
  readonly document: DocumentAt;
  readonly tree: YamlTree;
  /** From the document. */
  readonly path: Path;
  /** True on the key, false on the value. */
  readonly isKey: boolean;
  /** Of the key or value, in the document. */
  readonly range: Range;
  /** The resource it is in, and the path from there. */
  readonly resource: AnalysedResource | undefined;
  readonly inner: Path;
}

/** What stands under a cursor; undefined on comments, blank lines and punctuation. */
export function pointAt(context: AssistContext, { file, offset }: Cursor): Point | undefined {
  const document = documentAt(context, file, offset);
  const tree = document === undefined ? undefined : context.tree(file, document.index);
  if (document === undefined || tree === undefined || tree.text !== document.text) return undefined;
  const at = offset - document.start;
  const path = pathAt(tree, at);
  const located = path.length === 0 ? undefined : locate(tree, path);
  if (located === undefined) return undefined;
  const { key, value } = located;
  const isKey = key !== undefined && at >= key.start && at <= key.end;
  const range = isKey ? key : value;
  if (at < range.start || at > range.end || range.start === range.end) return undefined;
  const resource = resourceOf(context, document, path);
  return {
    document,
    tree,
    path,
    isKey,
    range,
    resource,
    inner: path.slice(resource?.place.path.length ?? 0),
  };
}

function resourceOf(
  { analysis }: AssistContext,
  document: DocumentAt,
  path: Path,
): AnalysedResource | undefined {
  for (const id of document.outline.resources) {
    const resource = analysis.resources.get(id);
    if (resource !== undefined && pathStartsWith(path, resource.place.path)) return resource;
  }
  return undefined;
}

/** The references whose text the point is in: of several, those that stand deepest. */
export function edgesAt({ analysis }: AssistContext, { resource, inner }: Point): readonly Edge[] {
  if (resource === undefined) return [];
  let deepest = 0;
  const found: Edge[] = [];
  for (const edge of analysis.edges.values()) {
    if (edge.from !== resource.id || !pathStartsWith(inner, edge.path)) continue;
    found.push(edge);
    deepest = Math.max(deepest, edge.path.length);
  }
  return found.filter((edge) => edge.path.length === deepest);
}

/** True on the resource's own name, or on what says that it is one: kind and apiVersion. */
export function isOnIdentity({ inner }: Point): boolean {
  return isOnName({ inner }) || samePath(inner, ['kind']) || samePath(inner, ['apiVersion']);
}

/** True on the resource's own name. */
export function isOnName({ inner }: Pick<Point, 'inner'>): boolean {
  return samePath(inner, ['metadata', 'name']);
}

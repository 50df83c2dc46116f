import { isClusterScoped } from '../../kinds/registry.ts';
import { isRecord } from '../../workspace/readDocument.ts';
import type { GroupKind } from '../../workspace/types.ts';
import type { Path } from '../../yaml/path.ts';
import { sketchedValue } from './sketchedValue.ts';
import { nodeAt, type Sketch, type SketchNode } from './sketchNodes.ts';

/** What a resource says of itself before anything else, as far as it is written. */
export interface ResourceHead extends GroupKind {
  /** Where the resource stands in its document: nothing, or the item of a List. */
  readonly base: Path;
  readonly node: SketchNode;
  /** Empty when it is not written. */
  readonly apiVersion: string;
  readonly version: string;
  readonly name: string;
  /** Effective, as far as the scope is known. */
  readonly namespace: string;
}

/** The head of the resource that a path of a document leads into. */
export function headAt({ text, root }: Sketch, path: Path): ResourceHead {
  const [first, index] = path;
  const kind = textOf(text, nodeAt(root, ['kind']));
  const isInList = kind.endsWith('List') && first === 'items' && typeof index === 'number';
  const base = isInList ? path.slice(0, 2) : [];
  const node = nodeAt(root, base) ?? root;
  return { base, node, ...readHead(text, node) };
}

function readHead(text: string, node: SketchNode): Omit<ResourceHead, 'base' | 'node'> {
  const apiVersion = textOf(text, nodeAt(node, ['apiVersion']));
  const kind = textOf(text, nodeAt(node, ['kind']));
  const slash = apiVersion.indexOf('/');
  const group = slash === -1 ? '' : apiVersion.slice(0, slash);
  const metadata = sketchedValue(text, nodeAt(node, ['metadata']));
  const read = (key: string) =>
    isRecord(metadata) && typeof metadata[key] === 'string' ? metadata[key] : '';
  const namespace = read('namespace') || (isClusterScoped(group, kind) === true ? '' : 'default');
  return { apiVersion, kind, group, version: apiVersion.slice(slash + 1), name: read('name'), namespace };
}

function textOf(text: string, node: SketchNode | undefined): string {
  const value = node?.type === 'scalar' ? sketchedValue(text, node) : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

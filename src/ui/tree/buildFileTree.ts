import type { AnalysedResource } from '../../core/analysis.ts';
import type { DocumentOutline, FileOutline, ResourceId } from '../../core/workspace/types.ts';
import { lookOf } from '../kit/kindLook.ts';
import { noChildren, type TreeNode } from './treeNode.ts';

/** The files with their documents, in the order of the workspace; the outline may lag behind the paths. */
export function buildFileTree(
  paths: readonly string[],
  outlines: readonly FileOutline[],
  resources: ReadonlyMap<ResourceId, AnalysedResource>,
): readonly TreeNode[] {
  const byPath = new Map(outlines.map((outline) => [outline.path, outline]));
  return paths.map((path) => {
    const documents = byPath.get(path)?.documents.filter((document) => document.state !== 'empty') ?? [];
    const isBroken = documents.some((document) => document.state === 'broken');
    return {
      key: `file:${path}`,
      subject: { type: 'file', path },
      label: path,
      count: documents.length,
      ...(isBroken ? { severity: 'error' } : {}),
      isOpenAtFirst: paths.length <= 6,
      hasChildren: documents.length > 0,
      children: () =>
        (byPath.get(path)?.documents ?? []).flatMap((document, index) =>
          nodesOfDocument(path, document, index, resources),
        ),
    };
  });
}

function nodesOfDocument(
  file: string,
  document: DocumentOutline,
  index: number,
  resources: ReadonlyMap<ResourceId, AnalysedResource>,
): readonly TreeNode[] {
  const held = document.resources.flatMap((id) => resources.get(id) ?? []).map(resourceLeaf);
  const [only] = held;
  switch (document.state) {
    case 'empty':
      return [];
    case 'resource':
      return only === undefined ? [] : [only];
    case 'list':
      return [{ ...documentLeaf(file, document, index), detail: `${held.length} items`, ...below(held) }];
    default:
      return [{ ...documentLeaf(file, document, index), ...below(held) }];
  }
}

function below(nodes: readonly TreeNode[]): Pick<TreeNode, 'hasChildren' | 'children'> {
  return { hasChildren: nodes.length > 0, children: () => nodes };
}

function documentLeaf(file: string, document: DocumentOutline, index: number): TreeNode {
  const isBroken = document.state === 'broken';
  return {
    key: `doc:${file}#${index}`,
    subject: { type: 'document', file, document: index, isBroken },
    label: document.title === '' ? `Document ${index + 1}` : document.title,
    detail: isBroken ? 'does not parse' : 'not a resource',
    ...(isBroken ? { severity: 'error' } : {}),
    isOpenAtFirst: false,
    hasChildren: false,
    children: noChildren,
  };
}

function resourceLeaf(resource: AnalysedResource): TreeNode {
  return {
    key: `res:${resource.id}`,
    subject: { type: 'resource', id: resource.id, isStale: resource.stale !== undefined },
    label: resource.name === '' ? '(no name)' : resource.name,
    detail: resource.kind,
    ...lookOf(resource),
    isOpenAtFirst: false,
    hasChildren: false,
    children: noChildren,
  };
}

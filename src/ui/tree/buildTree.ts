/**
 * The tree's model: the resources of a workspace divided by namespace, kind or file, then what is referenced
 * but absent and the documents that do not parse. Pure, and cheap at thousands of resources: what lies below
 * a closed row is not built. A filter keeps what matches; groups without a match are left out.
 */

import type { AnalysedResource, Analysis, Severity } from '../../core/analysis.ts';
import { isExternal } from '../../core/graph/linker.ts';
import { families } from '../../core/kinds/families.ts';
import type { DocumentOutline, FileOutline, ResourceId } from '../../core/workspace/types.ts';
import { lookOf } from '../kit/kindLook.ts';
import { worseSeverity } from '../kit/SeverityMark.tsx';
import { type Grouping, noChildren, type TreeNode } from './treeNode.ts';

/** What the tree is made from; a part of the analysis. */
export type TreeSource = Pick<Analysis, 'files' | 'resources' | 'ghosts' | 'findings'>;

interface Build {
  readonly source: TreeSource;
  readonly severities: ReadonlyMap<ResourceId, Severity>;
  /** Search for these words, in lower case; empty: everything. */
  readonly words: readonly string[];
}

/** The roots of the tree. */
export function buildTree(source: TreeSource, grouping: Grouping, filter: string): readonly TreeNode[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const build: Build = { source, severities: worstByResource(source), words };
  if (grouping === 'file') return [...fileNodes(build), ...ghostNodes(build)];
  const resources = [...source.resources.values()].filter((one) => matches(build, searchText(one)));
  const main =
    grouping === 'kind' ? kindNodes(build, resources, '', 'namespace') : namespaceNodes(build, resources);
  return [...main, ...ghostNodes(build), ...brokenNodes(build)];
}

function worstByResource({ findings }: TreeSource): ReadonlyMap<ResourceId, Severity> {
  const worst = new Map<ResourceId, Severity>();
  for (const { resource, severity } of findings) {
    if (resource === undefined || severity === 'info') continue;
    const merged = worseSeverity(worst.get(resource), severity);
    if (merged !== undefined) worst.set(resource, merged);
  }
  return worst;
}

function matches(build: Build, text: string): boolean {
  return build.words.every((word) => text.includes(word));
}

function searchText(one: {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}): string {
  return `${one.kind} ${one.namespace}/${one.name}`.toLowerCase();
}

function namespaceNodes(build: Build, resources: readonly AnalysedResource[]): readonly TreeNode[] {
  return groupBy(resources, (one) => one.namespace).map(([namespace, members]) =>
    groupNode(build, members, {
      key: `ns:${namespace}`,
      subject: { type: 'namespace', namespace },
      label: namespace === '' ? 'Cluster-wide' : namespace,
      icon: namespace === '' ? 'class' : 'namespace',
      family: 'config',
      children: () => kindNodes(build, members, `ns:${namespace}/`, 'subtitle'),
    }),
  );
}

function kindNodes(
  build: Build,
  resources: readonly AnalysedResource[],
  prefix: string,
  says: Says,
): readonly TreeNode[] {
  const groups = groupBy(resources, (one) => `${one.group}/${one.kind}`);
  const nodes = groups.flatMap(([key, members]) => {
    const first = members[0];
    if (first === undefined) return [];
    return groupNode(build, members, {
      key: `${prefix}kind:${key}`,
      subject: { type: 'kind', kind: { group: first.group, kind: first.kind } },
      label: first.kind,
      ...lookOf(first),
      children: () => byName(members).map((one) => resourceNode(build, one, says)),
    });
  });
  const rank = (node: TreeNode) => families.findIndex((one) => one.family === node.family);
  return nodes.sort((a, b) => rank(a) - rank(b));
}

function fileNodes(build: Build): readonly TreeNode[] {
  return build.source.files.flatMap((file) => {
    const nodes = file.documents.flatMap((document, index) => documentNodes(build, file, document, index));
    if (nodes.length === 0 && build.words.length > 0) return [];
    const severity = worstOf(nodes.map((node) => node.severity));
    return {
      key: `file:${file.path}`,
      subject: { type: 'file', path: file.path },
      label: file.path,
      count: nodes.length,
      ...(severity === undefined ? {} : { severity }),
      isOpenAtFirst: true,
      hasChildren: nodes.length > 0,
      children: () => nodes,
    } satisfies TreeNode;
  });
}

/** The resources of a document; the document itself when it does not parse or holds none. */
function documentNodes(
  build: Build,
  file: FileOutline,
  document: DocumentOutline,
  index: number,
): readonly TreeNode[] {
  const resources = document.resources
    .flatMap((id) => build.source.resources.get(id) ?? [])
    .filter((one) => matches(build, searchText(one)))
    .map((one) => resourceNode(build, one, 'kind'));
  if (document.state === 'empty') return [];
  if (document.state !== 'broken' && document.resources.length > 0) return resources;
  if (resources.length === 0 && !matches(build, `${document.title} ${file.path}`.toLowerCase())) return [];
  return [documentNode(file.path, document, index, resources)];
}

function documentNode(
  file: string,
  document: DocumentOutline,
  index: number,
  resources: readonly TreeNode[],
): TreeNode {
  const isBroken = document.state === 'broken';
  return {
    key: `doc:${file}#${index}`,
    subject: { type: 'document', file, document: index, isBroken },
    label: document.title === '' ? `Document ${index + 1}` : document.title,
    detail: isBroken ? 'does not parse' : 'not a resource',
    ...(isBroken ? { severity: 'error' } : {}),
    isOpenAtFirst: true,
    hasChildren: resources.length > 0,
    children: () => resources,
  };
}

function brokenNodes(build: Build): readonly TreeNode[] {
  const nodes = build.source.files.flatMap((file) =>
    file.documents.flatMap((document, index) =>
      document.state === 'broken' && matches(build, `${document.title} ${file.path}`.toLowerCase())
        ? { ...documentNode(file.path, document, index, []), detail: file.path }
        : [],
    ),
  );
  return sectionNodes('documents', 'Documents that do not parse', nodes, 'error');
}

function ghostNodes(build: Build): readonly TreeNode[] {
  const ghosts = [...build.source.ghosts.values()].filter((one) => matches(build, searchText(one)));
  const nodes = byName(ghosts).map((ghost): TreeNode => {
    const maker = ghost.madeBy === undefined ? undefined : build.source.resources.get(ghost.madeBy);
    const what = ghost.namespace === '' ? ghost.kind : `${ghost.kind} in ${ghost.namespace}`;
    return {
      key: `ghost:${ghost.id}`,
      subject: { type: 'ghost', id: ghost.id, isMade: ghost.madeBy !== undefined || isExternal(ghost) },
      label: ghost.name,
      detail: maker === undefined ? what : `${what}, made by ${maker.kind} ${maker.name}`,
      ...lookOf(ghost),
      isOpenAtFirst: false,
      hasChildren: false,
      children: noChildren,
    };
  });
  return sectionNodes('ghosts', 'Referenced but absent', nodes);
}

function sectionNodes(
  type: 'ghosts' | 'documents',
  label: string,
  nodes: readonly TreeNode[],
  severity?: Severity,
): readonly TreeNode[] {
  if (nodes.length === 0) return [];
  return [
    {
      key: type,
      subject: { type },
      label,
      count: nodes.length,
      ...(severity === undefined ? {} : { severity }),
      isOpenAtFirst: true,
      hasChildren: true,
      children: () => nodes,
    },
  ];
}

/** What stands muted behind a resource's name: what the rows above it do not say. */
type Says = 'subtitle' | 'namespace' | 'kind';

/** A resource with the rows of its card below it. */
function resourceNode(build: Build, one: AnalysedResource, says: Says): TreeNode {
  const severity = build.severities.get(one.id);
  const detail = says === 'subtitle' ? (one.summary.subtitle ?? '') : one[says];
  return {
    key: `res:${one.id}`,
    subject: { type: 'resource', id: one.id, isStale: one.stale !== undefined },
    label: one.name,
    ...(detail === '' ? {} : { detail }),
    // Below its kind the icon would only say the same again.
    ...(says === 'kind' ? lookOf(one) : {}),
    ...(severity === undefined ? {} : { severity }),
    isOpenAtFirst: false,
    hasChildren: one.summary.rows.length > 0,
    children: () => cardRowNodes(one),
  };
}

function cardRowNodes(one: AnalysedResource): readonly TreeNode[] {
  return one.summary.rows.map((row) => ({
    key: `row:${one.id}:${row.id}`,
    subject: {
      type: 'row',
      id: one.id,
      row: row.id,
      place: { ...one.place, path: [...one.place.path, ...row.path] },
    },
    label: row.label,
    detail: row.parts.join(' · '),
    isOpenAtFirst: false,
    hasChildren: false,
    children: noChildren,
  }));
}

type GroupParts = Pick<TreeNode, 'key' | 'subject' | 'label' | 'children'> &
  Partial<Pick<TreeNode, 'icon' | 'family'>>;

function groupNode(build: Build, members: readonly AnalysedResource[], parts: GroupParts): TreeNode {
  const severity = worstOf(members.map((member) => build.severities.get(member.id)));
  return {
    ...parts,
    count: members.length,
    ...(severity === undefined ? {} : { severity }),
    isOpenAtFirst: true,
    hasChildren: true,
  };
}

function worstOf(all: readonly (Severity | undefined)[]): Severity | undefined {
  return all.reduce(worseSeverity, undefined);
}

/** Names are plain ASCII: comparing code units is right, and far faster than a collator. */
function byName<T extends { readonly name: string }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Groups in order of their key; what has no key comes last. */
function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups].sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1));
}

import type { KindHeader } from '../../catalogue/catalogue.ts';
import { kindOf, kinds } from '../../kinds/registry.ts';
import type { TextEdit } from '../../text/textEdit.ts';
import { escapeMarkdown, originOf } from '../describeShape.ts';
import { apiVersionOf, bestHeaders, servedHeaders } from '../place/shapeOfResource.ts';
import { entryOf } from '../place/sketchNodes.ts';
import type { Draft, Proposer, Scene } from './scene.ts';
import { valueSnippet } from './valueSnippet.ts';

/** Values of `apiVersion` and `kind` from what the catalogue lists; a kind brings its apiVersion along. */
export const proposeHeads: Proposer = (scene) => {
  if (scene.spot.role !== 'value' || scene.path.length !== 1) return [];
  if (scene.path[0] === 'kind') return kindDrafts(scene);
  return scene.path[0] === 'apiVersion' ? apiVersionDrafts(scene) : [];
};

function kindDrafts(scene: Scene): readonly Draft[] {
  const { head, context } = scene;
  const own = servedHeaders(context.catalogue).filter((each) => apiVersionOf(each) === head.apiVersion);
  const owned = new Set(own.map(({ group, kind }) => `${group}/${kind}`));
  const others = byUse(bestHeaders(context.catalogue)).filter(
    ({ group, kind }) => !owned.has(`${group}/${kind}`),
  );
  return [...byUse(own), ...others].map((header) => ({
    label: header.kind,
    type: 'kind' as const,
    detail: apiVersionOf(header),
    doc: () => describeKind(header),
    insert: valueSnippet(scene, header.kind),
    edits: apiVersionEdits(scene, apiVersionOf(header)),
  }));
}

const palette = new Map(kinds.map(({ group, kind }, index) => [`${group}/${kind}`, index]));

/** Kinds that the studio draws first, in the order of the palette; then the rest by name. */
export function byUse(headers: readonly KindHeader[]): readonly KindHeader[] {
  const rank = ({ group, kind }: KindHeader) => palette.get(`${group}/${kind}`) ?? palette.size;
  return [...headers].sort((a, b) => rank(a) - rank(b) || a.kind.localeCompare(b.kind, 'en'));
}

/** What a kind is for, with the release that describes it, in Markdown. */
export function describeKind(header: KindHeader): string {
  const known = kindOf(header.group, header.kind);
  const scope = header.scope === 'cluster' ? 'cluster-scoped' : 'namespaced';
  const head = `**${header.kind}** · ${escapeMarkdown(apiVersionOf(header))} · ${scope}`;
  const parts = [
    head,
    known === undefined ? undefined : `${escapeMarkdown(known.purpose)}.`,
    originOf(header),
  ];
  return parts.filter((part) => part !== undefined).join('\n\n');
}

/** Writes the apiVersion that goes with a kind, unless it stands there. */
function apiVersionEdits({ head, document }: Scene, apiVersion: string): readonly TextEdit[] {
  if (head.apiVersion === apiVersion) return [];
  const written = entryOf(head.node, 'apiVersion');
  if (written !== undefined) {
    const { node, valueAt } = written;
    const isScalar = node.type === 'scalar';
    const [start, end] = isScalar ? [node.start, node.end] : [valueAt, valueAt];
    return node.isFlow ? [] : [{ start, end, text: isScalar ? apiVersion : ` ${apiVersion}` }];
  }
  const kind = entryOf(head.node, 'kind');
  if (kind === undefined) return [];
  if (head.node.isFlow) return [{ start: kind.start, end: kind.start, text: `apiVersion: ${apiVersion}, ` }];
  const column = kind.start - (document.text.lastIndexOf('\n', kind.start - 1) + 1);
  const pad = ' '.repeat(kind.start === 1 && document.text.startsWith('\uFEFF') ? 0 : column);
  return [{ start: kind.start, end: kind.start, text: `apiVersion: ${apiVersion}\n${pad}` }];
}

function apiVersionDrafts(scene: Scene): readonly Draft[] {
  const { head, context } = scene;
  const kindsOf = new Map<string, KindHeader[]>();
  for (const header of servedHeaders(context.catalogue)) {
    const version = apiVersionOf(header);
    kindsOf.set(version, [...(kindsOf.get(version) ?? []), header]);
  }
  const fits = (headers: readonly KindHeader[]) => headers.some((each) => each.kind === head.kind);
  const storage = (headers: readonly KindHeader[]) =>
    headers.some((each) => each.storage === true && (head.kind === '' || each.kind === head.kind));
  const rank = (headers: readonly KindHeader[]) => (fits(headers) ? 0 : 2) + (storage(headers) ? 0 : 1);
  return [...kindsOf]
    .sort(([a, left], [b, right]) => rank(left) - rank(right) || a.localeCompare(b, 'en'))
    .map(([version, headers]) => ({
      label: version,
      type: 'kind' as const,
      detail: fits(headers) ? head.kind : `${headers.length} ${headers.length === 1 ? 'kind' : 'kinds'}`,
      doc: `${headers.map(({ kind }) => kind).join(', ')}\n\n${originOf(headers[0]) ?? ''}`,
      insert: valueSnippet(scene, version),
    }));
}

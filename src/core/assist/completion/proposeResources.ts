import { TakenNames } from '../../actions/names.ts';
import { picker } from '../../actions/pickTarget.ts';
import type { KindHeader } from '../../catalogue/catalogue.ts';
import { kinds } from '../../kinds/registry.ts';
import type { KindDefinition } from '../../kinds/types.ts';
import { scalarText } from '../../yaml/scalarText.ts';
import { apiVersionOf, bestHeaders } from '../place/shapeOfResource.ts';
import { byUse, describeKind } from './proposeHeads.ts';
import type { Draft, Proposer, Scene } from './scene.ts';
import { escapeSnippet, fieldSnippet } from './snippet.ts';

/** A whole resource, where a document is still empty: from the kind's template, else the least that it needs. */
export const proposeResources: Proposer = (scene) => {
  const { spot, context } = scene;
  if (spot.role !== 'value' || spot.path.length > 0 || spot.behind !== 'nothing' || spot.column !== 0)
    return [];
  const namespace = namespaceNear(scene);
  const headers = bestHeaders(context.catalogue);
  const headerOf = (of: { readonly group: string; readonly kind: string }) =>
    headers.find((each) => each.group === of.group && each.kind === of.kind);
  const drawn = kinds.flatMap((each) => {
    const header = headerOf(each);
    return headers.length > 0 && header === undefined ? [] : templateDraft(scene, each, header, namespace);
  });
  const known = new Set(kinds.map(({ group, kind }) => `${group}/${kind}`));
  const others = byUse(headers).filter(({ group, kind }) => !known.has(`${group}/${kind}`));
  return [...drawn, ...others.map((each) => skeletonDraft(scene, each, namespace))];
};

function templateDraft(
  { context }: Scene,
  definition: KindDefinition,
  header: KindHeader | undefined,
  home: string,
): Draft {
  const namespace = definition.scope === 'cluster' ? '' : home;
  const name = new TakenNames(context).unique(definition, namespace, definition.baseName);
  const { pick } = picker(context.analysis, { definition, name, namespace, isNamed: false }, undefined);
  const text = escapeSnippet(definition.template({ name, namespace, pick }).trimEnd());
  const line = `\n  name: ${scalarText(name)}`;
  const insert = text.replace(
    escapeSnippet(line),
    () => `\n  name: \${1:${escapeSnippet(scalarText(name))}}`,
  );
  return {
    label: definition.kind,
    type: 'resource',
    detail: definition.purpose,
    doc: [
      header === undefined ? undefined : describeKind(header),
      fenced(definition.template({ name, namespace, pick })),
    ]
      .filter((part) => part !== undefined)
      .join('\n\n'),
    insert,
  };
}

function skeletonDraft({ context, style }: Scene, header: KindHeader, home: string): Draft {
  const found = context.catalogue.find(header.group, header.version, header.kind);
  const shape = found.state === 'known' ? found.kind.shape : undefined;
  const spec = shape?.properties.get('spec');
  const pad = ' '.repeat(style.step);
  const lines = [
    `apiVersion: ${apiVersionOf(header)}`,
    `kind: ${header.kind}`,
    'metadata:',
    `${pad}name: ${escapeSnippet(scalarText(header.kind.toLowerCase()))}`,
    ...(header.scope === 'cluster' ? [] : [`${pad}namespace: ${escapeSnippet(scalarText(home))}`]),
  ];
  const field =
    spec === undefined ? undefined : fieldSnippet('spec', spec, { ...style, column: 0, isFlow: false });
  const body = field === undefined ? (shape === undefined ? `spec:\n${pad}$0` : '$0') : field.text;
  return {
    label: header.kind,
    type: 'resource',
    detail: apiVersionOf(header),
    doc: describeKind(header),
    insert: [...lines, body].join('\n'),
    ...(field === undefined || field.asksAgain ? { asksAgain: true as const } : {}),
  };
}

/** The namespace of what stands around: of the document before, else of the first resource of the file, else of most. */
function namespaceNear(scene: Scene): string {
  const { context, document } = scene;
  const outline = context.analysis.files.find((each) => each.path === document.file);
  const before = outline?.documents.slice(0, document.index).reverse() ?? [];
  const near = [...before, ...(outline?.documents ?? [])].flatMap((each) => each.resources);
  for (const id of near) {
    const namespace = context.analysis.resources.get(id)?.namespace ?? '';
    if (namespace !== '') return namespace;
  }
  return commonestNamespace(scene);
}

/** The namespace of most of the workspace. */
function commonestNamespace({ context }: Scene): string {
  const uses = new Map<string, number>();
  for (const { namespace } of context.analysis.resources.values())
    if (namespace !== '') uses.set(namespace, (uses.get(namespace) ?? 0) + 1);
  const [first] = [...uses].sort((a, b) => b[1] - a[1]);
  return first?.[0] ?? 'default';
}

function fenced(yaml: string): string {
  return `\`\`\`yaml\n${yaml.trimEnd()}\n\`\`\``;
}

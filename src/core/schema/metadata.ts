import type { CatalogueKind } from '../catalogue/catalogue.ts';
import type { Path } from '../yaml/path.ts';
import type { FaultDetail } from './fault.ts';
import { isDnsLabel, isLabelValue, isQualifiedName, nameFormats, type TextFormat } from './formats/names.ts';
import type { Judgement } from './judgement.ts';
import { metadataNode } from './metadataSchema.ts';
import { nameFormatOf, suggestName } from './nameRules.ts';
import { entryOf, isMap, type PlainMap, utf8Length } from './plain.ts';
import type { SchemaNode } from './schemaNode.ts';
import { checkStructure } from './structure.ts';

type MetadataFault = Extract<FaultDetail, { fault: 'metadata' }>;

const mostAnnotationBytes = 256 * 1024;

/**
 * What the server says of a resource's metadata: names, namespace, labels, annotations, finalizers, owners. What a CRD's
 * schema adds for name and generateName counts as well.
 * https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/
 */
export function checkMetadata(judgement: Judgement, kind: CatalogueKind, root: PlainMap): void {
  const metadata = entryOf(root, 'metadata');
  if (metadata === undefined || metadata === null) {
    judgement.add('key', { fault: 'required', field: 'metadata' });
    return;
  }
  judgement.path.push('metadata');
  checkStructure(judgement, metadataNode, metadata);
  if (isMap(metadata)) {
    checkNames(judgement, kind, metadata);
    checkNamespace(judgement, kind, metadata);
    checkLabels(judgement, metadata);
    checkAnnotations(judgement, metadata);
    checkFinalizers(judgement, metadata);
    checkOwnSchema(judgement, judgement.subject.root.listed('metadata'), metadata);
  }
  judgement.path.pop();
}

/** Labels and annotations of metadata that is not the resource's own: a pod template's. */
export function checkInnerMetadata(judgement: Judgement, path: Path, metadata: PlainMap): void {
  judgement.path.push(...path);
  checkLabels(judgement, metadata);
  checkAnnotations(judgement, metadata);
  judgement.path.length = 0;
}

function checkNames(judgement: Judgement, kind: CatalogueKind, metadata: PlainMap): void {
  const format = nameFormatOf(kind);
  const name = textOf(metadata, 'name');
  const generateName = textOf(metadata, 'generateName');
  if (name === '' && generateName === '') {
    const isThere = Object.hasOwn(metadata, 'name');
    judgement.add('key', { fault: 'required', field: 'name', ...(isThere ? { isEmpty: true } : {}) });
  }
  if (name !== undefined && name !== '' && !format.test(name)) addName(judgement, 'name', name, format);
  // Letters are added behind it, so it may end in a dash.
  const begun = generateName?.replace(/-$/, 'a');
  if (begun !== undefined && begun !== '' && !format.test(begun)) {
    addName(judgement, 'generateName', generateName ?? '', format);
  }
}

function addName(judgement: Judgement, field: string, value: string, format: TextFormat): void {
  const suggestion = suggestName(value, format);
  addFault(judgement, [field], 'value', { of: 'name', value, reason: format.reason }, suggestion);
}

function checkNamespace(judgement: Judgement, kind: CatalogueKind, metadata: PlainMap): void {
  const namespace = textOf(metadata, 'namespace');
  if (namespace === undefined || namespace === '') return;
  if (kind.scope === 'cluster') {
    judgement.addAt([...judgement.path, 'namespace'], 'key', { fault: 'scope', scope: 'cluster', namespace });
  } else if (!isDnsLabel(namespace)) {
    const format = nameFormats['dns-label'];
    const suggestion = format === undefined ? undefined : suggestName(namespace, format);
    const reason = format?.reason ?? '';
    addFault(judgement, ['namespace'], 'value', { of: 'namespace', value: namespace, reason }, suggestion);
  }
}

function checkLabels(judgement: Judgement, metadata: PlainMap): void {
  const { labels } = metadata;
  if (!isMap(labels)) return;
  const keyReason = nameFormats['label-key']?.reason ?? '';
  const valueReason = nameFormats['label-value']?.reason ?? '';
  for (const [key, value] of Object.entries(labels)) {
    if (!isQualifiedName(key)) {
      const detail = { of: 'label-key', value: key, reason: keyReason } as const;
      addFault(judgement, ['labels', key], 'key', detail, suggestKey(key));
    }
    if (typeof value === 'string' && !isLabelValue(value)) {
      const detail = { of: 'label-value', value, reason: valueReason } as const;
      addFault(judgement, ['labels', key], 'value', detail, suggestLabelValue(value));
    }
  }
}

function checkAnnotations(judgement: Judgement, metadata: PlainMap): void {
  const { annotations } = metadata;
  if (!isMap(annotations)) return;
  let bytes = 0;
  for (const [key, value] of Object.entries(annotations)) {
    bytes += utf8Length(key) + (typeof value === 'string' ? utf8Length(value) : 0);
    if (isQualifiedName(key.toLowerCase())) continue;
    const reason = nameFormats['label-key']?.reason ?? '';
    const detail = { of: 'annotation-key', value: key, reason } as const;
    addFault(judgement, ['annotations', key], 'key', detail, suggestKey(key));
  }
  if (bytes <= mostAnnotationBytes) return;
  addFault(judgement, ['annotations'], 'key', {
    of: 'annotations-size',
    value: String(bytes),
    reason: `all annotations together hold at most ${mostAnnotationBytes} bytes`,
  });
}

function checkFinalizers(judgement: Judgement, metadata: PlainMap): void {
  const { finalizers } = metadata;
  if (!Array.isArray(finalizers)) return;
  for (const [i, value] of finalizers.entries()) {
    if (typeof value !== 'string' || isQualifiedName(value)) continue;
    const reason = nameFormats['label-key']?.reason ?? '';
    const detail = { of: 'finalizer', value, reason } as const;
    addFault(judgement, ['finalizers', i], 'value', detail, suggestKey(value));
  }
}

/** A CRD may limit the name further. */
function checkOwnSchema(judgement: Judgement, node: SchemaNode | undefined, metadata: PlainMap): void {
  for (const field of ['name', 'generateName']) {
    const own = node?.listed(field);
    const value = textOf(metadata, field);
    if (own === undefined || value === undefined) continue;
    judgement.path.push(field);
    checkStructure(judgement, own, value);
    judgement.path.pop();
  }
}

function addFault(
  judgement: Judgement,
  steps: readonly (string | number)[],
  mark: 'key' | 'value',
  detail: Pick<MetadataFault, 'of' | 'value' | 'reason'>,
  suggestion?: string,
): void {
  const path = [...judgement.path, ...steps];
  const more = suggestion === undefined ? {} : { suggestion };
  judgement.addAt(path, mark, { fault: 'metadata', ...detail, ...more });
}

function textOf(map: PlainMap, key: string): string | undefined {
  const value = Object.hasOwn(map, key) ? map[key] : '';
  return typeof value === 'string' ? value : undefined;
}

function suggestKey(key: string): string | undefined {
  const slash = key.lastIndexOf('/');
  const format = nameFormats['dns-subdomain'];
  const prefix = slash < 0 ? '' : key.slice(0, slash);
  const good =
    prefix === '' || format === undefined || format.test(prefix) ? prefix : suggestName(prefix, format);
  const name = suggestLabelValue(key.slice(slash + 1));
  if (good === undefined || name === undefined || name === '') return undefined;
  const suggestion = good === '' ? name : `${good}/${name}`;
  return suggestion !== key && isQualifiedName(suggestion) ? suggestion : undefined;
}

function suggestLabelValue(value: string): string | undefined {
  const cut = value
    .trim()
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 63)
    .replace(/[^A-Za-z0-9]+$/, '');
  return cut === '' || !isLabelValue(cut) ? undefined : cut;
}

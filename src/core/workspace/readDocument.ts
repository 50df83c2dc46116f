import { locate } from '../yaml/locate.ts';
import { parseYaml, type YamlTree } from '../yaml/parseYaml.ts';
import type { Path } from '../yaml/path.ts';
import type { DocumentState } from './types.ts';

/** One document's text with all that can be said of it without knowing its file. Memoised by text. */
export interface ParsedDocument {
  readonly text: string;
  readonly tree: YamlTree;
  readonly state: DocumentState;
  /** Resources in it; for a broken document as much as could be read. */
  readonly bodies: readonly ResourceBody[];
  readonly title: string;
  /** In a list: where the text of each resource begins. */
  readonly starts?: readonly number[];
}

/** A resource before it has an identity: its value and where it stands in the document. */
export interface ResourceBody {
  readonly path: Path;
  readonly value: Readonly<Record<string, unknown>>;
  readonly apiVersion: string;
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** As written. */
  readonly namespace: string | undefined;
  readonly name: string;
}

/** Reads one document. Never throws; what cannot be read is a problem of the tree. */
export function readDocument(text: string): ParsedDocument {
  const tree = parseYaml(text);
  const bodies = tree.isEmpty ? [] : readBodies(tree.value);
  const state = stateOf(tree, bodies);
  const title = titleOf(tree, state, bodies, text);
  if (state !== 'list') return { text, tree, state, bodies, title };
  return {
    text,
    tree,
    state,
    bodies,
    title,
    starts: bodies.map((body) => locate(tree, body.path)?.value.start ?? 0),
  };
}

function readBodies(value: unknown): readonly ResourceBody[] {
  if (!isRecord(value)) return [];
  const { kind, items } = value;
  if (typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items)) {
    return items.flatMap((item, index) => readBody(item, ['items', index]) ?? []);
  }
  return readBody(value, []) ?? [];
}

function readBody(value: unknown, path: Path): [ResourceBody] | undefined {
  if (!isRecord(value)) return undefined;
  const { apiVersion, kind } = value;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || kind === '' || apiVersion === '')
    return undefined;
  if (apiVersion.startsWith('kustomize.config.k8s.io/')) return undefined;
  const slash = apiVersion.indexOf('/');
  const metadata = isRecord(value.metadata) ? value.metadata : {};
  return [
    {
      path,
      value,
      apiVersion,
      group: slash === -1 ? '' : apiVersion.slice(0, slash),
      version: apiVersion.slice(slash + 1),
      kind,
      namespace: nameText(metadata.namespace) || undefined,
      name: nameText(metadata.name) ?? '',
    },
  ];
}

/** Names are strings; a bare number or boolean is read as the person meant it. */
function nameText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

function stateOf(tree: YamlTree, bodies: readonly ResourceBody[]): DocumentState {
  if (tree.isBroken) return 'broken';
  if (tree.isEmpty) return 'empty';
  if (bodies.length === 0) return isEmptyList(tree.value) ? 'list' : 'foreign';
  return bodies[0]?.path.length === 0 ? 'resource' : 'list';
}

function isEmptyList(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.kind === 'string' &&
    value.kind.endsWith('List') &&
    Array.isArray(value.items)
  );
}

function titleOf(
  tree: YamlTree,
  state: DocumentState,
  bodies: readonly ResourceBody[],
  text: string,
): string {
  const [first] = bodies;
  if (first !== undefined && first.path.length === 0) return `${first.kind} ${first.name}`.trim();
  if (state === 'list' && isRecord(tree.value)) return `${String(tree.value.kind)} of ${bodies.length}`;
  if (state === 'empty') return 'Empty document';
  const line = text.split(/\r?\n/).find((each) => each.trim() !== '' && !/^(---|#|%|\uFEFF)/.test(each));
  return (line ?? 'Document').trim().slice(0, 60);
}

/** True for plain maps: not null, not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

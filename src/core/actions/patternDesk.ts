import { targetOf } from '../graph/edgeParts.ts';
import { extractReferences } from '../graph/extractReferences.ts';
import { GrantBook } from '../graph/grants.ts';
import { isClusterScoped, kindOf } from '../kinds/registry.ts';
import { manifest } from '../kinds/templates/manifest.ts';
import { readCommented } from '../templates/readCommented.ts';
import type { AddOptions, PatternDesk, PatternReference, PatternTarget } from '../templates/types.ts';
import { Yaml } from '../templates/yaml.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { type GroupKind, type ResourceId, resourceId } from '../workspace/types.ts';
import type { Path } from '../yaml/path.ts';
import type { Plain } from '../yaml/types.ts';
import type { Draft, Spot } from './draft.ts';
import { refuseName, TakenNames } from './names.ts';
import { placeNew } from './placeNew.ts';
import { writeComment, writeComments } from './writeComments.ts';
import { writeGrant } from './writeGrant.ts';

const namespaceKind: GroupKind = { group: '', kind: 'Namespace' };
/** Namespaces that are there before anybody makes one: the cluster's own, and those its controllers are installed in. */
const givenNamespaces: ReadonlySet<string> = new Set([
  'default',
  'kube-system',
  'envoy-gateway-system',
  'envoy-ai-gateway-system',
  'cert-manager',
  'keda',
]);

interface Known {
  readonly target: PatternTarget;
  readonly spot: Spot;
}

interface Touched {
  readonly spot: Spot;
  readonly path: Path;
  /** How many lines of comments were written right above it. */
  readonly comments: number;
}

/** The desk of a pattern upon a draft: what the pattern asks for becomes steps of the draft. */
export class DraftDesk implements PatternDesk {
  readonly namespace: string;
  /** What was added, in order, but for what only supports it. */
  readonly main: PatternTarget[] = [];
  /** The resources that were there and have been edited, in order. */
  readonly edited = new Map<ResourceId, PatternTarget>();
  readonly #draft: Draft;
  readonly #taken: TakenNames;
  readonly #known = new Map<ResourceId, Known>();
  readonly #granted = new Set<string>();
  readonly #namespaces = new Set<string>(givenNamespaces);
  #firstAdded: Spot | undefined;
  #firstEdit: Touched | undefined;

  constructor(draft: Draft, namespace: string) {
    this.#draft = draft;
    this.namespace = namespace;
    this.#taken = new TakenNames(draft.context);
    for (const resource of draft.context.analysis.resources.values()) {
      const { id, group, kind, apiVersion, name } = resource;
      this.#namespaces.add(group === '' && kind === 'Namespace' ? name : resource.namespace);
      if (resource.stale !== undefined) continue;
      const target = { id, group, kind, apiVersion, namespace: resource.namespace, name, isNew: false };
      this.#known.set(id, { target, spot: draft.spotOf(resource) });
    }
  }

  /** The target of a resource that was there; undefined when it is not, or does not parse right now. */
  targetOf(id: ResourceId): PatternTarget | undefined {
    return this.#known.get(id)?.target;
  }

  add(
    kind: GroupKind,
    baseName: string,
    body: Yaml | ((self: { readonly name: string; readonly namespace: string }) => Yaml),
    options: AddOptions = {},
  ): PatternTarget {
    const isCluster = isClusterScoped(kind.group, kind.kind) === true;
    const namespace = isCluster ? '' : (options.namespace ?? this.namespace);
    if (!isCluster) this.#needNamespace(namespace);
    const name = this.#taken.unique(kind, namespace, baseName);
    const refusal = refuseName(kind, name);
    if (refusal !== undefined) this.#draft.refuse(refusal.refused);
    const apiVersion = apiVersionOf(kind, options.version);
    const id = this.#taken.add(kind, namespace, name);
    const target = {
      id,
      ...{ group: kind.group, kind: kind.kind },
      apiVersion,
      namespace,
      name,
      isNew: true,
    };
    const { lines } = body instanceof Yaml ? body : body({ name, namespace });
    const text = manifest(target, target, lines);
    const spot: Spot = { document: placeNew(this.#draft, { ...kind, name }, text), path: [] };
    this.#known.set(id, { target, spot });
    this.#firstAdded ??= spot;
    if (options.isAside !== true) this.main.push(target);
    return target;
  }

  all({ group, kind }: GroupKind): readonly PatternTarget[] {
    return [...this.#known.values()].flatMap(({ target }) =>
      target.group === group && target.kind === kind ? [target] : [],
    );
  }

  read(target: PatternTarget, path: Path): unknown {
    return this.#draft.value(this.#spotOf(target), path);
  }

  set(target: PatternTarget, path: Path, value: Plain | Yaml, after?: readonly string[]): void {
    const key = path.at(-1);
    const parent = path.slice(0, -1);
    this.#write(target, path, value, (plain, spot) => {
      if (typeof key === 'string') this.#draft.setKey(spot, parent, key, plain, after);
      else this.#draft.setValue(spot, path, plain);
    });
  }

  insert(target: PatternTarget, path: Path, item: Plain | Yaml, at?: number): void {
    const list = this.read(target, path);
    const length = Array.isArray(list) ? list.length : 0;
    const index = Math.min(at ?? length, length);
    this.#write(target, [...path, index], item, (plain, spot) =>
      this.#draft.insertItem(spot, path, index, plain),
    );
  }

  remove(target: PatternTarget, path: Path): void {
    const spot = this.#spotOf(target);
    const last = path.at(-1);
    const parent = path.slice(0, -1);
    this.#note(target, { spot, path: parent, comments: 0 });
    if (typeof last === 'number') this.#draft.removeItem(spot, parent, last);
    else if (last !== undefined) this.#draft.removeKey(spot, parent, last);
  }

  references(holder: PatternTarget): readonly PatternReference[] {
    const value = this.read(holder, []);
    if (!isRecord(value)) return [];
    return extractReferences(holder.group, holder.kind, value).flatMap(
      (found): readonly PatternReference[] => {
        if (found.type !== 'object') return [];
        const { sectionName, port, ...asked } = targetOf(holder, found);
        const id = resourceId(asked.group, asked.kind, asked.namespace, asked.name);
        return [
          {
            holder,
            reference: found.declaration.name,
            path: found.path,
            target: this.#known.get(id)?.target,
            asked,
            ...(sectionName === undefined ? {} : { sectionName }),
            ...(port === undefined ? {} : { port }),
          },
        ];
      },
    );
  }

  referrers(target: PatternTarget): readonly PatternReference[] {
    return [...this.#known.values()].flatMap(({ target: holder }) =>
      this.references(holder).filter((each) => each.target?.id === target.id),
    );
  }

  grant(holder: PatternTarget, target: PatternTarget): void {
    const isLocal = holder.namespace === target.namespace || target.namespace === '';
    const asked = `${holder.group}/${holder.kind}/${holder.namespace} ${target.id}`;
    if (isLocal || this.#granted.has(asked) || this.#draft.refusal !== undefined) return;
    this.#granted.add(asked);
    const grants = new GrantBook(this.#draft.context.analysis.resources.values());
    if (!grants.allows(holder, target)) writeGrant(this.#draft, holder, target);
  }

  refuse(reason: string): void {
    this.#draft.refuse(reason);
  }

  /**
   * Writes the comment that says what this was made with: above the first addition, else above the first edit, unless
   * the document says so already.
   */
  sign(comment: string): void {
    if (this.#firstAdded !== undefined) {
      const { document } = this.#firstAdded;
      const text = `${comment}${this.#draft.lineBreak(document.file)}`;
      this.#draft.edit(document, () => ({ edits: [{ start: 0, end: 0, text }] }));
    } else if (this.#firstEdit !== undefined) {
      const { spot, path, comments } = this.#firstEdit;
      const isSigned = spot.document.text.split(/\r?\n/).some((line) => line.trim() === comment);
      if (!isSigned) writeComment(this.#draft, spot, path, comment, comments);
    }
  }

  #write(
    target: PatternTarget,
    path: Path,
    value: Plain | Yaml,
    step: (plain: Plain, spot: Spot) => void,
  ): void {
    const spot = this.#spotOf(target);
    const { value: plain, comments } = value instanceof Yaml ? readCommented(value) : { value, comments: [] };
    const before = spot.document.text;
    step(plain, spot);
    if (spot.document.text === before) return;
    // Those at the top of an item stand above it; those of a key's value stand below the key.
    const isItem = typeof path.at(-1) === 'number';
    const above = isItem && value instanceof Yaml ? leadingComments(value) : 0;
    this.#note(target, { spot, path, comments: above });
    writeComments(this.#draft, spot, path, comments);
  }

  #note(target: PatternTarget, edit: Touched): void {
    if (target.isNew) return;
    this.#firstEdit ??= edit;
    this.edited.set(target.id, target);
  }

  #spotOf({ id }: PatternTarget): Spot {
    const spot = this.#known.get(id)?.spot;
    if (spot === undefined) throw new Error(`No resource ${id} is at the desk.`);
    return spot;
  }

  /** A namespace in which nothing is yet has to be made first. */
  #needNamespace(namespace: string): void {
    if (this.#namespaces.has(namespace)) return;
    this.#namespaces.add(namespace);
    this.add(namespaceKind, namespace, new Yaml([]), { isAside: true });
  }
}

/** The version that the kind writes first; `v1` for a kind without a file, unless another is named. */
function apiVersionOf({ group, kind }: GroupKind, named: string | undefined): string {
  const version = named ?? kindOf(group, kind)?.versions[0] ?? 'v1';
  return group === '' ? version : `${group}/${version}`;
}

function leadingComments({ lines }: Yaml): number {
  return lines.findIndex((line) => !line.trimStart().startsWith('#'));
}

import type { AnalysedResource } from '../analysis.ts';
import type { Edge } from '../graph/types.ts';
import type { ReferenceRole } from '../kinds/types.ts';
import type { GroupKind, ResourceId } from '../workspace/types.ts';
import type { Facts } from './types.ts';

/** What a book is made from: one version of the workspace. */
export interface World {
  readonly resources: ReadonlyMap<ResourceId, AnalysedResource>;
  readonly edges: ReadonlyMap<string, Edge>;
  /** Resources of an identity that another had first. */
  readonly repeated: readonly { readonly id: ResourceId; readonly first: ResourceId }[];
}

/** What can be asked, each by one key. */
interface Answers {
  readonly resource: AnalysedResource | undefined;
  readonly first: ResourceId | undefined;
  readonly from: readonly Edge[];
  readonly to: readonly Edge[];
  readonly kind: readonly AnalysedResource[];
}
type Question = keyof Answers;

const nothing: readonly never[] = [];

/**
 * All that checks may ask of a workspace as it is now. A list stays the same object from one version to the next while
 * its items do, so that whether an answer is still the same is told by identity.
 */
export class FactBook {
  #world: World = { resources: new Map(), edges: new Map(), repeated: [] };
  #firsts: ReadonlyMap<ResourceId, ResourceId> = new Map();
  #from = new Map<string, readonly Edge[]>();
  #to = new Map<string, readonly Edge[]>();
  #kinds = new Map<string, readonly AnalysedResource[]>();

  /** Takes another version. `changed`: the resources that are other objects, where identities and their order are the same. */
  update(world: World, changed: readonly AnalysedResource[] | 'all'): void {
    const isRelinked = this.#world.edges !== world.edges;
    this.#world = world;
    if (changed === 'all') {
      this.#firsts = new Map(world.repeated.map((each) => [each.id, each.first]));
      this.#kinds = groupBy(world.resources.values(), (each) => kindKey(each, each.namespace), this.#kinds);
      this.#from = groupBy(world.edges.values(), (edge) => edge.from, this.#from);
      this.#to = groupBy(world.edges.values(), roleKey, this.#to);
      return;
    }
    for (const resource of changed) this.#replace(resource);
    if (isRelinked) this.#relink(new Set(changed.map(({ id }) => id)));
  }

  #replace(resource: AnalysedResource): void {
    const key = kindKey(resource, resource.namespace);
    const list = this.#kinds.get(key) ?? [];
    this.#kinds.set(
      key,
      list.map((each) => (each.id === resource.id ? resource : each)),
    );
  }

  /** Only lists of edges that these hold, or held, can be others. */
  #relink(holders: ReadonlySet<string>): void {
    const held = [...holders].flatMap((id) => this.ask('from', id));
    const from: Edge[] = [];
    for (const edge of this.#world.edges.values()) if (holders.has(edge.from)) from.push(edge);
    const targets = new Set([...held, ...from].map(({ to }) => to));
    const to: Edge[] = [];
    for (const edge of this.#world.edges.values()) if (targets.has(edge.to)) to.push(edge);
    putGroups(
      this.#from,
      holders,
      groupBy(from, ({ from: holder }) => holder, this.#from),
    );
    putGroups(this.#to, new Set([...held, ...from].map(roleKey)), groupBy(to, roleKey, this.#to));
  }

  ask<Q extends Question>(question: Q, key: string): Answers[Q];
  ask(question: Question, key: string): Answers[Question] {
    switch (question) {
      case 'resource':
        return this.#world.resources.get(key as ResourceId);
      case 'first':
        return this.#firsts.get(key as ResourceId);
      case 'from':
        return this.#from.get(key) ?? nothing;
      case 'to':
        return this.#to.get(key) ?? nothing;
      case 'kind':
        return this.#kinds.get(key) ?? nothing;
    }
  }
}

/** What was asked of a book, with the answers. It does not hold on to the book. */
export class FactNotes {
  readonly #answers = new Map<Question, Map<string, unknown>>();

  /** True when everything that was asked has the same answer in that book. */
  holdIn(book: FactBook): boolean {
    for (const [question, answers] of this.#answers) {
      for (const [key, answer] of answers) if (book.ask(question, key) !== answer) return false;
    }
    return true;
  }

  write(question: Question, key: string, answer: unknown): void {
    const answers = this.#answers.get(question);
    if (answers === undefined) this.#answers.set(question, new Map([[key, answer]]));
    else answers.set(key, answer);
  }
}

/** A book as checks see it; what they ask is noted. */
export class NotedFacts implements Facts {
  readonly #book: FactBook;
  readonly notes = new FactNotes();

  constructor(book: FactBook) {
    this.#book = book;
  }

  resource(id: ResourceId): AnalysedResource | undefined {
    return this.#ask('resource', id);
  }

  firstOf(id: ResourceId): ResourceId | undefined {
    return this.#ask('first', id);
  }

  edgesFrom(id: ResourceId): readonly Edge[] {
    return this.#ask('from', id);
  }

  edgesTo(to: ResourceId, role: ReferenceRole): readonly Edge[] {
    return this.#ask('to', roleKey({ to, role }));
  }

  ofKind(kind: GroupKind, namespace: string): readonly AnalysedResource[] {
    return this.#ask('kind', kindKey(kind, namespace));
  }

  nameOf(id: ResourceId): string {
    const resource = this.resource(id);
    if (resource === undefined) return id;
    return `${resource.kind} ${resource.name}${resource.namespace === '' ? '' : ` in ${resource.namespace}`}`;
  }

  #ask<Q extends Question>(question: Q, key: string): Answers[Q] {
    const answer = this.#book.ask(question, key);
    this.notes.write(question, key, answer);
    return answer;
  }
}

function kindKey({ group, kind }: GroupKind, namespace: string): string {
  return `${group}/${kind}/${namespace}`;
}

function roleKey({ to, role }: Pick<Edge, 'to' | 'role'>): string {
  return `${role} ${to}`;
}

/** Items under their keys, in order. A list of `before` that is equal is used again. */
function groupBy<T>(
  items: Iterable<T>,
  keyOf: (item: T) => string,
  before: ReadonlyMap<string, readonly T[]>,
): Map<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  const kept: Map<string, readonly T[]> = groups;
  for (const [key, group] of groups) {
    const old = before.get(key);
    if (old?.length === group.length && group.every((item, i) => item === old[i])) kept.set(key, old);
  }
  return kept;
}

function putGroups<T>(
  all: Map<string, readonly T[]>,
  keys: ReadonlySet<string>,
  groups: ReadonlyMap<string, readonly T[]>,
): void {
  for (const key of keys) {
    const group = groups.get(key);
    if (group === undefined) all.delete(key);
    else all.set(key, group);
  }
}

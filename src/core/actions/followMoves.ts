import type { AnalysedResource } from '../analysis.ts';
import { readdress } from '../graph/readAddress.ts';
import type { Edge } from '../graph/types.ts';
import { kindOf } from '../kinds/registry.ts';
import type { ReferenceDeclaration } from '../kinds/types.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { partsOfId, type ResourceId } from '../workspace/types.ts';
import { valueAt } from '../yaml/path.ts';
import type { Draft } from './draft.ts';
import { roleWords } from './fits.ts';
import { listWords, nameOf } from './words.ts';
import { keysBefore } from './writeReference.ts';

/** Where something goes. */
interface Destination {
  readonly name: string;
  readonly namespace: string;
}

/**
 * Lets every reference follow a resource to its new name and namespace, and those of the resource itself keep
 * their targets. What a controller makes beside the resource (a Certificate's Secret) moves along. Refuses
 * when a reference holds only within one namespace. Answers how many references were written.
 */
export function followMoves(draft: Draft, resource: AnalysedResource, to: Destination): number {
  const move = new Move(draft, resource, to);
  for (const edge of draft.context.analysis.edges.values()) move.follow(edge);
  move.refuseTorn();
  return move.followed;
}

class Move {
  readonly #draft: Draft;
  readonly #resource: AnalysedResource;
  readonly #to: Destination;
  readonly #isFar: boolean;
  /** What a controller makes beside the resource and nobody else does: it moves along. */
  readonly #made: ReadonlySet<ResourceId>;
  readonly #torn: string[] = [];
  followed = 0;

  constructor(draft: Draft, resource: AnalysedResource, to: Destination) {
    this.#draft = draft;
    this.#resource = resource;
    this.#to = to;
    this.#isFar = to.namespace !== resource.namespace;
    const { ghosts } = draft.context.analysis;
    const made = [...ghosts.values()].filter((ghost) => ghost.madeBy === resource.id);
    this.#made = new Set(this.#isFar ? made.map((ghost) => ghost.id) : []);
  }

  follow(edge: Edge): void {
    const isOwn = edge.from === this.#resource.id;
    const isTarget = edge.to === this.#resource.id;
    if (!isOwn && !isTarget && !this.#made.has(edge.to)) return;
    const holder = this.#draft.context.analysis.resources.get(edge.from);
    const declaration =
      holder && kindOf(holder.group, holder.kind)?.references.find(({ name }) => name === edge.reference);
    if (holder === undefined || declaration === undefined) return;
    if (isOwn && !isTarget) this.#keep(holder, edge, declaration);
    else this.#lead(holder, edge, declaration);
  }

  /** Refuses when the move would tear references that cannot say a namespace. */
  refuseTorn(): void {
    if (this.#torn.length === 0) return;
    this.#draft.refuse(
      `${nameOf(this.#resource)} cannot move to namespace ${this.#to.namespace} by itself, because this holds only within one namespace: ${listWords(this.#torn, 'and')}. Rename the Namespace to move everything in it.`,
    );
  }

  /** A reference to what moves gets the new name and namespace. */
  #lead(holder: AnalysedResource, edge: Edge, declaration: ReferenceDeclaration): void {
    const isMoving = holder.id === this.#resource.id;
    if (declaration.form === 'pod-selector' || declaration.form === 'target-selector') {
      if (this.#isFar && !isMoving) this.#tear(holder, edge, declaration);
      return;
    }
    if (this.#isFar && !isMoving && declaration.namespace !== 'field') {
      // A grant stays where it is: it allows less from now on, but nothing breaks that names it.
      if (holder.kind !== 'ReferenceGrant') this.#tear(holder, edge, declaration);
      return;
    }
    const spot = this.#draft.spotOf(holder);
    const name = edge.to === this.#resource.id ? this.#to.name : edge.target.name;
    const written = valueAt(holder.value, edge.path);
    if (declaration.form === 'address') {
      const to = { name, ...(this.#isFar ? { namespace: this.#to.namespace } : {}) };
      if (typeof written === 'string') this.#draft.setValue(spot, edge.path, readdress(written, to));
      this.followed++;
      return;
    }
    if (name !== edge.target.name) {
      if (declaration.form === 'name') this.#draft.setValue(spot, edge.path, name);
      else this.#draft.setKey(spot, edge.path, 'name', name);
    }
    if (this.#isFar && declaration.namespace === 'field' && isRecord(written)) {
      const isWritten = typeof written.namespace === 'string';
      if (isWritten || !isMoving) this.#writeNamespace(holder, edge, this.#to.namespace, isWritten);
    }
    this.followed++;
  }

  /** A reference of the moving resource itself keeps its target where it was. */
  #keep(holder: AnalysedResource, edge: Edge, declaration: ReferenceDeclaration): void {
    const { resources, ghosts } = this.#draft.context.analysis;
    const isThere = resources.has(edge.to) || ghosts.get(edge.to)?.madeBy !== undefined;
    if (!this.#isFar || !isThere || this.#made.has(edge.to) || edge.target.namespace !== holder.namespace)
      return;
    const written = valueAt(holder.value, edge.path);
    if (declaration.form !== 'object' || declaration.namespace !== 'field' || !isRecord(written)) {
      const isFixed = typeof declaration.namespace === 'object';
      if (!isFixed && edge.target.namespace !== '') this.#tear(holder, edge, declaration);
      return;
    }
    if (typeof written.namespace === 'string') return;
    this.#writeNamespace(holder, edge, edge.target.namespace, false);
    this.followed++;
  }

  #writeNamespace(holder: AnalysedResource, edge: Edge, namespace: string, isWritten: boolean): void {
    if (!isWritten && namespace === holder.namespace && holder.id !== this.#resource.id) return;
    this.#draft.setKey(
      this.#draft.spotOf(holder),
      edge.path,
      'namespace',
      namespace,
      keysBefore('namespace'),
    );
  }

  #tear(holder: AnalysedResource, edge: Edge, declaration: ReferenceDeclaration): void {
    const target = this.#draft.context.analysis.resources.get(edge.to) ?? partsOfId(edge.to);
    const sentence = `${nameOf(holder)} ${roleWords[declaration.role].does} ${nameOf(target)}`;
    if (!this.#torn.includes(sentence)) this.#torn.push(sentence);
  }
}

/**
 * The one selector from an analysis and the view to what is on the canvas. It remembers its last answer:
 * a card or link whose inputs are the same objects is the same object again, so only what changed renders.
 * It decides what is hidden, which policies dock and which namespaces are shown; it never looks at places.
 */
import type { AnalysedResource, Analysis } from '../../core/analysis.ts';
import type { Edge } from '../../core/graph/types.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import type { PolicyOnCard } from './buildCard.ts';
import { CanvasMemory } from './CanvasMemory.ts';
import { type Docking, dockPolicies } from './dockPolicies.ts';
import { type FindingIndex, indexFindings } from './health.ts';
import { kindKey } from './kindLook.ts';
import type { CanvasCard, CanvasLink, CanvasModel } from './types.ts';

/** The part of the view that decides what is on the canvas. */
export interface CanvasChoices {
  readonly hiddenKinds: readonly string[];
  readonly hiddenNamespaces: readonly string[];
  readonly expandedPolicies: readonly ResourceId[];
  /** Cards that show all their rows. */
  readonly unfolded: ReadonlySet<ResourceId>;
}

/** The part of an analysis that is drawn. */
export type CanvasAnalysis = Pick<Analysis, 'resources' | 'edges' | 'ghosts' | 'findings'>;
export type SelectCanvasModel = (analysis: CanvasAnalysis, choices: CanvasChoices) => CanvasModel;

/** A selector with a memory of its own; one for each canvas. */
export function createCanvasModel(): SelectCanvasModel {
  const memory = new CanvasMemory();
  return (analysis, choices) => memory.keep(new Scene(analysis, choices, memory).build());
}

const none: readonly never[] = [];

class Scene {
  readonly #analysis: CanvasAnalysis;
  readonly #choices: CanvasChoices;
  readonly #memory: CanvasMemory;
  readonly #findings: FindingIndex;
  readonly #dockings: ReadonlyMap<ResourceId, readonly Docking[]>;
  readonly #hosts: ReadonlyMap<ResourceId, readonly Docking[]>;
  readonly #hiddenKinds: ReadonlySet<string>;
  readonly #hiddenNamespaces: ReadonlySet<string>;

  constructor(analysis: CanvasAnalysis, choices: CanvasChoices, memory: CanvasMemory) {
    this.#analysis = analysis;
    this.#choices = choices;
    this.#memory = memory;
    this.#findings = indexFindings(analysis.findings);
    const dockings = dockPolicies(analysis, new Set(choices.expandedPolicies));
    this.#dockings = groupBy(dockings, (each) => each.policy);
    this.#hosts = groupBy(dockings, (each) => each.host);
    this.#hiddenKinds = new Set(choices.hiddenKinds);
    this.#hiddenNamespaces = new Set(choices.hiddenNamespaces);
  }

  build(): CanvasModel {
    const cards = this.#buildCards();
    const links = new Map<string, CanvasLink>();
    for (const edge of this.#analysis.edges.values()) {
      const link = this.#link(edge, cards);
      if (link !== undefined) links.set(link.id, link);
    }
    return { cards, links, docked: this.#docked(cards) };
  }

  #buildCards(): ReadonlyMap<ResourceId, CanvasCard> {
    const cards = new Map<ResourceId, CanvasCard>();
    const showsNamespace = hasSeveralNamespaces(this.#analysis);
    for (const resource of this.#analysis.resources.values()) {
      if (this.#isHidden(resource) || this.#dockings.has(resource.id)) continue;
      cards.set(resource.id, this.#card(resource, showsNamespace));
    }
    for (const id of this.#wantedGhosts(cards)) {
      const ghost = this.#analysis.ghosts.get(id);
      if (ghost === undefined || this.#isHidden(ghost)) continue;
      cards.set(id, this.#memory.ghost(ghost, showsNamespace));
    }
    return cards;
  }

  #isHidden(each: { readonly group: string; readonly kind: string; readonly namespace: string }): boolean {
    return this.#hiddenKinds.has(kindKey(each)) || this.#hiddenNamespaces.has(each.namespace);
  }

  #card(resource: AnalysedResource, showsNamespace: boolean): CanvasCard {
    const policies = this.#policiesOn(resource.id);
    const findings = this.#findings.byResource.get(resource.id) ?? none;
    return this.#memory.card({
      resource,
      findings,
      policies,
      showsNamespace,
      isUnfolded: this.#choices.unfolded.has(resource.id),
    });
  }

  #policiesOn(host: ResourceId): readonly PolicyOnCard[] {
    return (this.#hosts.get(host) ?? none).flatMap(({ policy, row }) => {
      const resource = this.#analysis.resources.get(policy);
      if (resource === undefined || this.#isHidden(resource)) return [];
      const docked = this.#memory.policy(resource, this.#findings.byResource.get(policy) ?? none);
      return [{ policy: docked, ...(row === undefined ? {} : { row }) }];
    });
  }

  /** Ghosts that something visible refers to, in the order of the text. */
  #wantedGhosts(cards: ReadonlyMap<ResourceId, CanvasCard>): ReadonlySet<ResourceId> {
    const wanted = new Set<ResourceId>();
    for (const edge of this.#analysis.edges.values()) {
      if (!this.#analysis.ghosts.has(edge.to)) continue;
      // Its policies stand on what it is made of.
      if (edge.role === 'governs' && this.#dockings.has(edge.from)) continue;
      if (this.#cardOf(edge.from, cards) !== undefined) wanted.add(edge.to);
    }
    return wanted;
  }

  /** The card that shows a resource: its own, or the first that its chip is docked on. */
  #cardOf(id: ResourceId, cards: ReadonlyMap<ResourceId, CanvasCard>): CanvasCard | undefined {
    const own = cards.get(id);
    if (own !== undefined) return own;
    const resource = this.#analysis.resources.get(id);
    if (resource === undefined || this.#isHidden(resource)) return undefined;
    for (const { host } of this.#dockings.get(id) ?? none) {
      const card = cards.get(host);
      if (card !== undefined) return card;
    }
    return undefined;
  }

  #link(edge: Edge, cards: ReadonlyMap<ResourceId, CanvasCard>): CanvasLink | undefined {
    const isHolderDocked = this.#dockings.has(edge.from);
    if (isHolderDocked && edge.role === 'governs') return undefined;
    const holder = this.#cardOf(edge.from, cards);
    const target = cards.get(edge.to);
    if (holder === undefined || target === undefined || holder === target) return undefined;
    const findings = this.#findings.byEdge.get(edge.id) ?? none;
    return this.#memory.link({ edge, holder, target, isHolderDocked, findings });
  }

  #docked(cards: ReadonlyMap<ResourceId, CanvasCard>): ReadonlyMap<ResourceId, readonly ResourceId[]> {
    const docked = new Map<ResourceId, readonly ResourceId[]>();
    for (const [policy, dockings] of this.#dockings) {
      if (this.#cardOf(policy, cards) === undefined) continue;
      docked.set(policy, [...new Set(dockings.map((each) => each.host).filter((host) => cards.has(host)))]);
    }
    return docked;
  }
}

function hasSeveralNamespaces(analysis: CanvasAnalysis): boolean {
  let first: string | undefined;
  for (const { namespace } of analysis.resources.values()) {
    if (namespace === '' || namespace === first) continue;
    if (first !== undefined) return true;
    first = namespace;
  }
  return false;
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

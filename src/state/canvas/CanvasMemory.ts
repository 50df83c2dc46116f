import type { AnalysedResource, Finding } from '../../core/analysis.ts';
import type { Ghost } from '../../core/graph/types.ts';
import { buildCard, buildDockedPolicy, buildGhost, type CardInput } from './buildCard.ts';
import { buildLink, type LinkInput } from './buildLink.ts';
import type { CanvasCard, CanvasLink, CanvasModel, DockedPolicy } from './types.ts';

/** What was drawn last, so that equal inputs give the same objects again. What is gone is forgotten. */
export class CanvasMemory {
  #before: CanvasModel | undefined;
  readonly #cards = new Memo((input: CardInput) => buildCard(input));
  readonly #ghosts = new Memo((input: { ghost: Ghost; showsNamespace: boolean }) =>
    buildGhost(input.ghost, input.showsNamespace),
  );
  readonly #policies = new Memo((input: { resource: AnalysedResource; findings: readonly Finding[] }) =>
    buildDockedPolicy(input.resource, input.findings),
  );
  readonly #links = new Memo((input: LinkInput) => buildLink(input));

  card(input: CardInput): CanvasCard {
    return this.#cards.get(input.resource.id, input);
  }

  ghost(ghost: Ghost, showsNamespace: boolean): CanvasCard {
    return this.#ghosts.get(ghost.id, { ghost, showsNamespace });
  }

  policy(resource: AnalysedResource, findings: readonly Finding[]): DockedPolicy {
    return this.#policies.get(resource.id, { resource, findings });
  }

  link(input: LinkInput): CanvasLink {
    return this.#links.get(input.edge.id, input);
  }

  /** Ends one round: the model before, when nothing changed; else the new one, sharing equal maps. */
  keep(next: CanvasModel): CanvasModel {
    for (const memo of [this.#cards, this.#ghosts, this.#policies, this.#links]) memo.forgetUnused();
    const cards = keepMap(this.#before?.cards, next.cards);
    const links = keepMap(this.#before?.links, next.links);
    const docked = keepMap(this.#before?.docked, next.docked);
    const { cards: oldCards, links: oldLinks, docked: oldDocked } = this.#before ?? next;
    const isSame = cards === oldCards && links === oldLinks && docked === oldDocked;
    if (this.#before === undefined || !isSame) this.#before = { cards, links, docked };
    return this.#before;
  }
}

/** Builds again only when an input differs, by identity or member by member. */
class Memo<Input extends object, Output> {
  readonly #build: (input: Input) => Output;
  #known = new Map<string, { readonly input: Input; readonly output: Output }>();
  #used = new Map<string, { readonly input: Input; readonly output: Output }>();

  constructor(build: (input: Input) => Output) {
    this.#build = build;
  }

  get(key: string, input: Input): Output {
    const old = this.#used.get(key) ?? this.#known.get(key);
    const entry =
      old !== undefined && isSame(old.input, input, inputDepth) ? old : { input, output: this.#build(input) };
    this.#used.set(key, entry);
    return entry.output;
  }

  forgetUnused(): void {
    this.#known = this.#used;
    this.#used = new Map();
  }
}

/** Deep enough to look into the list of docked policies of a card. */
const inputDepth = 3;

function isSame(a: unknown, b: unknown, depth: number): boolean {
  if (Object.is(a, b)) return true;
  if (depth === 0 || typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof Map) return false;
  const keys = Object.keys(a);
  if (Array.isArray(a) !== Array.isArray(b) || keys.length !== Object.keys(b).length) return false;
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  return keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key], depth - 1));
}

function keepMap<K, V>(before: ReadonlyMap<K, V> | undefined, next: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  if (before === undefined || before.size !== next.size) return next;
  const old = before.entries();
  for (const [key, value] of next) {
    const entry = old.next().value;
    if (entry === undefined || entry[0] !== key || !isSame(entry[1], value, 1)) return next;
  }
  return before;
}

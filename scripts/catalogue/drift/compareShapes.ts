/**
 * Walks what we know of a value and what a CRD says of it side by side, and answers every difference: fields that one of
 * them lacks, limits and defaults that are not the same, and cross-field rules of the CRD where we have none.
 * Documentation is not compared.
 */
import type { TypeName } from '../../../src/core/catalogue/schema.ts';
import type { Shape } from '../../../src/core/catalogue/shape.ts';
import { samePlain } from '../../../src/core/yaml/plainValue.ts';
import { effectiveLimits } from './effectiveLimits.ts';

export interface Difference {
  readonly kind: 'missing' | 'extra' | 'limit' | 'default' | 'rules';
  /** From the resource: `spec.rules[].matches`. */
  readonly path: string;
  /** The field: the named type that has it, and the path within. */
  readonly place: string;
  /** The named type of the value, when it is one: what differs may be said there. */
  readonly type?: TypeName;
  /** The keyword, of limits. */
  readonly keyword?: string;
  readonly ours?: unknown;
  readonly theirs?: unknown;
}

export interface FewerRules {
  /** The named type, or the field. */
  readonly place: string;
  readonly ours: number;
  readonly theirs: number;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  readonly fields: number;
  readonly limits: number;
  readonly defaults: number;
  /** Objects, lists and values of the CRD on which cross-field rules stand. */
  readonly ruledPlaces: number;
  /** Where the CRD has more rules than we have: no fault, since one of ours often says what several say there. */
  readonly fewerRules: readonly FewerRules[];
  /** How often each named type was met. */
  readonly visits: Readonly<Record<TypeName, number>>;
}

interface Node {
  readonly path: string;
  /** The named type in which the value stands, and the path from it. */
  readonly place: string;
  readonly type: TypeName | undefined;
  /** We have rules here or above. */
  readonly isRuled: boolean;
}

/** Compares two shapes from the path on. */
export function compareShapes(ours: Shape, theirs: Shape, path: string): Comparison {
  const walk = new Walk();
  walk.visit(ours, theirs, { path, place: path, type: ours.typeName, isRuled: false });
  return { ...walk.counts, differences: walk.differences, fewerRules: walk.fewerRules, visits: walk.visits };
}

class Walk {
  readonly differences: Difference[] = [];
  readonly fewerRules: FewerRules[] = [];
  readonly visits: Record<TypeName, number> = {};
  readonly counts = { fields: 0, limits: 0, defaults: 0, ruledPlaces: 0 };

  visit(ours: Shape, theirs: Shape, node: Node): void {
    if (node.type !== undefined) this.visits[node.type] = (this.visits[node.type] ?? 0) + 1;
    const here = { ...node, isRuled: node.isRuled || ours.rules.length > 0 };
    this.#compareLimits(ours, theirs, here);
    this.#compareDefault(ours, theirs, here);
    this.#compareRules(ours, theirs, here);
    this.#compareFields(ours, theirs, here);
    this.#descend(ours.items, theirs.items, '[]', here);
    this.#descend(ours.values, theirs.values, '{}', here);
  }

  #compareLimits(ours: Shape, theirs: Shape, node: Node): void {
    const [own, their] = [effectiveLimits(ours.schema), effectiveLimits(theirs.schema)];
    for (const keyword of new Set([...own.keys(), ...their.keys()])) {
      this.counts.limits++;
      const [a, b] = [own.get(keyword), their.get(keyword)];
      if (samePlain(a, b)) continue;
      if (isUnion(keyword) && a === undefined && node.isRuled) continue;
      this.#add('limit', node, { keyword, ours: a, theirs: b });
    }
  }

  #compareDefault(ours: Shape, theirs: Shape, node: Node): void {
    const [a, b] = [ours.schema.default, theirs.schema.default];
    if (a === undefined && b === undefined) return;
    this.counts.defaults++;
    if (!samePlain(a, b)) this.#add('default', node, { ours: a, theirs: b });
  }

  #compareRules(ours: Shape, theirs: Shape, node: Node): void {
    if (theirs.rules.length === 0) return;
    this.counts.ruledPlaces++;
    if (ours.rules.length < theirs.rules.length) {
      const place = node.type ?? node.place;
      this.fewerRules.push({ place, ours: ours.rules.length, theirs: theirs.rules.length });
    }
    if (!node.isRuled) this.#add('rules', node, { theirs: theirs.rules.length });
  }

  #compareFields(ours: Shape, theirs: Shape, node: Node): void {
    for (const [name, their] of theirs.properties) {
      const own = ours.properties.get(name);
      const field = below(node, `.${name}`, undefined);
      this.counts.fields++;
      if (own === undefined) {
        this.#add('missing', field, {});
        continue;
      }
      this.#compareRequired(ours.required.has(name), theirs.required.has(name), field);
      this.visit(own, their, below(node, `.${name}`, own));
    }
    for (const [name, own] of ours.properties) {
      if (!theirs.properties.has(name))
        this.#add('extra', below(node, `.${name}`, undefined), { ours: own.typeName });
    }
  }

  #compareRequired(own: boolean, their: boolean, node: Node): void {
    if (!own && !their) return;
    this.counts.limits++;
    if (own !== their) this.#add('limit', node, { keyword: 'required', ours: own, theirs: their });
  }

  #descend(ours: Shape | undefined, theirs: Shape | undefined, step: '[]' | '{}', node: Node): void {
    if (ours === undefined && theirs === undefined) return;
    if (ours !== undefined && theirs !== undefined) {
      this.visit(ours, theirs, below(node, step, ours));
      return;
    }
    this.counts.limits++;
    const keyword = step === '[]' ? 'items' : 'values';
    this.#add('limit', node, { keyword, ours: ours !== undefined, theirs: theirs !== undefined });
  }

  #add(kind: Difference['kind'], node: Node, more: Pick<Difference, 'keyword' | 'ours' | 'theirs'>): void {
    const type = node.type === undefined ? {} : { type: node.type };
    this.differences.push({ kind, path: node.path, place: node.place, ...type, ...more });
  }
}

/** A one-of that a CRD spells as alternatives may be a rule of ours. */
function isUnion(keyword: string): boolean {
  return keyword === 'oneOf' || keyword === 'anyOf' || keyword === 'allOf' || keyword === 'not';
}

function below(node: Node, step: string, shape: Shape | undefined): Node {
  return {
    path: `${node.path}${step}`,
    place: `${node.type ?? node.place}${step}`,
    type: shape?.typeName,
    isRuled: node.isRuled,
  };
}

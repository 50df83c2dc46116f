import { type Alias, isAlias, isMap, isScalar, type YAMLMap } from 'yaml';
import {
  type AnyNode,
  asNode,
  isMergePair,
  keyText,
  mergeSources,
  pairValue,
  type YamlSource,
} from './nodes.ts';

type Source = Pick<YamlSource, 'targets'>;

/**
 * A node as plain data: aliases resolved (and shared, not copied), `<<` keys taken in, of two equal keys
 * the last. Keys become own properties whatever their name. Only for documents without an alias bomb.
 */
export function plainValue(node: AnyNode | undefined, source: Source, text: string): unknown {
  return new Reader(source, text).read(node);
}

/** Sets an own property even where the name is `__proto__`. */
export function setOwn(target: object, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
  else (target as Record<string, unknown>)[key] = value;
}

/** Deep equality of plain data; the order of keys does not count. */
export function samePlain(a: unknown, b: unknown): boolean {
  if (a === b || Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return keys.every((key) => Object.hasOwn(right, key) && samePlain(left[key], right[key]));
}

/** The same with the order of keys: nobody who looks at both can tell them apart. */
export function isIndistinguishable(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    left.length === right.length &&
    left.every(([key, value], i) => key === right[i]?.[0] && isIndistinguishable(value, right[i]?.[1]))
  );
}

class Reader {
  readonly #source: Source;
  readonly #text: string;
  readonly #shared = new Map<AnyNode, unknown>();

  constructor(source: Source, text: string) {
    this.#source = source;
    this.#text = text;
  }

  read(node: AnyNode | undefined): unknown {
    if (node === undefined) return null;
    if (isAlias(node)) return this.#readAlias(node);
    if (isScalar(node)) return scalarValue(node.value, node.source);
    const value = isMap(node) ? this.#readMap(node) : node.items.map((item) => this.read(asNode(item)));
    if (node.anchor !== undefined) this.#shared.set(node, value);
    return value;
  }

  #readAlias(alias: Alias): unknown {
    const target = this.#source.targets.get(alias);
    if (target === undefined) return null;
    return this.#shared.has(target) ? this.#shared.get(target) : this.read(target);
  }

  #readMap(map: YAMLMap): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    for (const pair of map.items) {
      const merged = isMergePair(pair) ? mergeSources(pairValue(pair), this.#source) : undefined;
      if (merged === undefined)
        setOwn(value, keyText(pair.key, this.#source, this.#text), this.read(pairValue(pair)));
      else for (const one of merged) this.#mergeInto(value, one);
    }
    return value;
  }

  #mergeInto(value: Record<string, unknown>, from: YAMLMap): void {
    const own = this.#shared.get(from) ?? this.read(from);
    for (const [key, item] of Object.entries(own as Record<string, unknown>))
      if (!Object.hasOwn(value, key)) setOwn(value, key, item);
  }
}

/** Only what JSON knows, and NaN and the infinities; everything else stays as it was written. */
function scalarValue(value: unknown, written: string | undefined): unknown {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    default:
      return value === null || value === undefined ? null : (written ?? String(value));
  }
}

import { typeWords } from '../assist/describeShape.ts';
import type { Shape } from '../catalogue/shape.ts';
import { type Path, valueAt } from '../yaml/path.ts';

/** A field of a schema as a person looks for it. */
export interface IndexedField {
  /** Keys, with `*` for the items of a list. */
  readonly steps: readonly string[];
  /** `spec.rules[].matches[].path`. */
  readonly text: string;
  readonly key: string;
  /** The first sentence of its documentation. */
  readonly doc: string;
  /** `string`, `list of HTTPRouteMatch`. */
  readonly type: string;
  readonly shape: Shape;
}

/** More than any API has in fields that a person would look for; embedded pod specs are cut at some depth. */
const MOST = 12_000;
const DEEPEST = 14;

const indexes = new WeakMap<Shape, readonly IndexedField[]>();

/** Every field below a shape, in upstream's order, nearest first. Made once a shape. */
export function fieldsBelow(shape: Shape): readonly IndexedField[] {
  let index = indexes.get(shape);
  if (index === undefined) {
    index = gather(shape);
    indexes.set(shape, index);
  }
  return index;
}

interface Visit {
  readonly shape: Shape;
  readonly steps: readonly string[];
  readonly text: string;
  /** The named types on the way here: a type inside itself is not followed. */
  readonly types: ReadonlySet<string>;
}

function gather(shape: Shape): readonly IndexedField[] {
  const found: IndexedField[] = [];
  let level: readonly Visit[] = [{ shape, steps: [], text: '', types: new Set() }];
  for (let depth = 0; depth < DEEPEST && level.length > 0 && found.length < MOST; depth++) {
    level = level.flatMap((visit) => visitFields(visit, found));
  }
  return found;
}

function visitFields({ shape, steps, text, types }: Visit, found: IndexedField[]): readonly Visit[] {
  return [...shape.properties].flatMap(([key, inner]): readonly Visit[] => {
    if (steps.length === 0 && (key === 'apiVersion' || key === 'kind' || key === 'status')) return [];
    if (steps.length === 1 && steps[0] === 'metadata' && key !== 'annotations' && key !== 'labels') return [];
    const path = text === '' ? key : `${text}.${key}`;
    const own = [...steps, key];
    found.push({
      steps: own,
      text: path,
      key,
      doc: firstSentence(inner.schema.doc),
      type: typeWords(inner),
      shape: inner,
    });
    const { items } = inner;
    const next = items ?? inner;
    const name = next.typeName;
    if (next.properties.size === 0 || (name !== undefined && types.has(name))) return [];
    return [
      {
        shape: next,
        steps: items === undefined ? own : [...own, '*'],
        text: items === undefined ? path : `${path}[]`,
        types: name === undefined ? types : new Set([...types, name]),
      },
    ];
  });
}

/** The first sentence of a documentation text, at most about two lines long. */
export function firstSentence(doc: string | undefined): string {
  const text =
    (doc ?? '')
      .split(/\n\s*\n/, 1)[0]
      ?.replace(/\s+/g, ' ')
      .trim() ?? '';
  const end = /\.(\s|$)/.exec(text)?.index ?? text.length;
  const sentence = text.slice(0, end);
  return sentence.length > 180 ? `${sentence.slice(0, 177).trimEnd()}…` : sentence;
}

/** Where a field of the index is added: of a list it is the first item's. */
export function placeField(steps: readonly string[]): Path {
  return steps.map((step) => (step === '*' ? 0 : step));
}

/** The part of a path that can be written at once: of a field inside an item that is not there, the list. */
export function upToMissingItem(value: unknown, path: Path): Path {
  const at = path.findIndex(
    (step, index) => typeof step === 'number' && valueAt(value, path.slice(0, index + 1)) === undefined,
  );
  return at < 0 ? path : path.slice(0, at);
}

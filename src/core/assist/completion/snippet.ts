import type { Shape } from '../../catalogue/shape.ts';
import type { Path } from '../../yaml/path.ts';
import { scalarText } from '../../yaml/scalarText.ts';
import type { Plain } from '../../yaml/types.ts';
import type { TextStyle } from './textStyle.ts';

/** Required fields are written out so many levels deep. */
const MAX_DEPTH = 4;

/** The text of a snippet, and whether something is to be chosen at its end. */
export interface SnippetText {
  readonly text: string;
  readonly asksAgain: boolean;
}

interface Place extends TextStyle {
  /** The column of the key or dash. */
  readonly column: number;
  readonly isFlow: boolean;
  /** Values to choose from where the shape has none, by the path from where the snippet begins. */
  readonly optionsAt?: (path: Path) => readonly string[];
}

/** A text that a snippet takes as it is. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A value as snippet text. Collections do not come here. */
export function scalarSnippet(value: unknown, isFlow: boolean): string {
  const isScalar = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  return escapeSnippet(isScalar ? scalarText(value as string, { isFlow }) : JSON.stringify(value));
}

/** A key with what must stand below it. `offers`: there are values to choose from beyond those of the shape. */
export function fieldSnippet(name: string, shape: Shape, place: Place, offers = false): SnippetText {
  const writer = new SnippetWriter(place);
  const key = escapeSnippet(scalarText(name, { isFlow: place.isFlow }));
  writer.path.push(name);
  if (place.isFlow) return writer.flowField(key, shape, offers);
  return writer.topField(key, shape, place.column, offers);
}

/** An item of a list behind its dash, or with it. */
export function itemSnippet(shape: Shape | undefined, place: Place, offers = false): SnippetText {
  return new SnippetWriter(place).topValue(shape, place.column, offers);
}

class SnippetWriter {
  /** Of what is being written, from where the snippet begins. */
  readonly path: (string | number)[] = [];
  readonly #style: Pick<Place, 'step' | 'listOffset' | 'optionsAt'>;
  #stops = 0;

  constructor(style: Pick<Place, 'step' | 'listOffset' | 'optionsAt'>) {
    this.#style = style;
  }

  topField(key: string, shape: Shape, column: number, offers: boolean): SnippetText {
    const { step, listOffset } = this.#style;
    switch (formOf(shape)) {
      case 'map':
      case 'object': {
        const inner = column + step;
        const below = this.topValue(shape, inner, offers);
        return { ...below, text: `${key}:${newLine(inner)}${below.text}` };
      }
      case 'list': {
        const dash = column + listOffset;
        this.path.push(0);
        const item = this.topValue(shape.items, dash + 2, offers);
        return { ...item, text: `${key}:${newLine(dash)}- ${item.text}` };
      }
      default:
        return { text: `${key}: $0`, asksAgain: offers || this.#hasChoices(shape) };
    }
  }

  /** A value that begins where the cursor is, in `column`. */
  topValue(shape: Shape | undefined, column: number, offers: boolean): SnippetText {
    const form = shape === undefined ? 'scalar' : formOf(shape);
    if (shape === undefined || form === 'scalar') {
      return { text: '$0', asksAgain: offers || this.#hasChoices(shape) };
    }
    if (form === 'list') {
      this.path.push(0);
      const item = this.topValue(shape.items, column + 2, offers);
      return { ...item, text: `- ${item.text}` };
    }
    const tag = onlyTag(shape);
    if (tag !== undefined && !offers)
      return { text: `${escapeSnippet(scalarText(tag))}: $0`, asksAgain: true };
    // Where whole references can be chosen, nothing stands in the way of choosing.
    const lines = offers ? undefined : this.#fields(shape, column, 0);
    if (lines !== undefined) return { text: lines, asksAgain: false };
    return { text: '$0', asksAgain: offers || shape.properties.size > 0 };
  }

  flowField(key: string, shape: Shape, offers: boolean): SnippetText {
    const form = formOf(shape);
    if (form === 'list') return { text: `${key}: [$0]`, asksAgain: offers };
    if (form !== 'scalar') return { text: `${key}: {$0}`, asksAgain: offers || shape.properties.size > 0 };
    return { text: `${key}: $0`, asksAgain: offers || this.#hasChoices(shape) };
  }

  /** The fields that must be there, one below the other; undefined when there are none. */
  #fields(shape: Shape, column: number, depth: number): string | undefined {
    const inOrder = [...shape.properties.keys()].filter((name) => shape.required.has(name));
    if (inOrder.length === 0 || depth >= MAX_DEPTH)
      return formOf(shape) === 'map' ? this.#pair(shape, column, depth) : undefined;
    return inOrder
      .map((name) => this.#field(name, shape.properties.get(name), column, depth))
      .join(newLine(column));
  }

  #pair(shape: Shape, column: number, depth: number): string {
    return `${this.#stop('key')}:${this.#below('value', shape.values, column, depth)}`;
  }

  #field(name: string, shape: Shape | undefined, column: number, depth: number): string {
    return this.#within(
      name,
      () => `${escapeSnippet(scalarText(name))}:${this.#below(name, shape, column, depth)}`,
    );
  }

  #within(step: string | number, write: () => string): string {
    this.path.push(step);
    const text = write();
    this.path.pop();
    return text;
  }

  /** What stands behind a colon: a value, or lines below. */
  #below(name: string, shape: Shape | undefined, column: number, depth: number): string {
    const { step, listOffset } = this.#style;
    const form = shape === undefined ? 'scalar' : formOf(shape);
    if (shape === undefined || form === 'scalar') return ` ${this.#placeholder(name, shape)}`;
    if (form === 'list') {
      const dash = column + listOffset;
      return this.#within(0, () => `${newLine(dash)}- ${this.#item(name, shape.items, dash + 2, depth)}`);
    }
    const inner = column + step;
    const fields = this.#fields(shape, inner, depth + 1);
    return fields === undefined ? ` {${this.#stop('')}}` : newLine(inner) + fields;
  }

  #item(name: string, shape: Shape | undefined, column: number, depth: number): string {
    const form = shape === undefined ? 'scalar' : formOf(shape);
    if (shape === undefined || form === 'scalar') return this.#placeholder(singular(name), shape);
    if (form === 'list') return `- ${this.#item(name, shape.items, column + 2, depth + 1)}`;
    return this.#fields(shape, column, depth + 1) ?? `{${this.#stop('')}}`;
  }

  #placeholder(name: string, shape: Shape | undefined): string {
    const choices = this.#choices(shape);
    if (choices.length > 1) {
      const words = choices.map((each) => scalarText(each as string).replace(/[\\,|}$]/g, '\\$&'));
      return `\${${++this.#stops}|${words.join(',')}|}`;
    }
    const [only] = choices;
    return this.#stop(only === undefined ? exampleOf(name, shape) : scalarText(only as string));
  }

  #choices(shape: Shape | undefined): readonly Plain[] {
    const own = shape === undefined ? [] : choicesOf(shape);
    return own.length > 0 ? own : (this.#style.optionsAt?.(this.path) ?? []);
  }

  #hasChoices(shape: Shape | undefined): boolean {
    return this.#choices(shape).length > 0 || isScalar(shape?.schema.default);
  }

  #stop(text: string): string {
    const stop = ++this.#stops;
    return text === '' ? `$${stop}` : `\${${stop}:${escapeSnippet(text)}}`;
  }
}

/** The tag of a union, when it is all that a map needs: what it is decides what comes below. */
function onlyTag({ required, rules }: Shape): string | undefined {
  const [only, ...others] = required;
  const isTag = rules.some((rule) => rule.rule === 'union' && rule.tag === only);
  return isTag && others.length === 0 ? only : undefined;
}

/** How a value of the shape is written. */
export function formOf(shape: Shape): 'object' | 'map' | 'list' | 'scalar' {
  const { schema } = shape;
  if (schema.type === 'array' || shape.items !== undefined) return 'list';
  if (shape.properties.size > 0) return 'object';
  if (shape.values !== undefined) return 'map';
  return schema.type === 'object' ? 'object' : 'scalar';
}

/** The values that can be chosen from: of an enum, or true and false, the default first. */
export function choicesOf({ schema }: Shape): readonly Plain[] {
  const all = schema.enum ?? (schema.type === 'boolean' ? [true, false] : []);
  const values = all.filter((each): each is Plain => each !== null && each !== '');
  const { default: standard } = schema;
  return values.includes(standard as Plain)
    ? [standard as Plain, ...values.filter((each) => each !== standard)]
    : values;
}

export function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' ? value !== '' : typeof value === 'number' || typeof value === 'boolean';
}

/** Something to write over: the default, a number within the limits, or the field's own name. */
function exampleOf(name: string, shape: Shape | undefined): string {
  const schema = shape?.schema ?? {};
  if (isScalar(schema.default)) return scalarText(schema.default);
  if (schema.type === 'integer' || schema.type === 'number') {
    if (schema.maximum === 65535) return '80';
    return String(schema.minimum ?? 1);
  }
  return schema.intOrString === true ? '1' : scalarText(name);
}

function singular(name: string): string {
  return name.endsWith('s') && name.length > 3 ? name.slice(0, -1) : name;
}

function newLine(column: number): string {
  return `\n${' '.repeat(column)}`;
}

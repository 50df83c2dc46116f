import type { Shape } from '../../catalogue/shape.ts';
import { isRecord } from '../../workspace/readDocument.ts';
import { sketchedValue } from '../place/sketchedValue.ts';
import type { SketchNode } from '../place/sketchNodes.ts';

/** What the rules of a map say of fields that are not there yet. */
export interface FieldWishes {
  /** The tag that is written calls for them. */
  readonly wanted: ReadonlySet<string>;
  /** They cannot stand beside what is written. */
  readonly unfit: ReadonlySet<string>;
}

/** Reads the one-of and union rules of a map against what is written in it. */
export function fieldWishes(text: string, shape: Shape | undefined, node: SketchNode): FieldWishes {
  const wanted = new Set<string>();
  const unfit = new Set<string>();
  const written = writtenIn(text, node);
  for (const rule of shape?.rules ?? []) {
    if (rule.rule === 'union') {
      const tag = written[rule.tag];
      if (typeof tag !== 'string') continue;
      for (const [name, member] of Object.entries(rule.members)) {
        if (name === tag && rule.optional?.includes(tag) !== true) wanted.add(member);
        else if (name !== tag && rule.shared?.includes(member) !== true) unfit.add(member);
      }
      const own = rule.members[tag];
      if (own !== undefined) unfit.delete(own);
    }
    const isExclusive = rule.rule === 'exactlyOneOf' || rule.rule === 'atMostOneOf';
    if (isExclusive && rule.when === undefined && rule.fields.some((field) => Object.hasOwn(written, field)))
      for (const field of rule.fields) unfit.add(field);
  }
  return { wanted, unfit };
}

/** The field that must come with a value of a tag, when none of the tag's fields is there yet. */
export function memberOf(
  text: string,
  shape: Shape | undefined,
  node: SketchNode,
  { tag, value }: { readonly tag: string; readonly value: unknown },
): string | undefined {
  const written = writtenIn(text, node);
  for (const rule of shape?.rules ?? []) {
    if (rule.rule !== 'union' || rule.tag !== tag || typeof value !== 'string') continue;
    const member = Object.hasOwn(rule.members, value) ? rule.members[value] : undefined;
    const isOpen = !Object.values(rule.members).some((each) => Object.hasOwn(written, each));
    const isNeeded = member !== undefined && isOpen && rule.optional?.includes(value) !== true;
    if (isNeeded && shape?.properties.has(member) === true) return member;
  }
  return undefined;
}

function writtenIn(text: string, node: SketchNode): Readonly<Record<string, unknown>> {
  const value = sketchedValue(text, node);
  return isRecord(value) ? value : {};
}

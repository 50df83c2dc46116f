import { isDeprecated, typeWords } from '../../../core/assist/describeShape.ts';
import type { Shape } from '../../../core/catalogue/shape.ts';
import { firstSentence } from '../../../core/forms/fieldIndex.ts';

/** What is said beside a field in use: our own words first, then upstream's, then what is exact. */
export interface FieldFacts {
  readonly help: string | undefined;
  readonly doc: string | undefined;
  /** `integer · 15 when empty · 0 to 100`. */
  readonly facts: string | undefined;
}

/** Gathers what is known of a field. */
export function factsOf(help: string | undefined, shape: Shape | undefined): FieldFacts {
  if (shape === undefined) return { help, doc: undefined, facts: undefined };
  const doc = firstSentence(shape.schema.doc);
  const { schema } = shape;
  const facts = [
    typeWords(shape),
    schema.channel === 'experimental' ? 'experimental' : undefined,
    isDeprecated(schema) ? 'deprecated' : undefined,
    schema.default === undefined ? undefined : `${ghostOf(shape)} when empty`,
    rangeWords(schema.minimum, schema.maximum),
    schema.maxLength === undefined || schema.type !== 'string'
      ? undefined
      : `at most ${schema.maxLength} characters`,
    schema.maxItems === undefined ? undefined : `at most ${schema.maxItems} items`,
  ].filter((each) => each !== undefined);
  return { help, doc: doc === '' ? undefined : doc, facts: facts.join(' · ') };
}

/** The default of a field as its ghost value; undefined when there is none that a line can show. */
export function ghostOf(shape: Shape | undefined): string | undefined {
  const value = shape?.schema.default;
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function rangeWords(min: number | undefined, max: number | undefined): string | undefined {
  if (min === undefined) return max === undefined ? undefined : `at most ${max}`;
  return max === undefined ? `at least ${min}` : `${min} to ${max}`;
}

/** All that is known of a field, for those who do not see the tooltip. */
export function sayFacts({ help, doc, facts }: FieldFacts): string {
  return [help, doc, facts].filter((each) => each !== undefined && each !== '').join(' ');
}

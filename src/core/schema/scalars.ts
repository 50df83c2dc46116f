import type { Schema } from '../catalogue/schema.ts';
import { formatOf, rangeOfFormat } from './formats.ts';
import type { Judgement } from './judgement.ts';
import { codePoints } from './plain.ts';
import type { SchemaNode } from './schemaNode.ts';

/** Length, pattern and format of a text. */
export function checkText(judgement: Judgement, node: SchemaNode, text: string): void {
  const { minLength, maxLength, pattern, format } = node.schema;
  let isEmpty = false;
  if (minLength !== undefined || (maxLength !== undefined && text.length > maxLength)) {
    const actual = codePoints(text);
    isEmpty = actual === 0 && minLength !== undefined && minLength > 0;
    if (actual < (minLength ?? 0) || actual > (maxLength ?? actual)) {
      judgement.add('value', {
        fault: 'size',
        of: 'characters',
        actual,
        ...(minLength === undefined ? {} : { min: minLength }),
        ...(maxLength === undefined ? {} : { max: maxLength }),
      });
    }
  }
  // An empty text where one must be has no form either; saying so once is enough.
  if (isEmpty) return;
  if (pattern !== undefined && node.pattern?.test(text) === false) {
    judgement.add('value', { fault: 'pattern', value: text, pattern });
  }
  if (format !== undefined) {
    const known = formatOf(format, judgement.subject.reader);
    if (known?.test(text) === false) {
      judgement.add('value', { fault: 'format', value: text, format, reason: known.reason });
    }
  }
}

/** Limits of a number. */
export function checkNumber(judgement: Judgement, schema: Schema, value: number): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = schema;
  if (minimum === undefined && maximum === undefined && multipleOf === undefined && format === undefined)
    return;
  const natural = format === undefined ? undefined : rangeOfFormat(format);
  const min = minimum ?? natural?.min;
  const max = maximum ?? natural?.max;
  const isLow = min !== undefined && (value < min || (exclusiveMinimum === true && value === min));
  const isHigh = max !== undefined && (value > max || (exclusiveMaximum === true && value === max));
  if (isLow || isHigh) {
    const isExclusive = isLow ? exclusiveMinimum === true : exclusiveMaximum === true;
    judgement.add('value', {
      fault: 'range',
      value,
      ...(min === undefined || (minimum === undefined && !isLow) ? {} : { min }),
      ...(max === undefined || (maximum === undefined && !isHigh) ? {} : { max }),
      ...(isExclusive ? { isExclusive } : {}),
    });
  } else if (multipleOf !== undefined && !isMultiple(value, multipleOf)) {
    judgement.add('value', { fault: 'range', value, multipleOf });
  }
}

function isMultiple(value: number, of: number): boolean {
  const times = value / of;
  return Math.abs(times - Math.round(times)) < 1e-9 * Math.max(1, Math.abs(times));
}

import type { ScalarType } from '../../../core/kinds/form.ts';
import { formatOf } from '../../../core/schema/formats.ts';
import type { Plain } from '../../../core/yaml/types.ts';
import { checkName } from '../../kit/checkName.ts';

/** How a typed text is read. */
export interface ScalarReading {
  readonly type: Exclude<ScalarType, 'boolean'>;
  readonly isRequired: boolean;
  readonly label: string;
  /** Digits alone become a number, though the field is a text. */
  readonly orNumber?: boolean;
  /** A number is written as a text, as the settings of a trigger are. */
  readonly asText?: boolean;
}

/** What a typed text means: a value, nothing (the field goes), or what is wrong with it. */
export type ReadText = { readonly value: Plain | undefined } | { readonly problem: string };

/** A value as a person edits it; null when it is no scalar and belongs in the YAML. */
export function showScalar(value: unknown): string | null {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') return null;
  return String(value);
}

/** Reads what was typed into a field of a type. */
export function readScalar(typed: string, reading: ScalarReading): ReadText {
  const { type, isRequired, label, orNumber = false, asText = false } = reading;
  const text = type === 'code' || type === 'promql' ? typed.replace(/\s+$/, '') : typed.trim();
  if (text === '') return isRequired ? { problem: `${label} is required.` } : { value: undefined };
  if (type === 'number') {
    const read = readNumber(text);
    return asText && 'value' in read ? { value: text } : read;
  }
  if (orNumber && /^\d{1,15}$/.test(text)) return { value: Number(text) };
  const problem = problemOf(type, text);
  return problem === null ? { value: text } : { problem };
}

function readNumber(text: string): ReadText {
  return /^-?\d+(\.\d+)?$/.test(text)
    ? { value: Number(text) }
    : { problem: 'Write a number, such as 8080.' };
}

/** What is wrong with a text of a type, or null. */
function problemOf(type: ScalarReading['type'], text: string): string | null {
  switch (type) {
    case 'duration':
      return isDuration(text) ? null : 'Write a duration, such as 30s, 500ms or 1h30m.';
    case 'quantity':
      return isFormat('quantity', text) ? null : 'Write a quantity, such as 500m, 64Mi or 2.';
    case 'cidr':
      return isFormat('ip-or-cidr', text)
        ? null
        : 'Write an address range, such as 10.0.0.0/8 or 2001:db8::/32.';
    case 'cron':
      return text.startsWith('@') || text.split(/\s+/).length === 5
        ? null
        : 'Write five fields: minute, hour, day of month, month, day of week; such as 0 8 * * 1-5.';
    case 'name':
      return checkName(text);
    default:
      return null;
  }
}

function isFormat(name: string, text: string): boolean {
  return formatOf(name, 'built-in')?.test(text) !== false;
}

/** A duration as Go writes it; Gateway API's are a part of these (GEP-2257). */
function isDuration(text: string): boolean {
  return text === '0' || /^(\d+(\.\d+)?(h|m|s|ms|us|µs|ns))+$/.test(text);
}

import type { Plain } from '../../core/yaml/types.ts';
import { checkName } from '../kit/checkName.ts';

/** Fields whose value is one line of text. */
export type ScalarType = 'text' | 'number' | 'name' | 'duration';

/** What a typed text means: a value, nothing (the field goes), or what is wrong with it. */
export type ReadText = { readonly value: Plain | undefined } | { readonly problem: string };

/** A value as a person edits it; null when it is no scalar and belongs in the YAML. */
export function showScalar(value: unknown): string | null {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') return null;
  return String(value);
}

/** Reads what was typed into a field of a type. */
export function readScalar(type: ScalarType, typed: string, isRequired: boolean, label: string): ReadText {
  const text = typed.trim();
  if (text === '') return isRequired ? { problem: `${label} is required.` } : { value: undefined };
  switch (type) {
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text)
        ? { value: Number(text) }
        : { problem: 'Write a number, such as 8080.' };
    case 'duration':
      return isDuration(text)
        ? { value: text }
        : { problem: 'Write a duration, such as 30s, 500ms or 1h30m.' };
    case 'name': {
      const problem = checkName(text);
      return problem === null ? { value: text } : { problem };
    }
    case 'text':
      return { value: text };
  }
}

/** A duration as Go writes it; Gateway API's are a part of these (GEP-2257). */
function isDuration(text: string): boolean {
  return text === '0' || /^(\d+(\.\d+)?(h|m|s|ms|us|µs|ns))+$/.test(text);
}

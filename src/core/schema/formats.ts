import { nativeFormats, ourFormats, serverFormats } from './formats/kubernetesFormats.ts';
import type { TextFormat } from './formats/names.ts';

const formatsBy = { crd: serverFormats, 'built-in': ourFormats, native: nativeFormats };

/** Who reads the text: the server by a CRD, by a built-in description of one, or in code. */
export type FormatReader = keyof typeof formatsBy;

/**
 * A format of texts by name: those that the server checks, and (but for a user's CRD) ours for what it checks in code.
 * Undefined for names that nobody checks. Numbers are not texts: `int32` and `int64` are ranges.
 */
export function formatOf(name: string, reader: FormatReader): TextFormat | undefined {
  const formats: Readonly<Record<string, TextFormat>> = formatsBy[reader];
  return Object.hasOwn(formats, name) ? formats[name] : undefined;
}

/** The least and the greatest integer of a format, when it is one of numbers. */
export function rangeOfFormat(name: string): { readonly min: number; readonly max: number } | undefined {
  if (name === 'int32') return { min: -2_147_483_648, max: 2_147_483_647 };
  if (name === 'int64') return { min: -(2 ** 63), max: 2 ** 63 };
  return undefined;
}

import type { FieldDeclaration } from '../../form.ts';

/** A Secret and the key in it; `path` is the map of both, `reference` its declaration. */
export function secretKeyFields(path: string, label: string, reference: string): readonly FieldDeclaration[] {
  return [
    { type: 'reference', path, label, reference },
    { type: 'text', path: `${path}.key`, label: `${label}: key in the Secret` },
  ];
}

import { configMap, secret } from '../targets.ts';
import type { NameReference, ObjectReference } from '../types.ts';

type NamespaceOf = ObjectReference['namespace'];

interface LocalShape {
  readonly name: string;
  readonly path: string;
  readonly namespace?: NamespaceOf;
  readonly mayBeAbsent?: boolean;
  readonly optionalBy?: string;
  /** True where drawing does not offer it: something must be written around it. */
  readonly byHand?: boolean;
}

/** `{ name, key? }` of a Secret; the kind is fixed. */
export function secretKeyReference(shape: LocalShape): ObjectReference {
  return { ...base(shape), form: 'object', to: [secret], typedBy: 'none' };
}

/** `{ name, key? }` of a ConfigMap; the kind is fixed. */
export function configMapKeyReference(shape: LocalShape): ObjectReference {
  return { ...base(shape), form: 'object', to: [configMap], typedBy: 'none' };
}

/** A field whose text is a Secret's name. */
export function secretNameReference(shape: LocalShape): NameReference {
  return { ...base(shape), form: 'name', to: [secret] };
}

function base({ name, path, namespace = 'own', mayBeAbsent, optionalBy, byHand }: LocalShape) {
  return {
    name,
    path,
    role: 'uses',
    flow: 'forward',
    namespace,
    ...(mayBeAbsent === true ? { mayBeAbsent } : {}),
    ...(optionalBy === undefined ? {} : { optionalBy }),
    ...(byHand === true ? { byHand } : {}),
  } as const;
}

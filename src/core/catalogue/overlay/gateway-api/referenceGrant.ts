import type { TypeTable } from './group.ts';

/** Of every version: a grant without a spec says nothing. */
export const referenceGrantKind: TypeTable = { ReferenceGrant: { require: ['spec'] } };

export const referenceGrant: TypeTable = {
  ...referenceGrantKind,
  ReferenceGrantSpec: { fields: { from: { listType: 'atomic' }, to: { listType: 'atomic' } } },
};

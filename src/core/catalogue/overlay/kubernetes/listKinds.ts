import type { FieldOverlay } from '../overlay.ts';

/** A list that is replaced as a whole: its items need not differ. */
export const atomic: FieldOverlay = { listType: 'atomic' };
/** A list whose items all differ. */
export const set: FieldOverlay = { listType: 'set' };
/** A list whose items differ in these fields. */
export const mapBy = (...keys: string[]): FieldOverlay => ({ listType: 'map', listKeys: keys });
/** A field whose values the API server lists for its own kinds, and generated CRDs do not. */
export const open: FieldOverlay = { drop: ['enum'] };

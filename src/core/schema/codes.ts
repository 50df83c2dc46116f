import type { FaultDetail } from './fault.ts';

/** What a fault is called, for people who look it up, filter by it, or live with it. Codes are never reused. */
export interface FaultCode {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** In two or three words. */
  readonly title: string;
}

export const faultCodes: { readonly [Name in FaultDetail['fault'] | 'not-checked']: FaultCode } = {
  'unknown-field': { code: 'TS101', severity: 'error', title: 'Unknown field' },
  type: { code: 'TS102', severity: 'error', title: 'Wrong type' },
  required: { code: 'TS103', severity: 'error', title: 'Missing field' },
  enum: { code: 'TS104', severity: 'error', title: 'Value not allowed' },
  size: { code: 'TS105', severity: 'error', title: 'Wrong size' },
  range: { code: 'TS106', severity: 'error', title: 'Number out of range' },
  pattern: { code: 'TS107', severity: 'error', title: 'Text of the wrong form' },
  format: { code: 'TS108', severity: 'error', title: 'Text of the wrong format' },
  duplicate: { code: 'TS109', severity: 'error', title: 'Duplicate item' },
  combination: { code: 'TS110', severity: 'error', title: 'No alternative fits' },
  rule: { code: 'TS111', severity: 'error', title: 'Fields do not fit together' },
  'rule-error': { code: 'TS112', severity: 'error', title: 'Rule cannot be run' },
  immutable: { code: 'TS113', severity: 'error', title: 'Field cannot be changed' },
  metadata: { code: 'TS114', severity: 'error', title: 'Metadata refused' },
  scope: { code: 'TS115', severity: 'warning', title: 'Namespace without effect' },
  'no-such-kind': { code: 'TS116', severity: 'error', title: 'No such kind' },
  'not-checked': { code: 'TS117', severity: 'info', title: 'Rule not checked' },
};

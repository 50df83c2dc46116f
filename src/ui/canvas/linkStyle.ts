import type { ReferenceRole } from '../../core/kinds/types.ts';

/** How the kind of a reference shows on its line. */
export interface LinkStyle {
  /** For `stroke-dasharray`; absent for a whole line. */
  readonly dash?: string;
  readonly head: 'full' | 'hollow' | 'open' | 'none';
}

/** Traffic runs on whole lines with full heads; what serves or steers it is dashed or open. */
export const linkStyles: Readonly<Record<ReferenceRole, LinkStyle>> = {
  'attaches-to': { head: 'full' },
  'sends-to': { head: 'full' },
  'mirrors-to': { dash: '6 4', head: 'hollow' },
  selects: { head: 'open' },
  scales: { dash: '6 4', head: 'full' },
  governs: { dash: '2 4', head: 'open' },
  uses: { dash: '6 4', head: 'open' },
  makes: { dash: '6 4', head: 'full' },
  'issued-by': { dash: '2 4', head: 'open' },
  'configured-by': { dash: '2 4', head: 'none' },
};

/** The width of a line: thicker the more of the traffic it takes. */
export function linkWidth(share: number | undefined): number {
  return share === undefined ? 1.5 : 1 + 2.5 * Math.max(0, Math.min(1, share));
}

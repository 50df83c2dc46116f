import { scalarText } from '../../yaml/scalarText.ts';
import type { Scene } from './scene.ts';
import { escapeSnippet } from './snippet.ts';

/** A value as it is written at the spot: in the quotes that stand there already, else in none it can do without. */
export function valueSnippet({ spot, document }: Scene, value: unknown): string {
  const written = document.text[spot.range.start];
  const isQuoted = spot.range.end > spot.range.start && (written === '"' || written === "'");
  const quote = isQuoted && typeof value === 'string' ? written : 'none';
  const scalar = typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
  return escapeSnippet(scalarText(scalar, { isFlow: spot.isFlow, quote }));
}

import type { AnalysedResource } from '../analysis.ts';
import { escapeMarkdown } from './describeShape.ts';

/** Rows of a card that are listed. */
const MOST_ROWS = 6;

/** What a resource is, in Markdown: its name, then what its card shows. */
export function describeResource({ kind, name, namespace, place, summary }: AnalysedResource): string {
  const where = namespace === '' ? '' : ` in ${namespace}`;
  const subtitle = summary.subtitle === undefined ? '' : ` · ${summary.subtitle}`;
  const head = `**${escapeMarkdown(`${kind} ${name}`)}**${escapeMarkdown(where + subtitle)}`;
  const rows = summary.rows
    .slice(0, MOST_ROWS)
    .map(({ label, parts }) => `- ${escapeMarkdown([label, ...parts].join(' '))}`);
  const rest = summary.rows.length - rows.length;
  const more = rest > 0 ? [`- and ${rest} more`] : [];
  return [head, [...rows, ...more].join('\n'), escapeMarkdown(place.file)]
    .filter((part) => part !== '')
    .join('\n\n');
}

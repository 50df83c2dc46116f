import { parser } from '@prometheus-io/lezer-promql';

/**
 * What is wrong with the syntax of a query, with the place, or null. Names and labels are not known here.
 * https://prometheus.io/docs/prometheus/latest/querying/basics/
 */
export function checkPromql(query: string): string | null {
  if (query.trim() === '') return null;
  const cursor = parser.parse(query).cursor();
  do {
    if (!cursor.type.isError) continue;
    const { line, column } = placeOf(query, cursor.from);
    const found = query.slice(cursor.from, cursor.to).trim();
    const what = found === '' ? 'Something is missing' : `“${shorten(found)}” is not expected`;
    const where = query.includes('\n') ? `line ${line}, column ${column}` : `column ${column}`;
    return `${what} at ${where}. Until it is mended Prometheus refuses the query.`;
  } while (cursor.next());
  return null;
}

function placeOf(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}

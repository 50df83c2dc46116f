const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

interface Field {
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const fields: readonly Field[] = [
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  { min: 1, max: 31 },
  { min: 1, max: 12, names: ['', ...months] },
  { min: 0, max: 6, names: days },
];

/**
 * A schedule as CronJobs take it: minute, hour, day of the month, month, day of the week; or a word for one. A time zone
 * has a field of its own. https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
 */
export function isCron(text: string): boolean {
  if (text.startsWith('@')) {
    return /^@(yearly|annually|monthly|weekly|daily|midnight|hourly|every [0-9a-zµ.]+)$/.test(text);
  }
  const parts = text.trim().split(/\s+/);
  return parts.length === fields.length && fields.every((field, i) => isField(parts[i] ?? '', field));
}

function isField(text: string, field: Field): boolean {
  return text.split(',').every((part) => isPart(part, field));
}

function isPart(text: string, field: Field): boolean {
  const [range = '', step, ...rest] = text.split('/');
  if (rest.length > 0 || (step !== undefined && !/^[1-9][0-9]*$/.test(step))) return false;
  if (range === '*' || range === '?') return true;
  const ends = range.split('-').map((end) => readEnd(end, field));
  if (ends.length > 2 || ends.some((end) => end === undefined)) return false;
  const [first = 0, last = first] = ends;
  return first >= field.min && last <= field.max && first <= last;
}

function readEnd(text: string, { names }: Field): number | undefined {
  const named = names?.indexOf(text.toLowerCase()) ?? -1;
  if (named >= 0 && text !== '') return named;
  return /^[0-9]{1,4}$/.test(text) ? Number(text) : undefined;
}

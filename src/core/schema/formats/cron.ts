import { readDuration } from './duration.ts';

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

const words = /^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/;
const every = '@every ';

/**
 * A schedule as CronJobs take it: minute, hour, day of the month, month, day of the week; or a word for one. A time zone
 * has a field of its own. https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
 */
export function isCron(text: string): boolean {
  if (text.startsWith(every)) return readDuration(text.slice(every.length)) !== undefined;
  if (text.startsWith('@')) return words.test(text);
  if (text.length > 1000) return false;
  const parts = text.trim().split(/\s+/);
  return parts.length === fields.length && fields.every((field, i) => isField(parts[i] ?? '', field));
}

/** Empty parts of a list are passed over, as the server's reader does. */
function isField(text: string, field: Field): boolean {
  return text.split(',').every((part) => part === '' || isPart(part, field));
}

function isPart(text: string, field: Field): boolean {
  const [range = '', step, ...rest] = text.split('/');
  if (rest.length > 0 || (step !== undefined && !(readNumber(step) ?? 0))) return false;
  const ends = range.split('-');
  if (ends[0] === '*' || ends[0] === '?') return true;
  const [first, last = first] = ends.map((end) => readEnd(end, field));
  if (ends.length > 2 || first === undefined || last === undefined) return false;
  return first >= field.min && last <= field.max && first <= last;
}

function readEnd(text: string, { names }: Field): number | undefined {
  const named = names?.indexOf(text.toLowerCase()) ?? -1;
  return named >= 0 && text !== '' ? named : readNumber(text);
}

function readNumber(text: string): number | undefined {
  return /^\+?[0-9]{1,18}$/.test(text) ? Number(text) : undefined;
}

import { Cron } from 'croner';
import { toString as sayExpression } from 'cronstrue';

/** A schedule in words with its next five runs, or what is wrong with it. */
export type SaidCron =
  | { readonly words: string; readonly runs: readonly string[] }
  | { readonly problem: string };

const MOST_RUNS = 5;

/**
 * Reads a schedule of five fields (or `@daily` and its like) in a time zone and says when it runs after `now`.
 * https://keda.sh/docs/latest/scalers/cron/
 */
export function sayCron(expression: string, timezone: string, now: Date): SaidCron {
  const format = formatFor(timezone);
  if (format === undefined)
    return {
      problem: `There is no time zone ${timezone}. Write one of the IANA database, such as Europe/Berlin.`,
    };
  try {
    const runs = new Cron(expression, { timezone, mode: '5-part' }).nextRuns(MOST_RUNS, now);
    if (runs.length === 0) return { problem: 'This schedule never comes.' };
    const words = sayExpression(expression, { use24HourTimeFormat: true });
    return { words: `${words} (${timezone})`, runs: runs.map((run) => format.format(run)) };
  } catch (error) {
    return { problem: `This is no schedule: ${wordsOf(error)} Write five fields, such as 0 8 * * 1-5.` };
  }
}

function formatFor(timezone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone: timezone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
  } catch {
    return undefined;
  }
}

function wordsOf(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error)).replace(/^\w+: /, '').trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

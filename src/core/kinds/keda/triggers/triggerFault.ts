import type { Path } from '../../../yaml/path.ts';

/** Something that KEDA holds against a trigger and the API server does not. `path` begins at the trigger. */
export interface TriggerFault {
  readonly path: Path;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** Where the trigger stands, as far as it matters. */
export interface TriggerPlace {
  readonly isForJobs?: boolean;
  /** True where a formula combines the triggers, so that their own targets do not count. */
  readonly isInFormula?: boolean;
}

export type Metadata = Readonly<Record<string, unknown>>;

/** An error, unless it is said to be a warning. */
export function fault(
  path: Path,
  message: string,
  severity: TriggerFault['severity'] = 'error',
): TriggerFault {
  return { path, message, severity };
}

/** `host and port`. */
export function together(keys: readonly string[]): string {
  return keys.join(' and ');
}

/** `host, port or address`. */
export function listing(texts: readonly string[]): string {
  return texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`;
}

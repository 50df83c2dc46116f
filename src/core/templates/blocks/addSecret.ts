import { secret } from '../../kinds/targets.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { together, yaml } from '../yaml.ts';

interface SecretWish {
  readonly base: string;
  readonly namespace?: string;
  /** What to do with it, in a line or two. */
  readonly comments: readonly string[];
  /** What stands for the values until they are filled in. */
  readonly values: Readonly<Record<string, string>>;
}

/** A Secret with placeholders, so that what refers to it finds it. Real values do not belong into a repository. */
export function addSecret(
  desk: PatternDesk,
  { base, namespace, comments, values }: SecretWish,
): PatternTarget {
  return desk.add(
    secret,
    base,
    yaml`
      type: Opaque
      ${together(...comments.map((comment) => yaml`# ${comment}`))}
      stringData:
        ${together(...Object.entries(values).map(([key, value]) => yaml`${key}: ${value}`))}
    `,
    namespace === undefined ? {} : { namespace },
  );
}

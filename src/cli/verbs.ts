import { checkVerb } from './check/checkVerb.ts';
import { exportVerb } from './exportVerb.ts';
import { graphVerb } from './graphVerb.ts';
import type { Verb } from './types.ts';

/** Everything the command line can do, in the order of the help. */
export const verbs: readonly Verb[] = [checkVerb, graphVerb, exportVerb];

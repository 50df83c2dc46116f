import type { FaultDetail } from '../fault.ts';
import { listOf } from './sayValue.ts';

type NoSuchKind = Extract<FaultDetail, { fault: 'no-such-kind' }>;

/** Why there is no such apiVersion and kind, and which ones there are. */
export function sayNoSuchKind({ apiVersion, kind, why, suggestions }: NoSuchKind): string {
  const versions = listOf([...new Set(suggestions.map((each) => each.apiVersion))], 'or');
  const [first] = suggestions;
  const use = first === undefined ? '' : ` Use ${versions}.`;
  switch (why) {
    case 'version-gone':
      return `The server no longer answers ${kind} at ${apiVersion}.${use}`;
    case 'wrong-version':
      return `There is no ${kind} at ${apiVersion}.${use}`;
    case 'wrong-group':
      return `${kind} is not in the group of ${apiVersion}.${use}`;
    case 'misspelt':
      return first === undefined
        ? `There is no kind ${kind} at ${apiVersion}.`
        : `There is no kind ${kind} at ${apiVersion}. Did you mean ${first.kind}?`;
    case 'wrong-channel': {
      const others = suggestions.filter((each) => each.apiVersion !== apiVersion);
      const instead =
        others.length === 0
          ? ''
          : `, or use ${listOf(
              others.map((each) => each.apiVersion),
              'or',
            )}`;
      return `${kind} at ${apiVersion} is only in the experimental channel. Choose that channel${instead}.`;
    }
    case 'unknown-kind':
      return `There is no kind ${kind} at ${apiVersion}. Check its spelling and group, or load the CRD that defines it.`;
  }
}

import { isClusterScoped } from '../kinds/registry.ts';
import type { GroupKind } from '../workspace/types.ts';
import type { Path } from '../yaml/path.ts';

/** How labels and refusals name things: sentence case, the field's own terms, no jargon of ours. */

/** `HTTPRoute shop`. */
export function nameOf(resource: { readonly kind: string; readonly name: string }): string {
  return `${resource.kind} ${resource.name}`;
}

/** `HTTPRoute shop in namespace web`; cluster-scoped kinds without the namespace. */
export function fullNameOf(
  resource: GroupKind & { readonly namespace: string; readonly name: string },
): string {
  const isCluster = resource.namespace === '' || isClusterScoped(resource.group, resource.kind) === true;
  return isCluster ? nameOf(resource) : `${nameOf(resource)} in namespace ${resource.namespace}`;
}

/** `a Gateway`, `an HTTPRoute`: by sound, since acronyms are spelled out. */
export function withArticle(word: string): string {
  const isSpelled = /^[A-Z]{2}/.test(word);
  const isVowel = isSpelled ? /^[AEFHILMNORSX]/.test(word) : /^[AEIOaeio]/.test(word);
  return `${isVowel ? 'an' : 'a'} ${word}`;
}

/** `An HTTPRoute`: to begin a sentence. */
export function withCapitalArticle(word: string): string {
  return capital(withArticle(word));
}

/** With a capital first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `a, b or c`; with more than `most` words the rest is counted. */
export function listWords(words: readonly string[], joiner: 'and' | 'or', most = 5): string {
  if (words.length > most) {
    return `${words.slice(0, most).join(', ')} ${joiner} ${words.length - most} more`;
  }
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joiner} ${last}`;
}

/** `1 reference`, `3 references`. */
export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** `listener https`, `rule 2`: the item of a list that a path leads to, by its name where it has one. */
export function itemName(path: Path, item: unknown): string {
  const index = path.at(-1);
  const list = path.at(-2);
  if (typeof index !== 'number' || typeof list !== 'string') return String(path.at(-1) ?? '');
  const noun = singular(list);
  const name = typeof item === 'object' && item !== null && 'name' in item ? item.name : undefined;
  return `${noun} ${typeof name === 'string' && name !== '' ? name : index + 1}`;
}

/** `listeners` -> `listener`, `matches` -> `match`. */
function singular(list: string): string {
  if (/(?:ss|ch|sh|x)es$/.test(list)) return list.slice(0, -2);
  return list.replace(/ies$/, 'y').replace(/s$/, '');
}

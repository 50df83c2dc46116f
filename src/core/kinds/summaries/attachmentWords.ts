import { isMap, readList, readText, readTexts } from '../reading.ts';
import { listing, words } from './rows.ts';
import { sentence, together } from './sentences.ts';

/** Where a route attaches and for which hosts: `Gateway web / https, for shop.example.com`. */
export function sayAttachment(route: unknown): string | undefined {
  const parents = readList(route, 'spec', 'parentRefs').filter(isMap).slice(0, 8).map(parentWords);
  const hosts = listing(readTexts(route, 'spec', 'hostnames'), 3);
  return sentence(together(parents, 3), hosts === undefined ? undefined : `for ${hosts}`);
}

/** A reference to a Gateway, ListenerSet or Service: `Gateway web / https`. */
export function parentWords(ref: unknown): string {
  const section = readText(ref, 'sectionName');
  return (
    words(
      readText(ref, 'kind') ?? 'Gateway',
      readText(ref, 'name'),
      section === undefined ? undefined : `/ ${section}`,
    ) ?? 'Gateway'
  );
}

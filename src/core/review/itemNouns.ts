import { isRecord } from '../workspace/readDocument.ts';
import type { Step } from './diffValues.ts';

/** What one item of a list is called, where dropping the plural does not do. */
const nouns: Readonly<Record<string, string>> = {
  backendRefs: 'backend',
  parentRefs: 'parent',
  targetRefs: 'target',
  targetSelectors: 'target selector',
  certificateRefs: 'certificate',
  caCertificateRefs: 'CA certificate',
  addresses: 'address',
  matches: 'match',
  dnsNames: 'DNS name',
  ipAddresses: 'IP address',
  uris: 'URI',
  usages: 'usage',
  queryParams: 'query parameter',
  env: 'variable',
  envFrom: 'variable source',
  args: 'argument',
  command: 'command word',
  set: 'header to set',
  add: 'header to add',
  remove: 'header to remove',
  from: 'source',
  to: 'target',
  matchExpressions: 'label expression',
  imagePullSecrets: 'image pull secret',
  retryOn: 'retry condition',
};

/** `listener`, `backend`, `claim to header`: one item of the list with this key. */
export function nounOf(listKey: string): string {
  const known = nouns[listKey];
  if (known !== undefined) return known;
  const words = listKey.replace(
    /([a-z0-9])([A-Z])/g,
    (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
  );
  const singular = words.replace(/\b(\w+?)Refs?$/, '$1').replace(/ refs?$/, '');
  return singular
    .replace(/ies$/, 'y')
    .replace(/(ss|x|ch|sh)es$/, '$1')
    .replace(/([^s])s$/, '$1');
}

/** `listener https`, `rule 2`, `hostname a.example.com`: an item by its name, else by its position. */
export function itemPhrase(
  listKey: string,
  step: Extract<Step, { item: unknown }>,
  withSection = true,
): string {
  const label = itemLabel(step.item, withSection) ?? (step.now ?? step.was ?? 0) + 1;
  return `${nounOf(listKey)} ${label}`;
}

/** What tells an item from its neighbours, in its own words. */
export function itemLabel(item: unknown, withSection = true): string | undefined {
  if (typeof item === 'string' || typeof item === 'number') return String(item);
  if (!isRecord(item)) return undefined;
  for (const field of ['name', 'type', 'key', 'sectionName']) {
    const value = item[field];
    if (typeof value !== 'string' || value === '') continue;
    const hasSection = withSection && field === 'name' && typeof item.sectionName === 'string';
    return hasSection ? `${value}/${item.sectionName}` : value;
  }
  return undefined;
}

import type { Path } from '../yaml/path.ts';
import { isRecord } from './readDocument.ts';
import { withheldPlaceholder } from './withholdLines.ts';

/** A text that speaks of a Secret's kind, however it is written or misspelt at its end. */
export const secretKind = /kind["']?\s*:?\s*["']?\w*secr/i;
/** The annotation in which `kubectl apply` keeps a copy of all values. */
export const appliedCopy = 'kubectl.kubernetes.io/last-applied-configuration';

/** The fields of a Secret that are not values. */
const plainFields: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'type', 'immutable']);

/** Where the values of all Secrets stand in a document's value. */
export function secretPaths(value: unknown): readonly Path[] {
  const paths: Path[] = [];
  visit(value, [], true, paths);
  return paths;
}

function visit(value: unknown, path: Path, isTop: boolean, paths: Path[]): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) visit(item, [...path, index], isTop, paths);
    return;
  }
  if (!isRecord(value)) return;
  if (isSecret(value, isTop)) {
    addSecret(value, path, isTop, paths);
    return;
  }
  const isList = isTop && typeof value.kind === 'string' && value.kind.endsWith('List');
  for (const key of Object.keys(value)) {
    if (secretKind.test(key)) paths.push([...path, key]); // a slip made a whole Secret the key of a map
    visit(value[key], [...path, key], isList && key === 'items', paths);
  }
}

/** By its kind, also while that is being typed; without a kind by what only a Secret has. */
function isSecret(value: Readonly<Record<string, unknown>>, isTop: boolean): boolean {
  const { kind } = value;
  const hasValues = Object.hasOwn(value, 'data') || Object.hasOwn(value, 'stringData');
  if (typeof kind === 'string') return isTop && kind === 'Secret' ? true : hasValues && /secr/i.test(kind);
  return Object.hasOwn(value, 'stringData') || (isTop && hasValues);
}

function addSecret(
  secret: Readonly<Record<string, unknown>>,
  path: Path,
  isTop: boolean,
  paths: Path[],
): void {
  for (const key of Object.keys(secret)) {
    const isValues =
      key === 'data' || key === 'stringData' || (isTop && secret.kind === 'Secret' && !plainFields.has(key));
    if (isValues) addValues(secret[key], [...path, key], paths);
  }
  for (const key of ['apiVersion', 'type', 'immutable']) {
    const value = secret[key];
    if (typeof value === 'object' || /\s/.test(String(value).trim())) addValues(value, [...path, key], paths);
  }
  const { metadata } = secret;
  if (!isRecord(metadata)) return;
  for (const key of ['data', 'stringData']) addValues(metadata[key], [...path, 'metadata', key], paths);
  if (isRecord(metadata.annotations)) paths.push([...path, 'metadata', 'annotations', appliedCopy]);
}

/** Values are texts; whatever else stands below a key goes as a whole. */
function addValues(values: unknown, path: Path, paths: Path[]): void {
  if (!isRecord(values)) paths.push(path);
  else for (const key of Object.keys(values)) paths.push([...path, key]);
}

/** False for what holds nothing, or nothing any more. */
export function isTelling(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === withheldPlaceholder) return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

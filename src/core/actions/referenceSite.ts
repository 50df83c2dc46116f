import { placesOf, stepsOf } from '../graph/extractReferences.ts';
import { nameTriggerFirst } from '../kinds/keda/triggers/nameTrigger.ts';
import { triggerOf } from '../kinds/keda/triggers/registry.ts';
import type { ReferenceDeclaration } from '../kinds/types.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { formatPath, type Path } from '../yaml/path.ts';
import type { Plain } from '../yaml/types.ts';
import type { ConnectionEnd } from './connectionEnd.ts';
import type { Refusal } from './types.ts';
import { capital, itemName, nameOf } from './words.ts';

/** Where a reference is to be written in its holder's value. `rest` are the steps made around it. */
export type Site =
  /** One more item of the list at `path`. */
  | { readonly type: 'append'; readonly path: Path; readonly rest: readonly string[] }
  /** A key that the map at `path` lacks. */
  | { readonly type: 'make'; readonly path: Path; readonly key: string; readonly rest: readonly string[] }
  /** A reference that is there and gives way. */
  | { readonly type: 'replace'; readonly path: Path };

/** Lists whose items may be made for the sake of the reference, since nothing else is required in them. */
const mintedLists: ReadonlySet<string> = new Set(['rules', 'envFrom']);
/** Lists whose items hold one reference each and nothing besides. */
const wrappingLists: ReadonlySet<string> = new Set(['envFrom']);

/** The place for one more reference of a declaration: in the chosen row, else where it fits best. */
export function findSite(holder: ConnectionEnd, declaration: ReferenceDeclaration): Site | Refusal {
  const steps = stepsOf(declaration.path);
  let path: Path = [];
  let value: unknown = holder.value;
  for (const [index, step] of steps.entries()) {
    const rest = steps.slice(index + 1);
    if (step === '*') {
      const list = steps[index - 1] ?? '';
      if (rest.length === 0 || wrappingLists.has(list)) return { type: 'append', path, rest };
      const items: readonly unknown[] = Array.isArray(value) ? value : [];
      if (items.length === 0)
        return mintedLists.has(list) ? { type: 'append', path, rest } : lacks(holder, path);
      const chosen = chooseItem(holder, path, items, rest);
      if (typeof chosen !== 'number') return chosen;
      path = [...path, chosen];
      value = items[chosen];
    } else {
      const next = isRecord(value) ? value[step] : undefined;
      if (next === undefined || next === null) return makeSite(holder, path, step, rest);
      path = [...path, step];
      value = next;
    }
  }
  return { type: 'replace', path };
}

/** A reference inside what is made around it: `{ backendRefs: [reference] }`. */
export function wrap(rest: readonly string[], reference: Plain): Plain {
  return rest.reduceRight<Plain>((held, step) => (step === '*' ? [held] : { [step]: held }), reference);
}

/** The path of the list or map that a site's references stand in, to find its siblings. */
export function siblingsPath(site: Site): Path {
  if (site.type === 'make') return [...site.path, site.key];
  return site.path;
}

function makeSite(holder: ConnectionEnd, path: Path, key: string, rest: readonly string[]): Site | Refusal {
  const all = [key, ...rest];
  const isMintable = all.every(
    (step, i) => step !== '*' || i === all.length - 1 || mintedLists.has(all[i - 1] ?? ''),
  );
  return isMintable ? { type: 'make', path, key, rest } : lacks(holder, [...path, key]);
}

function lacks(holder: ConnectionEnd, path: Path): Refusal {
  return {
    refused: `${nameOf(holder)} has nothing in ${formatPath(path)} that could hold this. Add an item there first.`,
  };
}

/** The item of a list that takes the reference: the chosen row's, else one without any, else the first. */
function chooseItem(
  holder: ConnectionEnd,
  path: Path,
  items: readonly unknown[],
  rest: readonly string[],
): number | Refusal {
  const fromRow = rowIndex(holder, path);
  const reasons = items.map((item, i) => refuseItem([...path, i], item, rest));
  if (fromRow !== undefined && fromRow < items.length) {
    const reason = reasons[fromRow];
    return reason === undefined ? fromRow : { refused: reason };
  }
  const able = items.flatMap((item, i) => (reasons[i] === undefined ? [{ item, i }] : []));
  const free = able.find(({ item }) => placesOf(item, rest).length === 0);
  const chosen = free ?? able[0];
  return (
    chosen?.i ?? { refused: reasons[0] ?? `${nameOf(holder)} has no place for this in ${formatPath(path)}.` }
  );
}

/** The item of the list at `path` that the chosen row stands for or in. */
function rowIndex({ row }: ConnectionEnd, path: Path): number | undefined {
  if (row === undefined || row.path.length <= path.length) return undefined;
  if (!path.every((step, i) => row.path[i] === step)) return undefined;
  const index = row.path[path.length];
  return typeof index === 'number' ? index : undefined;
}

/** Why an item may not hold the reference although the field is there. */
function refuseItem(path: Path, item: unknown, rest: readonly string[]): string | undefined {
  if (!isRecord(item)) return undefined;
  const name = capital(itemName(path, item));
  const list = path.at(-2);
  if (list === 'listeners' && rest[0] === 'tls') {
    const { protocol, tls } = item;
    if (protocol === 'HTTP' || protocol === 'TCP' || protocol === 'UDP') {
      return `${name} speaks ${protocol}, which takes no certificate. Choose a listener that speaks HTTPS or TLS.`;
    }
    if (isRecord(tls) && tls.mode === 'Passthrough') {
      return `${name} passes TLS through to the backend and takes no certificate. Set its tls.mode to Terminate first.`;
    }
  }
  if (list === 'triggers' && rest[0] === 'authenticationRef') {
    const trigger = triggerOf(item);
    if (trigger?.authentications.length === 0)
      return `${nameTriggerFirst(trigger.type)} asks nobody who wants to know who it is. Choose another trigger.`;
  }
  if (list === 'rules' && rest[0] === 'backendRefs' && redirects(item)) {
    return `${name} redirects requests, so it has no backends. Choose another rule, or remove the RequestRedirect filter first.`;
  }
  return undefined;
}

function redirects(rule: Readonly<Record<string, unknown>>): boolean {
  const { filters } = rule;
  return Array.isArray(filters) && filters.some((each) => isRecord(each) && each.type === 'RequestRedirect');
}

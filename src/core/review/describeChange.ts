import type { CardRow } from '../kinds/types.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { samePath } from '../yaml/path.ts';
import { pathOf, type Step, type ValueChange } from './diffValues.ts';
import { itemLabel, itemPhrase, nounOf } from './itemNouns.ts';
import { isSayable, sayDetails, sayValue } from './sayValue.ts';

/** A change as a sentence without a full stop. `rows` are the card's rows on the side the change shows on. */
export function describeChange(change: ValueChange, rows: readonly CardRow[]): string {
  const { head, where } = locateWords(change.steps);
  const last = change.steps.at(-1);
  if (change.type === 'moved') return describeMove(change, head, where);
  if (last !== undefined && 'item' in last) return describeItem(change, last, head, where, rows);
  const named = nameChange(change);
  if (named !== undefined) return named;
  const subject = capitalise(where === '' ? head : `${head} of ${where}`);
  if (change.isSecret) return describeSecret(change, head, where);
  if (change.type === 'added') return describeAdded(change.after, subject, head, where);
  if (change.type === 'removed') {
    return isSayable(change.before)
      ? `${subject} removed (was ${sayValue(change.before)})`
      : `Removed ${head}${inside(where, 'from')}`;
  }
  if (isLong(change.before) && isLong(change.after)) return `${subject} changed`;
  return `${subject} changed from ${sayValue(change.before)} to ${sayValue(change.after)}`;
}

interface Words {
  /** The field or item itself: `weight`, `timeouts.request`, `listener https`. */
  readonly head: string;
  /** The items it stands in, innermost first: `backend orders-v2 in rule 1`. */
  readonly where: string;
}

/** Puts the way to a value into words. `spec` goes without saying. */
function locateWords(steps: readonly Step[]): Words {
  const items: string[] = [];
  const last = steps.at(-1);
  const withSection = last === undefined || !('key' in last) || last.key !== 'sectionName';
  let keys: string[] = [];
  for (const step of steps) {
    if ('key' in step) keys.push(step.key);
    else {
      items.unshift(itemPhrase(keys.at(-1) ?? 'items', step, withSection));
      keys = [];
    }
  }
  if (keys.length === 0) return { head: items[0] ?? '', where: items.slice(1).join(' in ') };
  return { head: fieldPhrase(keys, items.length > 0), where: items.join(' in ') };
}

/** `weight`, `timeouts.request`, `label app`, `key password`: a field by its keys below the last item. */
function fieldPhrase(keys: readonly string[], isInItem: boolean): string {
  const last = keys.at(-1) ?? '';
  const holder = keys.at(-2);
  const prefix = keys
    .slice(0, -2)
    .filter((key) => key !== 'metadata' && key !== 'spec')
    .join('.');
  const inside = prefix === '' ? '' : ` in ${prefix}`;
  if (holder === 'labels' || holder === 'matchLabels')
    return `label ${last}${holder === 'labels' ? inside : ' in the selector'}`;
  if (holder === 'annotations') return `annotation ${last}${inside}`;
  if ((holder === 'data' || holder === 'stringData' || holder === 'binaryData') && keys.length === 2)
    return `key ${last}`;
  const own =
    !isInItem && (keys[0] === 'spec' || keys[0] === 'metadata') && keys.length > 1 ? keys.slice(1) : keys;
  return own.join('.');
}

function describeItem(
  change: ValueChange,
  step: Extract<Step, { item: unknown }>,
  head: string,
  where: string,
  rows: readonly CardRow[],
): string {
  if (change.isSecret)
    return `${change.type === 'added' ? 'Added' : change.type === 'removed' ? 'Removed' : 'Changed'} an item of a secret value`;
  if (change.type === 'changed') {
    return `${capitalise(where === '' ? head : `${head} in ${where}`)} changed from ${sayValue(change.before)} to ${sayValue(change.after)}`;
  }
  const side = change.type === 'added' ? 'after' : 'before';
  const label = itemLabel(step.item);
  const row =
    label === undefined ? rows.find((each) => samePath(each.path, pathOf(change.steps, side))) : undefined;
  const details =
    row === undefined
      ? sayDetails(step.item, label === undefined ? [] : labelFields(step.item, label))
      : [row.label, ...row.parts.slice(0, 2)].join(', ');
  const verb = change.type === 'added' ? 'Added' : 'Removed';
  return `${verb} ${head}${details === '' ? '' : ` (${details})`}${inside(where, change.type === 'added' ? 'to' : 'from')}`;
}

/** The fields that the item's label already says. */
function labelFields(item: unknown, label: string): readonly string[] {
  return isRecord(item)
    ? Object.keys(item).filter((key) => label.split('/').includes(String(item[key])))
    : [];
}

/** A thing that goes by another name now: a listener is renamed, a reference points elsewhere. */
function nameChange(change: ValueChange): string | undefined {
  const [list, item, field] = change.steps.slice(-3);
  const isName =
    field !== undefined && 'key' in field && field.key === 'name' && item !== undefined && 'item' in item;
  if (!isName || list === undefined || !('key' in list) || change.type !== 'changed') return undefined;
  if (typeof change.before !== 'string' || typeof change.after !== 'string') return undefined;
  const { where } = locateWords(change.steps.slice(0, -2));
  const verb = /Refs?$/i.test(list.key) ? 'changed to' : 'renamed to';
  return `${capitalise(nounOf(list.key))} ${change.before}${inside(where, 'in')} ${verb} ${change.after}`;
}

function describeMove(change: ValueChange, head: string, where: string): string {
  const last = change.steps.at(-1);
  if (last === undefined || 'key' in last) return `Order of ${head}${inside(where, 'in')} changed`;
  const from = (last.was ?? 0) + 1;
  const to = (last.now ?? 0) + 1;
  const list = change.steps.at(-2);
  const noun = list !== undefined && 'key' in list ? nounOf(list.key) : 'item';
  const isNumbered = itemLabel(last.item) === undefined;
  return `${capitalise(isNumbered ? `${noun} ${from}` : head)}${inside(where, 'in')} moved ${isNumbered ? '' : `from position ${from} `}to position ${to}`;
}

/** Secrets are told apart, never told. */
function describeSecret(change: ValueChange, head: string, where: string): string {
  const name = `${head}${inside(where, 'in')}`;
  if (change.type === 'added') return `Added ${name} (its value is not shown)`;
  return change.type === 'removed' ? `Removed ${name}` : `Value of ${name} changed`;
}

function describeAdded(value: unknown, subject: string, head: string, where: string): string {
  if (isSayable(value)) {
    const isEntry = /^(label|annotation|key) /.test(head);
    return isEntry
      ? `Added ${head}: ${sayValue(value)}${inside(where, 'to')}`
      : `${subject} set to ${sayValue(value)}`;
  }
  const details = isRecord(value)
    ? sayDetails(value)
    : Array.isArray(value)
      ? sayList(value)
      : sayValue(value);
  return `Added ${head}${details === '' ? '' : ` (${details})`}${inside(where, 'to')}`;
}

function sayList(items: readonly unknown[]): string {
  const labels = items.map((item) => itemLabel(item));
  return items.length > 0 &&
    items.length <= 4 &&
    labels.every((label) => label !== undefined && isSayable(label))
    ? labels.join(', ')
    : sayValue(items);
}

function inside(where: string, preposition: string): string {
  return where === '' ? '' : ` ${preposition} ${where}`;
}

/** Plain words begin a sentence with a capital; names of fields stay as they are written. */
function capitalise(text: string): string {
  return /^[a-z]+(?=$| )/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function isLong(value: unknown): boolean {
  return !isSayable(value);
}

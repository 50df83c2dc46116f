import { type CST, isAlias, isMap, isScalar, type Pair } from 'yaml';
import { columnOf } from './lines.ts';
import {
  type AnyNode,
  asNode,
  type Collection,
  isAbsent,
  isBlockScalar,
  nodeEnd,
  nodeStart,
  pairValue,
  type YamlSource,
} from './nodes.ts';

/** The place behind an indicator where a value stands or could stand. */
export interface Slot {
  readonly holder: 'map' | 'seq' | 'root';
  /** True inside [ ] or { }. */
  readonly isFlow: boolean;
  readonly node: AnyNode | undefined;
  /** True when a `:`, `-` or `---` stands before the value. */
  readonly hasIndicator: boolean;
  /** Right behind that indicator, or behind the key where there is none. */
  readonly indicatorEnd: number;
  /** Right behind the value's anchor and tag; the indicator's end when there are none. */
  readonly propsEnd: number;
  /** The tag's own text, when there is a tag. */
  readonly tag: CST.SourceToken | undefined;
  readonly anchor: CST.SourceToken | undefined;
  /** Column of the key or dash that holds the value; -1 for the root. */
  readonly column: number;
}

/** One pair of a map or one item of a list, as it stands in the text. */
export interface Entry {
  /** The first character of its own: dash, `?`, anchor, tag or key. */
  readonly start: number;
  /** Behind the last character of its own, before comments and line end. Computed when asked for. */
  readonly end: number;
  readonly key: AnyNode | undefined;
  readonly slot: Slot;
  /** The comma before it, in a flow collection. */
  readonly comma: CST.SourceToken | undefined;
}

/** True for [ ] and { }, and for the single pair within [a: b]. */
export function isFlow(collection: Collection): boolean {
  return collection.flow === true;
}

/** The comma behind the last item of a flow collection, when one stands there. */
export function trailingComma(collection: Collection): CST.SourceToken | undefined {
  const items = itemTokens(collection);
  const last = items.at(-1);
  return items.length > collection.items.length
    ? last?.start.find(({ type }) => type === 'comma')
    : undefined;
}

/** The entries of a collection in the order of the text; undefined where tokens and nodes do not match. */
export function entriesOf(text: string, collection: Collection): readonly Entry[] | undefined {
  if (isMap(collection)) {
    const entries = collection.items.map((pair) => pairEntry(text, pair, isFlow(collection)));
    return entries.every((entry) => entry !== undefined) ? entries : undefined;
  }
  const tokens = itemTokens(collection);
  const { items } = collection;
  if (!tokens.every((token, i) => isItem(token) === i < items.length)) return undefined;
  return items.flatMap((_, i) => entryAt(text, collection, i) ?? []);
}

/** One entry of a collection; undefined where there is none. */
export function entryAt(text: string, collection: Collection, index: number): Entry | undefined {
  if (isMap(collection)) {
    const pair = collection.items[index];
    return pair === undefined ? undefined : pairEntry(text, pair, isFlow(collection));
  }
  const token = itemTokens(collection)[index];
  const node = asNode(collection.items[index]);
  return token === undefined || node === undefined
    ? undefined
    : itemEntry(text, token, node, isFlow(collection));
}

/** The slot of a document's whole content. */
export function rootSlot({ root, start }: YamlSource): Slot {
  const mark = start.find(({ type }) => type === 'doc-start');
  const end = mark === undefined ? (start[0]?.offset ?? 0) : endOf(mark);
  return makeSlot('root', false, root, start, mark !== undefined, end, -1);
}

/** Behind the last character of a node, without the line end of a block text. */
export function contentEnd(text: string, node: AnyNode): number {
  const end = nodeEnd(node);
  if (isBlockScalar(node)) {
    if (text[end - 1] !== '\n') return end;
    return text[end - 2] === '\r' ? end - 2 : end - 1;
  }
  if (isAlias(node) || isScalar(node) || isFlow(node)) return end;
  return entryAt(text, node, node.items.length - 1)?.end ?? end;
}

function itemTokens(collection: Collection): readonly CST.CollectionItem[] {
  const token = collection.srcToken;
  return token !== undefined && 'items' in token ? token.items : [];
}

/** False for the tokens a list ends with when only comments or a comma follow its last item. */
function isItem(token: CST.CollectionItem): boolean {
  if (token.value !== undefined || token.sep !== undefined) return true;
  return token.start.some(
    ({ type }) => type !== 'space' && type !== 'newline' && type !== 'comment' && type !== 'comma',
  );
}

function pairEntry(text: string, pair: Pair, flow: boolean): Entry | undefined {
  const token = pair.srcToken;
  const key = asNode(pair.key);
  if (token === undefined || key === undefined) return undefined;
  const mark = token.sep?.find(({ type }) => type === 'map-value-ind');
  const isKeyWritten = !isAbsent(key);
  const first = firstOwn(token.start);
  const start = first?.offset ?? (isKeyWritten ? nodeStart(key) : (mark?.offset ?? nodeStart(key)));
  const keyEnd = isKeyWritten ? nodeEnd(key) : start;
  const end = mark === undefined ? keyEnd : endOf(mark);
  const column = columnOf(text, start);
  const slot = makeSlot('map', flow, pairValue(pair), token.sep ?? [], mark !== undefined, end, column);
  return makeEntry(text, start, key, slot, token);
}

function itemEntry(text: string, token: CST.CollectionItem, node: AnyNode | undefined, flow: boolean): Entry {
  const first = firstOwn(token.start) ?? { offset: node === undefined ? 0 : nodeStart(node), source: '' };
  const dash = token.start.find(({ type }) => type === 'seq-item-ind');
  const end = dash === undefined ? first.offset : endOf(dash);
  const slot = makeSlot(
    'seq',
    flow,
    node,
    token.start,
    dash !== undefined,
    end,
    columnOf(text, first.offset),
  );
  return makeEntry(text, first.offset, undefined, slot, token);
}

function makeEntry(
  text: string,
  start: number,
  key: AnyNode | undefined,
  slot: Slot,
  token: CST.CollectionItem,
): Entry {
  let end: number | undefined;
  return {
    start,
    key,
    slot,
    comma: token.start.find(({ type }) => type === 'comma'),
    get end() {
      end ??= slotEnd(text, slot);
      return end;
    },
  };
}

function makeSlot(
  holder: Slot['holder'],
  flow: boolean,
  node: AnyNode | undefined,
  tokens: readonly CST.SourceToken[],
  hasIndicator: boolean,
  indicatorEnd: number,
  column: number,
): Slot {
  const behind = tokens.filter(({ offset }) => offset >= indicatorEnd);
  const tag = behind.find(({ type }) => type === 'tag');
  const anchor = behind.find(({ type }) => type === 'anchor');
  const propsEnd = Math.max(
    indicatorEnd,
    tag === undefined ? 0 : endOf(tag),
    anchor === undefined ? 0 : endOf(anchor),
  );
  return { holder, isFlow: flow, node, hasIndicator, indicatorEnd, propsEnd, tag, anchor, column };
}

function slotEnd(text: string, slot: Slot): number {
  const { node, propsEnd } = slot;
  return node === undefined || isAbsent(node) ? propsEnd : Math.max(propsEnd, contentEnd(text, node));
}

function firstOwn(tokens: readonly CST.SourceToken[]): CST.SourceToken | undefined {
  return tokens.find(
    ({ type }) => type !== 'space' && type !== 'newline' && type !== 'comment' && type !== 'comma',
  );
}

function endOf(token: CST.SourceToken): number {
  return token.offset + token.source.length;
}

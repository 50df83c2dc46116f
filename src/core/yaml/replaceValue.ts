import { isMap, isScalar, isSeq } from 'yaml';
import type { TextEdit } from '../text/textEdit.ts';
import { type BlockStyle, flowText, isFilled, type Rendered, valueLines } from './blockLines.ts';
import { isFlow, type Slot } from './entries.ts';
import {
  columnOf,
  isBlankBetween,
  lineBreak,
  lineEnd,
  lineStart,
  nextLine,
  skipSpaces,
  skipSpacesBack,
  startsLine,
} from './lines.ts';
import { type AnyNode, isAbsent, isBlockScalar, nodeEnd, nodeStart } from './nodes.ts';
import type { Quote } from './scalarText.ts';
import { type Site, staysFlow } from './site.ts';
import { type Standing, standing, standsBelow } from './standing.ts';
import { isJsonStyle } from './styleNear.ts';
import type { Plain } from './types.ts';

/** Edits that put `value` in the slot, the best first. */
export function replaceValue(site: Site, value: Plain): readonly (readonly TextEdit[])[] {
  const { slot } = site;
  const untag = dropTag(site, value);
  if (slot.isFlow) return [[...untag, ...replaceInFlow(site, value)]];
  if (slot.holder === 'root' && (slot.node === undefined || isAbsent(slot.node)))
    return [[...untag, appendRoot(site, value)]];
  const edits = [[...untag, ...replaceInBlock(site, value, quoteToKeep(slot))]];
  // A block text would swallow deeper comments below it; quotes do not.
  if (typeof value === 'string' && value.includes('\n'))
    edits.push([...untag, ...replaceInBlock(site, value, '"')]);
  return edits;
}

function replaceInFlow({ text, slot, around }: Site, value: Plain): readonly TextEdit[] {
  const { node, propsEnd } = slot;
  const quote = quoteToKeep(slot);
  const style = { isJson: isJsonStyle(text, around), ...(quote === undefined ? {} : { quote }) };
  const written = flowText(value, style);
  if (node !== undefined && !isAbsent(node))
    return [{ start: nodeStart(node), end: nodeEnd(node), text: written }];
  const isMarked = slot.hasIndicator || slot.tag !== undefined;
  return [{ start: propsEnd, end: propsEnd, text: `${isMarked ? '' : ':'} ${written}` }];
}

function replaceInBlock(site: Site, value: Plain, quote: Quote | undefined): readonly TextEdit[] {
  return putInBlock(site.text, site.slot, render(site, value, quote));
}

/** Edits that put a value, already written out, in the place of what stands in a block slot. */
export function putInBlock(text: string, slot: Slot, { head, lines }: Rendered): readonly TextEdit[] {
  const eol = lineBreak(text);
  const old = standing(text, slot);
  const anchor = lineEnd(text, old.headEnd);
  const bodyEnd = Math.max(anchor, old.bodyEnd);
  const isAlone = startsLine(text, old.headStart) && isBlankBetween(text, old.headEnd, anchor);
  if (head === '' && lines.length > 0 && isAlone)
    return [{ start: lineStart(text, old.headStart), end: bodyEnd, text: lines.join(eol) }];
  const body = lines.map((line) => eol + line).join('');
  return [headEdit(text, slot, old, head), { start: anchor, end: bodyEnd, text: body }];
}

function headEdit(text: string, slot: Slot, old: Standing, head: string): TextEdit {
  if (head === '' && startsLine(text, old.headStart) && old.headEnd > old.headStart)
    return { start: old.headStart, end: skipSpaces(text, old.headEnd), text: '' };
  if (head === '') {
    const start = Math.max(slot.propsEnd, skipSpacesBack(text, old.headStart));
    return { start: Math.min(start, old.headEnd), end: old.headEnd, text: '' };
  }
  const isTight =
    old.headStart === slot.propsEnd &&
    (slot.hasIndicator || slot.tag !== undefined || slot.anchor !== undefined);
  return { start: old.headStart, end: old.headEnd, text: isTight ? ` ${head}` : head };
}

function render(site: Site, value: Plain, quote: Quote | undefined): Rendered {
  const { text, slot, around } = site;
  const { node } = slot;
  const isCollection = isFilled(value);
  if (isCollection && staysFlow(text, slot)) {
    const inner = isMap(node) || isSeq(node) ? [...around, node] : around;
    return { head: flowText(value, { isJson: isJsonStyle(text, inner) }), lines: [] };
  }
  const style = ownStyle(site, value);
  const rendered = valueLines(value, style, slot, quote);
  if (slot.holder !== 'seq' || !isCollection) return rendered;
  if (slot.propsEnd > slot.indicatorEnd || standsBelow(text, slot)) {
    const pad = ' '.repeat(slot.column + style.dashGap);
    return { head: '', lines: [pad + rendered.head, ...rendered.lines] };
  }
  const isNew = node === undefined || isAbsent(node);
  return isNew ? { ...rendered, head: ' '.repeat(Math.max(0, style.dashGap - 2)) + rendered.head } : rendered;
}

/** The style nearby, with the measures of the old value where the new one takes its place. */
function ownStyle({ text, slot, style }: Site, value: Plain): BlockStyle {
  const { node, holder } = slot;
  if (node === undefined || isAbsent(node)) return style;
  if (isBlockScalar(node) && typeof value === 'string') {
    const line = firstFilledLine(text, nextLine(text, nodeStart(node)), nodeEnd(node));
    const depth = line === undefined ? 0 : skipSpaces(text, line) - line - Math.max(slot.column, 0);
    return depth > 0 ? { ...style, step: depth, dashGap: depth } : style;
  }
  const isBlock = (isMap(node) || isSeq(node)) && !isFlow(node);
  const depth = columnOf(text, nodeStart(node)) - slot.column;
  if (holder === 'seq')
    return depth > 1 && (isBlock || !standsBelow(text, slot)) ? { ...style, dashGap: depth } : style;
  if (!isBlock || isSeq(node) !== Array.isArray(value)) return style;
  return isSeq(node) ? { ...style, listOffset: depth } : { ...style, step: depth };
}

/** The first value of a document that has none: on a line of its own, behind every comment. */
function appendRoot({ text, style }: Site, value: Plain): TextEdit {
  const eol = lineBreak(text);
  const { head, lines } = valueLines(value, style, { holder: 'root', column: -1 });
  const end = /^\.\.\.(?:\s|$)/m.exec(text);
  const at = end?.index ?? text.length;
  const isLineOpen = at > 0 && text[at - 1] !== '\n' && text.charCodeAt(at - 1) !== 0xfeff;
  const content = [...(head === '' ? [] : [head]), ...lines].map((line) => line + eol).join('');
  return { start: at, end: at, text: (isLineOpen ? eol : '') + content };
}

/** Removes a tag that would contradict the new value. An anchor always stays. */
function dropTag({ text, slot }: Site, value: Plain): readonly TextEdit[] {
  const { tag, node } = slot;
  if (tag === undefined || fitsTag(tag.source, node, value)) return [];
  const end = tag.offset + tag.source.length;
  const start = Math.max(slot.indicatorEnd, skipSpacesBack(text, tag.offset));
  return [{ start, end: slot.isFlow && start === tag.offset ? skipSpaces(text, end) : end, text: '' }];
}

function fitsTag(tag: string, node: AnyNode | undefined, value: Plain): boolean {
  if (tag === '!!str') return typeof value === 'string';
  if (tag === '!!map') return value !== null && typeof value === 'object' && !Array.isArray(value);
  if (tag === '!!seq') return Array.isArray(value);
  if (tag.startsWith('!!')) return false;
  if (isMap(node)) return value !== null && typeof value === 'object' && !Array.isArray(value);
  return isSeq(node) ? Array.isArray(value) : typeof value === 'string';
}

/** The user's quotes stay for a text that replaces a text. */
function quoteToKeep({ node }: Slot): Quote | undefined {
  if (!isScalar(node)) return undefined;
  return node.type === 'QUOTE_DOUBLE' ? '"' : node.type === 'QUOTE_SINGLE' ? "'" : undefined;
}

function firstFilledLine(text: string, start: number, end: number): number | undefined {
  for (let line = start; line < end; line = nextLine(text, line))
    if (!isBlankBetween(text, line, lineEnd(text, line))) return line;
  return undefined;
}

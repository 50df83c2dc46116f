import { composeEdits } from '../text/composeEdits.ts';
import { diffAsEdit, type TextEdit } from '../text/textEdit.ts';
import { lineBreak } from '../yaml/lines.ts';
import type { YamlTree } from '../yaml/parseYaml.ts';
import type { FileChange } from './types.ts';

/** A document of a draft. Its fields are the draft's business; actions only hold it. */
export interface DraftDocument {
  readonly file: string;
  /** Position in the file before the draft; undefined for a new document. */
  readonly index: number | undefined;
  /** Where it stood in the file before the draft. */
  readonly start: number;
  readonly end: number;
  /** As the draft has it now. */
  text: string;
  /** From the text before the draft to the text now. */
  edits: readonly TextEdit[];
  isRemoved: boolean;
  tree: YamlTree | undefined;
}

/** A file of a draft: its documents in order, old and new. */
export interface DraftFile {
  readonly path: string;
  /** Before the draft. */
  readonly text: string;
  readonly isNew: boolean;
  isDeleted: boolean;
  at?: number;
  readonly documents: DraftDocument[];
}

/** The changes that make the file; none when nothing is different. */
export function emitFile(file: DraftFile): readonly FileChange[] {
  const { path, isNew } = file;
  if (file.isDeleted) return isNew ? [] : [{ type: 'delete', path }];
  const { edits, isEmptied } = new Emission(file).run();
  if (isNew) {
    const text = edits.map((edit) => edit.text).join('');
    return [{ type: 'create', path, text, ...(file.at === undefined ? {} : { at: file.at }) }];
  }
  if (isEmptied) return [{ type: 'delete', path }];
  const small = edits.flatMap((edit) => trimEdit(file.text, edit));
  return small.length === 0 ? [] : [{ type: 'edit', path, edits: small }];
}

/** Walks the documents in order, keeps their texts apart by `---` lines, and collects the edits. */
class Emission {
  readonly #file: DraftFile;
  readonly #eol: string;
  readonly #edits: TextEdit[] = [];
  /** The last text that stays before the present place; empty at the beginning of the file. */
  #before = '';
  /** True when what follows does not follow what it followed before. */
  #isMoved = false;
  /** True when the file's first document goes that had no `---` line: the next one shall have none either. */
  #isHeadless = false;
  #position = 0;

  constructor(file: DraftFile) {
    this.#file = file;
    this.#eol = lineBreak(file.text);
  }

  run(): { edits: readonly TextEdit[]; isEmptied: boolean } {
    const { documents } = this.#file;
    for (const document of documents) {
      if (document.index === undefined) {
        if (!document.isRemoved) this.#insert(document);
      } else if (document.isRemoved) this.#remove(document);
      else this.#keep(document);
    }
    const isCut = documents.some((each) => each.isRemoved);
    const isEmptied = isCut && documents.every((each) => each.isRemoved || isBlank(each.text));
    return { edits: this.#edits, isEmptied };
  }

  #insert({ text }: DraftDocument): void {
    const own = this.#before === '' ? text : asLaterDocument(text);
    const whole = this.#gapBefore(own) + own + (own === '' || own.endsWith('\n') ? '' : this.#eol);
    this.#edits.push({ start: this.#position, end: this.#position, text: whole });
    this.#before = whole;
    this.#isMoved = true;
    this.#isHeadless = false;
  }

  #remove(document: DraftDocument): void {
    const { start, end } = document;
    const original = this.#file.text.slice(start, end);
    let head = 0;
    if (start === 0) {
      head = this.#hasMore() ? headerLength(original) : 0;
      const isMarked = hasOwnMark(original.slice(head));
      this.#isHeadless = !isMarked && !/#/.test(original.slice(0, head));
      this.#before = original.slice(0, head).replace('\uFEFF', '');
    }
    this.#edits.push({ start: start + head, end, text: '' });
    this.#position = end;
    this.#isMoved = true;
  }

  #keep(document: DraftDocument): void {
    const { start, end, text } = document;
    let edits = document.edits;
    const mark = /^---[ \t]*\r?\n/.exec(text);
    if (this.#isHeadless && mark !== null) {
      edits = composeEdits(edits, [{ start: 0, end: mark[0].length, text: '' }]);
    } else if (this.#isMoved) {
      const gap = this.#gapBefore(text);
      if (gap !== '') this.#edits.push({ start, end: start, text: gap });
    }
    for (const edit of edits) {
      this.#edits.push({ start: start + edit.start, end: start + edit.end, text: edit.text });
    }
    if (!isBlank(text) || this.#before !== '') this.#before = text;
    this.#isHeadless = false;
    this.#isMoved = false;
    this.#position = end;
  }

  /** What must stand between the text before and a document: a line end, and a `---` line where it has none. */
  #gapBefore(text: string): string {
    if (this.#before === '') return '';
    const lineEnd = this.#before.endsWith('\n') ? '' : this.#eol;
    return lineEnd + (hasOwnMark(text) || isOpen(this.#before) ? '' : `---${this.#eol}`);
  }

  #hasMore(): boolean {
    return this.#file.documents.some((each) => !each.isRemoved && !isBlank(each.text));
  }
}

/** True when a document begins with its own `---` line (comments and directives may stand above it). */
export function hasOwnMark(text: string): boolean {
  return /^\uFEFF?(?:[ \t]*(?:[#%][^\n]*|\r)?\n)*---(?=[ \t\r\n]|$)/.test(text);
}

/** True for nothing but blank lines and document marks. */
export function isBlank(text: string): boolean {
  return /^\uFEFF?(?:(?:---|\.\.\.)?[ \t]*(?:\r?\n|$))*$/.test(text);
}

/** True when a document may begin right behind this text: it ends with a mark or has only comments. */
function isOpen(text: string): boolean {
  return (
    /(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\r?\n[ \t]*)*$/.test(text) ||
    /^(?:[ \t]*(?:#[^\n]*|\r)?(?:\n|$))*$/.test(text)
  );
}

/**
 * The length of a file's own head: a byte order mark, and the comments at the top that a blank line (or a
 * `---` line) keeps apart from the first resource, such as a licence. They stay when that resource goes.
 */
export function headerLength(text: string): number {
  const prologue = /^\uFEFF?(?:[ \t]*(?:#[^\n]*|\r)?\n)+(?=---(?:[ \t\r\n]|$))/.exec(text);
  const comments = prologue ?? /^\uFEFF?(?:[ \t]*#[^\n]*\n)+(?:[ \t]*\r?\n)+/.exec(text);
  if (comments !== null) return comments[0].length;
  return text.startsWith('\uFEFF') ? 1 : 0;
}

/**
 * A document as it stands behind others: without a byte order mark, and with nothing above its `---` line,
 * since comments there would belong to the document before it.
 */
function asLaterDocument(text: string): string {
  const own = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const head = headerLength(own);
  const mark = /^---[ \t]*(#[^\n]*|\r)?\n/.exec(own.slice(head));
  if (head === 0 || mark === null) return own;
  const rest = own.slice(0, head) + own.slice(head + mark[0].length);
  return mark[1]?.startsWith('#') === true ? mark[0] + rest : rest;
}

/** The same edit without what it would replace by itself. */
function trimEdit(text: string, edit: TextEdit): readonly TextEdit[] {
  return diffAsEdit(text.slice(edit.start, edit.end), edit.text).map((small) => ({
    start: edit.start + small.start,
    end: edit.start + small.end,
    text: small.text,
  }));
}

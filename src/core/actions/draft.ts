/**
 * A draft is a workspace under change. An action edits documents through the verbs of `core/yaml`, one edit
 * after the other, in as many documents and files as it needs; adds, copies and removes whole documents; and
 * at the end has ONE change whose edits are as small as its steps. Every byte that no step touched stays.
 *
 * A draft refuses as a whole: after the first refusal (a document that does not parse, a value behind an
 * alias) further steps do nothing and `finish` answers the reason, so an action need not look at every step.
 */

import type { AnalysedResource } from '../analysis.ts';
import { composeEdits } from '../text/composeEdits.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { applyEdits, type TextEdit } from '../text/textEdit.ts';
import type { DocumentOutline, ResourceId } from '../workspace/types.ts';
import { insertItem, removeItem, removeKey, setKey, setValue } from '../yaml/edit.ts';
import { lineBreak } from '../yaml/lines.ts';
import { parseYaml, type YamlTree } from '../yaml/parseYaml.ts';
import { type Path, valueAt } from '../yaml/path.ts';
import type { EditResult, Plain } from '../yaml/types.ts';
import { diffAsEdits } from './diffAsEdits.ts';
import { type DraftDocument, type DraftFile, emitFile } from './draftFile.ts';
import type { ActionContext, ActionResult, Change, FileChange } from './types.ts';

/** A resource within the draft: its document and its path there (empty, or an item of a `kind: List`). */
export interface Spot {
  readonly document: DraftDocument;
  readonly path: Path;
}

export class Draft {
  readonly context: ActionContext;
  readonly #files = new Map<string, DraftFile>();
  readonly #outlines: ReadonlyMap<string, readonly DocumentOutline[]>;
  #refusal: string | undefined;

  constructor(context: ActionContext) {
    this.context = context;
    this.#outlines = new Map(context.analysis.files.map((file) => [file.path, file.documents]));
  }

  /** The first reason why this draft cannot become a change. */
  get refusal(): string | undefined {
    return this.#refusal;
  }

  /** Makes the draft a refusal, unless it is one already. */
  refuse(reason: string): void {
    this.#refusal ??= reason;
  }

  /** The change that leads to this draft, or the refusal. */
  finish(rest: Omit<Change, 'files'>): ActionResult {
    if (this.#refusal !== undefined) return { refused: this.#refusal };
    const changes = [...this.#files.values()].flatMap((file): readonly FileChange[] => emitFile(file));
    return { ...rest, files: changes };
  }

  /** The paths of all files, those that the draft creates included. */
  get paths(): readonly string[] {
    const kept = [...this.context.files.keys()].filter((path) => this.#files.get(path)?.isDeleted !== true);
    return [...kept, ...[...this.#files.values()].flatMap((file) => (file.isNew ? [file.path] : []))];
  }

  /** Where a resource stands. Its document must be there, as it is in every analysis of these files. */
  spotOf(resource: AnalysedResource): Spot {
    const { file, document, path } = resource.place;
    return { document: this.document(file, document), path };
  }

  /** The resource of an id, or a refusal. */
  resource(id: ResourceId): AnalysedResource | undefined {
    const resource = this.context.analysis.resources.get(id);
    if (resource === undefined) this.refuse('This resource is not in the workspace any more.');
    return resource;
  }

  /** A document of the files as they were. */
  document(file: string, index: number): DraftDocument {
    const document = this.#open(file).documents.find((each) => each.index === index);
    if (document === undefined) throw new RangeError(`${file} has no document ${index}`);
    return document;
  }

  /** The parsed text of a document as the draft has it now. */
  tree(document: DraftDocument): YamlTree {
    if (document.tree === undefined) {
      const isUntouched = document.index !== undefined && document.edits.length === 0;
      const known = isUntouched ? this.context.tree(document.file, document.index ?? 0) : undefined;
      document.tree = known?.text === document.text ? known : parseYaml(document.text);
    }
    return document.tree;
  }

  /** The value at a path of a resource as the draft has it now. */
  value({ document, path }: Spot, inner: Path = []): unknown {
    return valueAt(this.tree(document).value, [...path, ...inner]);
  }

  /** Refuses unless the document parses. */
  checkParses(document: DraftDocument): boolean {
    const tree = this.tree(document);
    if (!tree.isBroken) return true;
    const problem = tree.problems.find((each) => each.fatal);
    const before = this.context.files.get(document.file) ?? '';
    const line = new LineIndex(before).positionAt(document.start + (problem?.start ?? 0)).line;
    this.refuse(
      `${document.file} does not parse at line ${line} right now. Mend that first; nothing was changed.`,
    );
    return false;
  }

  /** One step: an edit of a document, made by a verb or by hand on the tree it is given. */
  edit(document: DraftDocument, verb: (tree: YamlTree) => EditResult): void {
    if (this.#refusal !== undefined || !this.checkParses(document)) return;
    const result = verb(this.tree(document));
    if ('refused' in result) this.refuse(result.refused);
    else this.#apply(document, result.edits);
  }

  /** The verbs of `core/yaml/edit.ts`, at a path within a resource. */
  setValue({ document, path }: Spot, inner: Path, value: Plain): void {
    this.edit(document, (tree) => setValue(tree, [...path, ...inner], value));
  }

  setKey({ document, path }: Spot, inner: Path, key: string, value: Plain, after?: readonly string[]): void {
    this.edit(document, (tree) => setKey(tree, [...path, ...inner], key, value, after));
  }

  removeKey({ document, path }: Spot, inner: Path, key: string): void {
    this.edit(document, (tree) => removeKey(tree, [...path, ...inner], key));
  }

  insertItem({ document, path }: Spot, inner: Path, index: number, value: Plain): void {
    this.edit(document, (tree) => insertItem(tree, [...path, ...inner], index, value));
  }

  removeItem({ document, path }: Spot, inner: Path, index: number): void {
    this.edit(document, (tree) => removeItem(tree, [...path, ...inner], index));
  }

  /** A new document at the end of a file; the file is made when it is not there. */
  append(file: string, text: string): DraftDocument {
    const open = this.#open(file);
    const document = added(file, text);
    open.documents.push(document);
    return document;
  }

  /** A new document right behind another one (and behind those put there before). */
  insertAfter(document: DraftDocument, text: string): DraftDocument {
    const { documents } = this.#open(document.file);
    let at = documents.indexOf(document) + 1;
    while (documents[at]?.index === undefined && at < documents.length) at++;
    const copy = added(document.file, text);
    documents.splice(at, 0, copy);
    return copy;
  }

  /** A new document at the top of a file. */
  prepend(file: string, text: string): void {
    this.#open(file).documents.unshift(added(file, text));
  }

  /** Gives a document another text; lines that both have are not touched. */
  replaceText(document: DraftDocument, text: string): void {
    this.#apply(document, diffAsEdits(document.text, text));
  }

  /** Takes a document out, with its separator. A file in which nothing is left goes too. */
  remove(document: DraftDocument): void {
    document.isRemoved = true;
  }

  /** A new file of one or no document. */
  createFile(path: string, text: string, at?: number): DraftDocument {
    const document = this.append(path, text);
    const file = this.#files.get(path);
    if (file !== undefined && at !== undefined) file.at = at;
    return document;
  }

  /** Takes a whole file away, whatever is in it. */
  deleteFile(path: string): void {
    this.#open(path).isDeleted = true;
  }

  /** The line end that most lines of a file have. */
  lineBreak(file: string): '\n' | '\r\n' {
    return lineBreak(this.context.files.get(file) ?? '');
  }

  #apply(document: DraftDocument, edits: readonly TextEdit[]): void {
    document.text = applyEdits(document.text, edits);
    document.edits = composeEdits(document.edits, edits);
    document.tree = undefined;
  }

  #open(path: string): DraftFile {
    let file = this.#files.get(path);
    if (file === undefined) {
      const text = this.context.files.get(path);
      file = { path, text: text ?? '', isNew: text === undefined, isDeleted: false, documents: [] };
      for (const [index, { start, end }] of (this.#outlines.get(path) ?? []).entries()) {
        const own = file.text.slice(start, end);
        file.documents.push({
          file: path,
          index,
          start,
          end,
          text: own,
          edits: [],
          isRemoved: false,
          tree: undefined,
        });
      }
      this.#files.set(path, file);
    }
    return file;
  }
}

function added(file: string, text: string): DraftDocument {
  return { file, index: undefined, start: 0, end: 0, text, edits: [], isRemoved: false, tree: undefined };
}

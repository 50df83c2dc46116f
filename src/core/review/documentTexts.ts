import type { Analysis } from '../analysis.ts';
import type { Place, SourceFile } from '../workspace/types.ts';
import { locate } from '../yaml/locate.ts';
import { parseYaml, type YamlTree } from '../yaml/parseYaml.ts';

/** The texts of one state of a workspace, document by document. */
export class DocumentTexts {
  readonly #files: ReadonlyMap<string, string>;
  readonly #outlines: ReadonlyMap<string, Analysis['files'][number]>;
  readonly #trees = new Map<string, YamlTree>();

  constructor(files: readonly SourceFile[], analysis: Analysis) {
    this.#files = new Map(files.map((file) => [file.path, file.text]));
    this.#outlines = new Map(analysis.files.map((outline) => [outline.path, outline]));
  }

  /** The text of the document at a place, as it stands in the file. */
  documentAt({ file, document }: Pick<Place, 'file' | 'document'>): string {
    const outline = this.#outlines.get(file)?.documents[document];
    return outline === undefined ? '' : (this.#files.get(file)?.slice(outline.start, outline.end) ?? '');
  }

  /** The text of a resource: its document without the separator, or its item of a list. */
  textOf(place: Place): string {
    const text = this.documentAt(place);
    if (place.path.length === 0) return text.replace(/^\uFEFF?---[ \t]*(\r?\n|$)/, '').trimEnd();
    const range = locate(this.#treeAt(place, text), place.path)?.value;
    return range === undefined ? text : text.slice(range.start, range.end);
  }

  #treeAt(place: Place, text: string): YamlTree {
    const key = `${place.document} ${place.file}`;
    const known = this.#trees.get(key) ?? parseYaml(text);
    this.#trees.set(key, known);
    return known;
  }

  /** The texts of a file's documents that are more than comments. */
  documentsOf(path: string): readonly string[] {
    const documents = this.#outlines.get(path)?.documents ?? [];
    return documents.flatMap(({ state }, document) =>
      state === 'empty' ? [] : [this.documentAt({ file: path, document })],
    );
  }
}

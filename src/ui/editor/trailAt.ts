import type { Range } from '../../core/text/textEdit.ts';
import { splitDocuments } from '../../core/workspace/splitDocuments.ts';
import { locate, pathAt } from '../../core/yaml/locate.ts';
import { parseYaml, type YamlTree } from '../../core/yaml/parseYaml.ts';
import { type Path, valueAt } from '../../core/yaml/path.ts';

/** One step from the file to the cursor. */
export interface TrailStep {
  /** `Gateway web`, `spec`, `listeners[0]`. */
  readonly label: string;
  /** Where it stands in the file's text. */
  readonly range: Range;
}

/** Documents longer than this are not read for a trail: it would be felt while typing. */
const longest = 200_000;

/** Answers where a cursor is: the resource, then the fields down to it. Remembers the last document read. */
export class TrailReader {
  #text: string | undefined;
  #documents: readonly Range[] = [];
  #tree: YamlTree | undefined;

  /** The steps at an offset of a file's text; none outside of any content. */
  trailAt(text: string, offset: number): readonly TrailStep[] {
    const document = this.#documentAt(text, offset);
    if (document === undefined || document.end - document.start > longest) return [];
    const slice = text.slice(document.start, document.end);
    if (this.#tree?.text !== slice) this.#tree = parseYaml(slice);
    const tree = this.#tree;
    if (tree.isEmpty) return [];
    const title = titleOf(tree.value);
    const first =
      title === undefined ? [] : [{ label: title, range: { start: document.start, end: document.start } }];
    const path = pathAt(tree, offset - document.start);
    return [...first, ...stepsOf(path, tree, document.start)];
  }

  #documentAt(text: string, offset: number): Range | undefined {
    if (text !== this.#text) {
      this.#text = text;
      this.#documents = splitDocuments(text);
    }
    return this.#documents.findLast((document) => document.start <= offset);
  }
}

/** What a person calls a resource; undefined for what is none. */
function titleOf(value: unknown): string | undefined {
  const kind = valueAt(value, ['kind']);
  if (typeof kind !== 'string') return undefined;
  const name = valueAt(value, ['metadata', 'name']);
  return typeof name === 'string' || typeof name === 'number' ? `${kind} ${name}` : kind;
}

/** A step for each key, with the positions in lists behind it: `listeners[0]`. */
function stepsOf(path: Path, tree: YamlTree, base: number): readonly TrailStep[] {
  const steps: TrailStep[] = [];
  let label = '';
  path.forEach((step, index) => {
    label = typeof step === 'number' ? `${label}[${step}]` : step;
    if (typeof path[index + 1] === 'number') return;
    const place = locate(tree, path.slice(0, index + 1));
    const range = place?.key ?? place?.value ?? { start: 0, end: 0 };
    steps.push({ label, range: { start: base + range.start, end: base + range.end } });
  });
  return steps;
}

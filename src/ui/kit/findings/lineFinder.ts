import type { Finding } from '../../../core/analysis.ts';
import { LineIndex } from '../../../core/text/lineIndex.ts';
import type { FileOutline } from '../../../core/workspace/types.ts';

/** Finds line numbers; each file's lines are counted once for as long as its text stays. */
export class LineFinder {
  readonly #files: ReadonlyMap<string, string>;
  readonly #outlines: ReadonlyMap<string, FileOutline>;
  readonly #lines = new Map<string, LineIndex>();

  constructor(files: ReadonlyMap<string, string>, outlines: readonly FileOutline[]) {
    this.#files = files;
    this.#outlines = new Map(outlines.map((outline) => [outline.path, outline]));
  }

  /** The line of a finding in its file, counted from 1. */
  lineOf({ place, range }: Finding): number {
    let lines = this.#lines.get(place.file);
    if (lines === undefined) {
      lines = new LineIndex(this.#files.get(place.file) ?? '');
      this.#lines.set(place.file, lines);
    }
    const start = this.#outlines.get(place.file)?.documents[place.document]?.start ?? 0;
    return lines.positionAt(start + range.start).line;
  }

  /** `routes.yaml:12`. */
  whereIs(finding: Finding): string {
    return `${finding.place.file}:${this.lineOf(finding)}`;
  }
}

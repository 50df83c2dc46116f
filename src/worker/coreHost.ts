import { type ActionArgs, type ActionName, runAction } from '../core/actions/registry.ts';
import type { ActionResult, FileChange } from '../core/actions/types.ts';
import { Analyser } from '../core/analyse.ts';
import type { Analysis } from '../core/analysis.ts';
import { type AnalysisDelta, diffAnalysis, emptyAnalysis } from '../core/analysisDelta.ts';
import { type Review, reviewChanges } from '../core/review/reviewChanges.ts';
import type { Range } from '../core/text/textEdit.ts';
import type { Place, SourceFile } from '../core/workspace/types.ts';
import { locate } from '../core/yaml/locate.ts';

/** What an analysis round answers. */
export interface Round {
  readonly delta: AnalysisDelta;
  /** Milliseconds spent. */
  readonly duration: number;
}

/** The core behind a message port: keeps one analyser, answers with deltas. */
export class CoreHost {
  #analyser = new Analyser([]);
  #sent: Analysis = emptyAnalysis;
  #baseline:
    | { readonly key: string; readonly files: readonly SourceFile[]; readonly analysis: Analysis }
    | undefined;

  /** Forgets what was there and reads these files; the delta is against an empty analysis. */
  open(files: readonly SourceFile[]): Round {
    const start = performance.now();
    this.#analyser = new Analyser(files);
    this.#sent = emptyAnalysis;
    return this.#answer(start);
  }

  /** Takes changes in order; the delta is against the last answer. */
  update(changes: readonly FileChange[]): Round {
    const start = performance.now();
    this.#analyser.update(changes);
    return this.#answer(start);
  }

  /** Runs an action on the files as they are here. */
  run<N extends ActionName>(name: N, args: ActionArgs<N>): ActionResult {
    const { analysis, files } = this.#analyser;
    return runAction(
      name,
      { analysis, files, tree: (file, document) => this.#analyser.tree(file, document) },
      args,
    );
  }

  /** The text of a path (key and value) in its document, or of its nearest part that is there. */
  locate({ file, document, path }: Place): Range | undefined {
    const tree = this.#analyser.tree(file, document);
    if (tree === undefined) return undefined;
    for (let length = path.length; length > 0; length--) {
      const located = locate(tree, path.slice(0, length));
      if (located !== undefined)
        return { start: (located.key ?? located.value).start, end: located.value.end };
    }
    return undefined;
  }

  /** What changed since the baseline. `key` tells one baseline from another, so that it is read once. */
  review(key: string, baseline: readonly SourceFile[] | undefined): Review | 'needs-baseline' {
    if (this.#baseline?.key !== key) {
      if (baseline === undefined) return 'needs-baseline';
      this.#baseline = { key, files: baseline, analysis: new Analyser(baseline).analysis };
    }
    const files = [...this.#analyser.files].map(([path, text]) => ({ path, text }));
    return reviewChanges(this.#baseline, { files, analysis: this.#analyser.analysis });
  }

  #answer(start: number): Round {
    const { analysis } = this.#analyser;
    const delta = diffAnalysis(this.#sent, analysis);
    this.#sent = analysis;
    return { delta, duration: performance.now() - start };
  }
}

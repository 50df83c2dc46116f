import { type ActionArgs, type ActionName, runAction } from '../core/actions/registry.ts';
import type { ActionResult, FileChange } from '../core/actions/types.ts';
import { type AnalyseOptions, Analyser, analyse } from '../core/analyse.ts';
import type { Analysis, Finding } from '../core/analysis.ts';
import { type AnalysisDelta, diffAnalysis, emptyAnalysis } from '../core/analysisDelta.ts';
import { assist } from '../core/assist/assist.ts';
import type { AssistName, AssistRequest, AssistResponse } from '../core/assist/types.ts';
import type { Catalogue } from '../core/catalogue/catalogue.ts';
import type { Channel } from '../core/catalogue/channel.ts';
import { type DefinitionFile, Library, type LibraryReport } from '../core/catalogue/library.ts';
import type { Pack, PackIndex } from '../core/catalogue/pack.ts';
import type { ShapeParcel } from '../core/catalogue/shape.ts';
import { explainFinding } from '../core/checks/explainFinding.ts';
import type { Judging } from '../core/checks/schemaFindings.ts';
import { patternPicture } from '../core/picture/patternPicture.ts';
import type { Picture } from '../core/picture/types.ts';
import { type Review, reviewChanges } from '../core/review/reviewChanges.ts';
import type { CelEngine } from '../core/schema/cel.ts';
import type { Explanation } from '../core/schema/explainFault.ts';
import { patternOf } from '../core/templates/registry.ts';
import type { Range } from '../core/text/textEdit.ts';
import type { GroupKind, Place, SourceFile } from '../core/workspace/types.ts';
import { locate } from '../core/yaml/locate.ts';

/** What an analysis round answers. */
export interface Round {
  readonly delta: AnalysisDelta;
  /** Milliseconds spent. */
  readonly duration: number;
  /** Packs of the catalogue that the resources need and that are not here yet: `learn` takes them. */
  readonly wants: readonly string[];
  /** Present when the catalogue is another than in the last answer. */
  readonly library?: LibraryReport;
}

/** What belongs to a workspace besides its files. */
export interface Setup {
  readonly baseline: readonly SourceFile[];
  readonly definitions: readonly DefinitionFile[];
  readonly channel: Channel;
}

/** A part of the catalogue as it is served: JSON. */
export interface CataloguePart {
  readonly type: 'index' | 'pack';
  readonly json: string;
}

export interface GroupVersionKind extends GroupKind {
  readonly version: string;
}

/** The fields of a kind; nothing for one that nobody knows. */
export interface KindDescription {
  readonly parcel?: ShapeParcel;
  /** Packs that it is in and that are not here yet. */
  readonly wants?: readonly string[];
}

/** The core behind a message port: keeps one analyser and one library, answers with deltas. */
export class CoreHost {
  #analyser = new Analyser([]);
  #sent: Analysis = emptyAnalysis;
  readonly #library = new Library();
  #sentCatalogue: Catalogue | undefined;
  #cel: CelEngine | undefined;
  #judged: Judging | undefined;
  #baseline: { readonly files: readonly SourceFile[]; readonly analysis: Analysis } = {
    files: [],
    analysis: emptyAnalysis,
  };

  /** Forgets what was there and reads these files; the delta is against an empty analysis. */
  async open(files: readonly SourceFile[], setup: Partial<Setup> = {}): Promise<Round> {
    const start = performance.now();
    this.#sent = emptyAnalysis;
    this.#sentCatalogue = undefined;
    await this.#take({ baseline: files, definitions: [], ...setup });
    this.#analyser = new Analyser(files, this.#knowledge());
    return this.#answer(start);
  }

  /** Takes another baseline, other definitions, another channel. */
  async equip(setup: Partial<Setup>): Promise<Round> {
    const start = performance.now();
    await this.#take(setup);
    this.#analyser.know(this.#knowledge());
    return this.#answer(start);
  }

  /** Takes parts of the catalogue, all at once. */
  learn(parts: readonly CataloguePart[]): Round {
    const start = performance.now();
    for (const { type, json } of parts) {
      if (type === 'index') this.#library.takeIndex(JSON.parse(json) as PackIndex);
      else this.#library.takePack(JSON.parse(json) as Pack);
    }
    this.#analyser.know(this.#knowledge());
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
    return runAction(name, this.#analyser, args);
  }

  /** What the analysis would be after a change that is not made; nothing here is changed. */
  foresee(changes: readonly FileChange[]): AnalysisDelta {
    return diffAnalysis(this.#analyser.analysis, this.#analyser.sketch(changes));
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

  /** What changed since the baseline. */
  review(): Review {
    const files = [...this.#analyser.files].map(([path, text]) => ({ path, text }));
    return reviewChanges(this.#baseline, { files, analysis: this.#analyser.analysis });
  }

  /** Help for the editor, for the text as it is here. */
  assist<N extends AssistName>(request: AssistRequest<N>): AssistResponse<N> {
    const { analysis, files } = this.#analyser;
    const { catalogue } = this.#library;
    const tree = (file: string, document: number) => this.#analyser.tree(file, document);
    return assist({ analysis, files, tree, catalogue }, request);
  }

  /** The picture of a pattern, for the gallery; an empty one for a pattern that is not known. */
  picture(pattern: string): Picture {
    const found = patternOf(pattern);
    return found === undefined ? { nodes: [], edges: [], columns: [] } : patternPicture(found);
  }

  /** What the fields of a kind are, for its form. */
  describeKind({ group, version, kind }: GroupVersionKind): KindDescription {
    const found = this.#library.catalogue.find(group, version, kind);
    if (found.state === 'unloaded') return { wants: [found.pack] };
    return found.state === 'known' ? { parcel: found.kind.shape.parcel } : {};
  }

  /** Why a finding of the last answer is one. */
  explain(finding: Finding): Explanation | undefined {
    const resource = finding.resource && this.#analyser.analysis.resources.get(finding.resource);
    if (!resource) return explainFinding(finding);
    const found = this.#library.catalogue.find(resource.group, resource.version, resource.kind);
    return explainFinding(finding, found.state === 'known' ? found.kind : undefined);
  }

  async #take({ baseline, definitions, channel }: Partial<Setup>): Promise<void> {
    if (baseline !== undefined) this.#baseline = { files: baseline, analysis: analyse(baseline) };
    if (channel !== undefined) this.#library.choose(channel);
    if (definitions === undefined) return;
    this.#library.define(definitions);
    if (definitions.length > 0) this.#cel ??= await loadCelEngine();
  }

  #knowledge(): AnalyseOptions {
    return { ...this.#judging(), baseline: this.#baseline.analysis.resources };
  }

  /** One object as long as the catalogue is the same, so that what was judged with it is kept. */
  #judging(): AnalyseOptions {
    if (!this.#library.isReady) return {};
    const { catalogue } = this.#library;
    const kept = this.#judged;
    if (kept?.catalogue === catalogue && kept.cel === this.#cel) return { judging: kept };
    this.#judged = { catalogue, ...(this.#cel === undefined ? {} : { cel: this.#cel }) };
    return { judging: this.#judged };
  }

  #answer(start: number): Round {
    const { analysis } = this.#analyser;
    const delta = diffAnalysis(this.#sent, analysis);
    this.#sent = analysis;
    const { catalogue } = this.#library;
    const isNew = this.#sentCatalogue !== catalogue;
    this.#sentCatalogue = catalogue;
    return {
      delta,
      duration: performance.now() - start,
      wants: this.#library.wants(analysis.resources.values()),
      ...(isNew ? { library: this.#library.report } : {}),
    };
  }
}

/** Only who brings definitions of their own pays for the engine. */
async function loadCelEngine(): Promise<CelEngine> {
  const { createCelEngine } = await import('../core/schema/celEngine.ts');
  return createCelEngine();
}

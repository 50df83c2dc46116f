/**
 * The pipeline, one screen: texts -> documents -> resources -> graph -> findings. An `Analyser` keeps what
 * it made, so that a keystroke costs what it touches; `analyse` does the same once. Results are equal
 * either way, and objects that did not change keep their identity.
 */
import { applyFileChanges } from './actions/applyChange.ts';
import type { ActionContext, FileChange } from './actions/types.ts';
import type { AnalysedResource, Analysis, Finding } from './analysis.ts';
import { FactBook } from './checks/factBook.ts';
import { gatherNotChecked } from './checks/gatherNotChecked.ts';
import { KeptFindings } from './checks/keptFindings.ts';
import { type Judging, schemaFindings } from './checks/schemaFindings.ts';
import { type Switch, switchesIn, switchOff } from './checks/switchedOff.ts';
import { faceOf, type LinkedGraph, linkReferences, relinkSome } from './graph/linkReferences.ts';
import { isClusterScoped } from './kinds/registry.ts';
import { summarise } from './kinds/summarise.ts';
import { type ReadFile, readFile, rereadFile } from './workspace/fileReader.ts';
import { type Identified, identify } from './workspace/identify.ts';
import { readDocument } from './workspace/readDocument.ts';
import type { Resource, ResourceId, SourceFile } from './workspace/types.ts';
import type { YamlTree } from './yaml/parseYaml.ts';

/** What an analysis knows besides the files. */
export interface AnalyseOptions {
  /** Absent: the API server's verdict is left out. */
  readonly judging?: Judging;
  /** The resources as they were: what is there is also judged as an update of them. */
  readonly baseline?: ReadonlyMap<ResourceId, Resource>;
}

/** Everything about a workspace, computed once. */
export function analyse(files: readonly SourceFile[], options: AnalyseOptions = {}): Analysis {
  return new Analyser(files, options).analysis;
}

/** An analysis that is kept up to date with the text; actions run on it as it is. */
export class Analyser implements ActionContext {
  #texts: ReadonlyMap<string, string> = new Map();
  #read: ReadonlyMap<string, ReadFile> = new Map();
  #identified: Identified = { files: [], resources: new Map(), repeated: [] };
  #resources: ReadonlyMap<ResourceId, AnalysedResource> = new Map();
  #graph: LinkedGraph = linkReferences(new Map());
  #analysis: Analysis = {
    files: [],
    resources: new Map(),
    edges: new Map(),
    ghosts: new Map(),
    findings: [],
    suppressed: [],
  };
  readonly #book = new FactBook();
  #kept = new KeptFindings();
  /** True where only resources and edges are asked for. */
  #isSketch = false;

  #options: AnalyseOptions;

  constructor(files: readonly SourceFile[], options: AnalyseOptions = {}) {
    this.#options = options;
    this.#texts = new Map(files.map((file) => [file.path, file.text]));
    this.#read = new Map(files.map((file) => [file.path, readFile(file.text)]));
    this.#refresh();
  }

  get analysis(): Analysis {
    return this.#analysis;
  }

  /** The files as this analyser has them. */
  get files(): ReadonlyMap<string, string> {
    return this.#texts;
  }

  /** Takes changes to the files, in order. */
  update(changes: readonly FileChange[]): Analysis {
    for (const change of changes) {
      const { files } = applyFileChanges(this.#texts, [change]);
      this.#read = new Map([...files].map(([path, text]) => [path, this.#reread(path, text, change)]));
      this.#texts = files;
    }
    this.#refresh();
    return this.#analysis;
  }

  /** Takes another catalogue or baseline; only what they have to say is computed again. */
  know(options: AnalyseOptions): Analysis {
    this.#options = { ...this.#options, ...options };
    this.#refresh();
    return this.#analysis;
  }

  /** The workspace as it would be after changes that are not made, without findings. Nothing here is changed. */
  sketch(changes: readonly FileChange[]): Analysis {
    const sketch = new Analyser([]);
    sketch.#isSketch = true;
    sketch.#texts = this.#texts;
    sketch.#read = this.#read;
    sketch.#identified = this.#identified;
    sketch.#resources = this.#resources;
    sketch.#graph = this.#graph;
    return sketch.update(changes);
  }

  /**
   * What the API server would hold against the resources of one document if its text were another: for a look at
   * what an edit does before it is made. Undefined when that text does not parse.
   */
  foresee(file: string, document: number, text: string): readonly Finding[] | undefined {
    const { judging } = this.#options;
    const parsed = readDocument(text);
    if (parsed.tree.isBroken) return undefined;
    if (judging === undefined) return [];
    const read = identify(new Map([[file, readFile(text)]]), isClusterScoped);
    return [...read.resources.values()].flatMap((resource) =>
      schemaFindings({ ...resource, place: { ...resource.place, document } }, parsed.tree, {
        ...judging,
        areWaysUntried: true,
      }),
    );
  }

  /** The parsed document at a position of a file. */
  tree(file: string, document: number): YamlTree | undefined {
    return this.#read.get(file)?.segments[document]?.parsed.tree;
  }

  #reread(path: string, text: string, change: FileChange): ReadFile {
    const before = this.#read.get(path);
    if (before === undefined) {
      const renamed =
        change.type === 'rename' && change.to === path ? this.#read.get(change.path) : undefined;
      return readFile(text, renamed);
    }
    return change.type === 'edit' && change.path === path
      ? rereadFile(before, change.edits, text)
      : readFile(text, before);
  }

  #refresh(): void {
    this.#identified = identify(this.#read, isClusterScoped, this.#identified);
    const changed = this.#summarise();
    if (changed === 'all') this.#graph = linkReferences(this.#resources, this.#graph);
    else if (changed.length > 0) this.#graph = relinkSome(changed, this.#graph, this.#resources.keys());
    const { edges, ghosts } = this.#graph;
    const { files, repeated } = this.#identified;
    const resources = this.#resources;
    if (this.#isSketch) {
      this.#analysis = { files, resources, edges, ghosts, findings: [], suppressed: [] };
      return;
    }
    this.#book.update({ resources, edges, repeated }, changed);
    const all = switchOff(gatherNotChecked(this.#check()), this.#switches());
    const suppressed = all.filter((finding) => finding.suppressed !== undefined);
    const findings = suppressed.length === 0 ? all : all.filter((each) => each.suppressed === undefined);
    this.#analysis = { files, resources, edges, ghosts, findings, suppressed };
  }

  /** What the comments of the files switch off. */
  #switches(): readonly Switch[] {
    const switches: Switch[] = [];
    for (const [path, { segments }] of this.#read)
      for (const [index, { parsed }] of segments.entries()) switches.push(...switchesIn(parsed, path, index));
    return switches;
  }

  /** Adds summaries; answers which resources are new, or 'all' when what others see of them, or their order, changed. */
  #summarise(): readonly AnalysedResource[] | 'all' {
    const before = this.#resources;
    const changed: AnalysedResource[] = [];
    const resources = new Map<ResourceId, AnalysedResource>();
    let isSameWorld = before.size === this.#identified.resources.size;
    const order = before.keys();
    for (const [id, resource] of this.#identified.resources) {
      const old = before.get(id);
      isSameWorld &&= order.next().value === id;
      if (old !== undefined && sources.get(old) === resource) {
        resources.set(id, old);
        continue;
      }
      const analysed = { ...resource, summary: summarise(resource) };
      sources.set(analysed, resource);
      resources.set(id, analysed);
      changed.push(analysed);
      isSameWorld &&= old !== undefined && (old.value === resource.value || faceOf(old) === faceOf(analysed));
    }
    this.#resources = resources;
    return isSameWorld ? changed : 'all';
  }

  #check(): readonly Finding[] {
    const { judging, baseline } = this.#options;
    const kept = this.#kept.next(this.#book);
    return this.#identified.files.flatMap((file) =>
      file.documents.flatMap((document, index) => {
        const parsed = this.#read.get(file.path)?.segments[index]?.parsed;
        if (parsed === undefined) return [];
        const own = kept.document(parsed, file.path, index);
        if (document.resources.length === 0) return own;
        const rest = document.resources.flatMap((id) => {
          const resource = this.#resources.get(id);
          const old = baseline?.get(id)?.value;
          return resource === undefined ? [] : kept.resource({ resource, tree: parsed.tree, judging, old });
        });
        return own.length === 0 ? rest : [...own, ...rest];
      }),
    );
  }
}

/** The plain resource that an analysed one was made from. */
const sources = new WeakMap<AnalysedResource, unknown>();

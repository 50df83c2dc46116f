/**
 * The pipeline, one screen: texts -> documents -> resources -> graph -> findings. An `Analyser` keeps what
 * it made, so that a keystroke costs what it touches; `analyse` does the same once. Results are equal
 * either way, and objects that did not change keep their identity.
 */
import { applyFileChanges } from './actions/applyChange.ts';
import type { ActionContext, FileChange } from './actions/types.ts';
import type { AnalysedResource, Analysis, Finding } from './analysis.ts';
import { gatherNotChecked } from './checks/gatherNotChecked.ts';
import { KeptFindings } from './checks/keptFindings.ts';
import type { CheckedAgainst } from './checks/runChecks.ts';
import { type Judging, schemaFindings } from './checks/schemaFindings.ts';
import type { Facts } from './checks/types.ts';
import { faceOf, type LinkedGraph, linkReferences, relinkSome } from './graph/linkReferences.ts';
import type { Edge } from './graph/types.ts';
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
  #kept = new KeptFindings();

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
    else if (changed.length > 0) this.#graph = relinkSome(changed, this.#graph);
    const { edges, ghosts } = this.#graph;
    const all = gatherNotChecked(this.#check());
    const suppressed = all.filter((finding) => finding.suppressed !== undefined);
    const findings = suppressed.length === 0 ? all : all.filter((each) => each.suppressed === undefined);
    const { files } = this.#identified;
    this.#analysis = { files, resources: this.#resources, edges, ghosts, findings, suppressed };
  }

  /** Adds summaries; answers which resources are new, or 'all' when what others see of them changed. */
  #summarise(): readonly AnalysedResource[] | 'all' {
    const before = this.#resources;
    const changed: AnalysedResource[] = [];
    const resources = new Map<ResourceId, AnalysedResource>();
    let isSameWorld = before.size === this.#identified.resources.size;
    for (const [id, resource] of this.#identified.resources) {
      const old = before.get(id);
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
    const facts = factsOf(this.#identified, this.#resources);
    const edgesOf = groupByHolder(this.#graph.edges.values());
    const kept = this.#kept.next();
    return this.#identified.files.flatMap((file) =>
      file.documents.flatMap((document, index) => {
        const parsed = this.#read.get(file.path)?.segments[index]?.parsed;
        if (parsed === undefined) return [];
        const own = kept.document(parsed, file.path, index);
        if (document.resources.length === 0) return own;
        const rest = document.resources.flatMap((id) => {
          const resource = this.#resources.get(id);
          return resource === undefined
            ? []
            : kept.resource(resource, edgesOf.get(id) ?? [], parsed.tree, this.#against(facts, id));
        });
        return own.length === 0 ? rest : [...own, ...rest];
      }),
    );
  }

  #against(facts: Facts, id: ResourceId): CheckedAgainst {
    const { judging, baseline } = this.#options;
    const old = baseline?.get(id)?.value;
    return {
      facts,
      ...(judging === undefined ? {} : { judging }),
      ...(old === undefined ? {} : { old }),
    };
  }
}

function groupByHolder(edges: Iterable<Edge>): ReadonlyMap<ResourceId, readonly Edge[]> {
  const groups = new Map<ResourceId, Edge[]>();
  for (const edge of edges) {
    const group = groups.get(edge.from);
    if (group === undefined) groups.set(edge.from, [edge]);
    else group.push(edge);
  }
  return groups;
}

/** The plain resource that an analysed one was made from. */
const sources = new WeakMap<AnalysedResource, unknown>();

function factsOf(identified: Identified, resources: ReadonlyMap<ResourceId, AnalysedResource>): Facts {
  const namespaces = new Set([...resources.values()].map((each) => each.namespace));
  return {
    firstOf: new Map(identified.repeated.map((each) => [each.id, each.first])),
    resource: (id) => resources.get(id),
    nameOf: (id) => {
      const resource = resources.get(id);
      if (resource === undefined) return id;
      return `${resource.kind} ${resource.name}${resource.namespace === '' ? '' : ` in ${resource.namespace}`}`;
    },
    hasNamespace: (namespace) => namespaces.has(namespace),
  };
}

import type { AnalysedResource, Finding } from '../analysis.ts';
import type { Edge } from '../graph/types.ts';
import type { ParsedDocument } from '../workspace/readDocument.ts';
import type { ResourceId } from '../workspace/types.ts';
import type { YamlTree } from '../yaml/parseYaml.ts';
import { type FactBook, type FactNotes, NotedFacts } from './factBook.ts';
import { checkDocument, checkResource, joinFindings } from './runChecks.ts';
import { type Judging, schemaFindings } from './schemaFindings.ts';
import { suppress } from './suppress.ts';

/** What the findings of one resource are made from, besides the workspace around it. */
export interface Checked {
  readonly resource: AnalysedResource;
  readonly tree: YamlTree;
  /** Absent until a catalogue is there. */
  readonly judging?: Judging | undefined;
  /** The same resource of the baseline. */
  readonly old?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Findings of the last round, used again while what they were made from is the same: the API server's verdict while the
 * resource is, what checks say while every fact that they asked for is.
 */
export class KeptFindings {
  #documents = new WeakMap<ParsedDocument, { file: string; index: number; findings: readonly Finding[] }>();
  #resources = new Map<ResourceId, KeptOfResource>();

  /** A new round. What is not asked for in it is forgotten. */
  next(book: FactBook) {
    const before = this.#resources;
    this.#resources = new Map();
    return {
      document: (parsed: ParsedDocument, file: string, index: number): readonly Finding[] => {
        const old = this.#documents.get(parsed);
        if (old?.file === file && old.index === index) return old.findings;
        const findings = suppress(checkDocument(parsed, file, index), parsed.text);
        this.#documents.set(parsed, { file, index, findings });
        return findings;
      },
      resource: (checked: Checked): readonly Finding[] => {
        const { id } = checked.resource;
        const kept = findingsOf(checked, book, before.get(id));
        this.#resources.set(id, kept);
        return kept.findings;
      },
    };
  }
}

interface KeptOfResource {
  readonly from: Checked;
  /** What the API server says. */
  readonly verdict: readonly Finding[];
  /** What the checks say, and all that they asked. */
  readonly remarks: readonly Finding[];
  readonly notes: FactNotes;
  readonly edges: readonly Edge[];
  readonly findings: readonly Finding[];
}

function findingsOf(from: Checked, book: FactBook, before: KeptOfResource | undefined): KeptOfResource {
  const { resource, tree, judging, old } = from;
  const isSameText = before?.from.resource === resource && before.from.tree === tree;
  const isSameVerdict = isSameText && before.from.judging === judging && before.from.old === old;
  const isSameWorld = isSameText && before.notes.holdIn(book);
  if (isSameVerdict && isSameWorld) return before;
  const edges = book.ask('from', resource.id);
  const verdict = isSameVerdict ? before.verdict : judge(from);
  const { remarks, notes } = isSameWorld ? before : check(from, book);
  if (isSameVerdict && edges === before.edges && sameFindings(remarks, before.remarks))
    return { ...before, from, notes };
  const findings = suppress(joinFindings(resource, edges, verdict, remarks), tree.text);
  return { from, verdict, remarks, notes, edges, findings };
}

function judge({ resource, tree, judging, old }: Checked): readonly Finding[] {
  if (judging === undefined || resource.stale !== undefined) return [];
  return schemaFindings(resource, tree, judging, old);
}

function check({ resource, tree }: Checked, book: FactBook) {
  const facts = new NotedFacts(book);
  return { remarks: checkResource(resource, tree, facts), notes: facts.notes };
}

function sameFindings(a: readonly Finding[], b: readonly Finding[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}

import type { AnalysedResource, Finding } from '../analysis.ts';
import type { Edge } from '../graph/types.ts';
import type { ParsedDocument } from '../workspace/readDocument.ts';
import type { ResourceId } from '../workspace/types.ts';
import type { YamlTree } from '../yaml/parseYaml.ts';
import { type CheckedAgainst, checkDocument, checkResource } from './runChecks.ts';
import { suppress } from './suppress.ts';

/** Findings of the last round, used again while what they were made from is the same. */
export class KeptFindings {
  #documents = new WeakMap<ParsedDocument, { at: string; findings: readonly Finding[] }>();
  #resources = new Map<ResourceId, KeptOfResource>();

  /** A new round. What is not asked for in it is forgotten. */
  next() {
    const before = this.#resources;
    this.#resources = new Map();
    return {
      document: (parsed: ParsedDocument, file: string, index: number): readonly Finding[] => {
        const at = `${index} ${file}`;
        const old = this.#documents.get(parsed);
        if (old?.at === at) return old.findings;
        const findings = suppress(checkDocument(parsed, file, index), parsed.text);
        this.#documents.set(parsed, { at, findings });
        return findings;
      },
      resource: (
        resource: AnalysedResource,
        edges: readonly Edge[],
        tree: YamlTree,
        against: CheckedAgainst,
      ): readonly Finding[] => {
        const { facts } = against;
        const first = facts.firstOf.get(resource.id);
        const others = edges.flatMap((edge) => [edge, facts.resource(edge.to)]);
        const one = first === undefined ? undefined : facts.resource(first);
        const seen = [against.judging, against.old, one, ...others];
        const old = before.get(resource.id);
        const isSame = old?.from === resource && old.tree === tree && sameItems(old.seen, seen);
        const kept = isSame
          ? old
          : { from: resource, tree, seen, findings: this.#check(resource, edges, tree, against) };
        this.#resources.set(resource.id, kept);
        return kept.findings;
      },
    };
  }

  #check(
    resource: AnalysedResource,
    edges: readonly Edge[],
    tree: YamlTree,
    against: CheckedAgainst,
  ): readonly Finding[] {
    return suppress(checkResource(resource, edges, tree, against), tree.text);
  }
}

interface KeptOfResource {
  readonly from: AnalysedResource;
  readonly tree: YamlTree;
  /** All that the checks could read besides. */
  readonly seen: readonly unknown[];
  readonly findings: readonly Finding[];
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

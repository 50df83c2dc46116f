import type { AnalysedResource, Finding } from '../analysis.ts';
import type { Edge } from '../graph/types.ts';
import type { ParsedDocument } from '../workspace/readDocument.ts';
import type { Place } from '../workspace/types.ts';
import type { YamlTree } from '../yaml/parseYaml.ts';
import { pathStartsWith } from '../yaml/path.ts';
import { rangeOf } from './rangeOf.ts';
import { checks } from './registry.ts';
import { type Judging, schemaFindings } from './schemaFindings.ts';
import type { Check, Facts, Remark } from './types.ts';

const documentChecks = checks.filter((check) => check.scope === 'document');
const resourceChecks = checks.filter((check) => check.scope === 'resource');
const edgeChecks = checks.filter((check) => check.scope === 'edge');

/** Findings about a document as such. */
export function checkDocument(document: ParsedDocument, file: string, index: number): readonly Finding[] {
  const place = { file, document: index, path: [] };
  return documentChecks.flatMap((check) =>
    check.run(document).map((remark) => finish(check, remark, place, document.tree)),
  );
}

/** What the checks of one resource may look at besides the resource. */
export interface CheckedAgainst {
  readonly facts: Facts;
  /** Absent until a catalogue is there. */
  readonly judging?: Judging;
  /** The same resource of the baseline. */
  readonly old?: Readonly<Record<string, unknown>>;
}

/**
 * Findings about a resource and the references that it holds, in the order of the text. None while its document does
 * not parse.
 */
export function checkResource(
  resource: AnalysedResource,
  edges: readonly Edge[],
  tree: YamlTree,
  { facts, judging, old }: CheckedAgainst,
): readonly Finding[] {
  if (resource.stale !== undefined) return [];
  const verdict =
    judging === undefined
      ? []
      : schemaFindings(resource, tree, judging, old).map((finding) => onItsEdge(finding, resource, edges));
  const about = { resource: resource.id };
  const own = resourceChecks.flatMap((check) =>
    check
      .run(resource, facts)
      .map((remark) => ({ ...finish(check, remark, resource.place, tree), ...about })),
  );
  const ofEdges = edges.flatMap((edge) =>
    edgeChecks.flatMap((check) =>
      check
        .run(edge, facts)
        .map((remark) => ({ ...finish(check, remark, resource.place, tree), ...about, edge: edge.id })),
    ),
  );
  return [...verdict, ...own, ...ofEdges].sort((a, b) => a.range.start - b.range.start);
}

/** What is said of a reference is said of its edge too. */
function onItsEdge(finding: Finding, resource: AnalysedResource, edges: readonly Edge[]): Finding {
  const path = finding.place.path.slice(resource.place.path.length);
  const edge = edges.find((each) => pathStartsWith(path, each.path));
  return edge === undefined ? finding : { ...finding, edge: edge.id };
}

function finish(check: Check, remark: Remark, base: Place, tree: YamlTree): Finding {
  const path = [...base.path, ...remark.path];
  return {
    code: check.code,
    severity: remark.severity,
    message: remark.message,
    place: { file: base.file, document: base.document, path },
    range: remark.range ?? rangeOf(tree, path, remark.mark ?? 'value'),
  };
}

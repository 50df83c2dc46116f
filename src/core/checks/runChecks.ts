import type { AnalysedResource, Finding } from '../analysis.ts';
import type { Edge } from '../graph/types.ts';
import type { ParsedDocument } from '../workspace/readDocument.ts';
import type { Place } from '../workspace/types.ts';
import type { YamlTree } from '../yaml/parseYaml.ts';
import { pathStartsWith } from '../yaml/path.ts';
import { hasGuardrailCode } from './guardrailCode.ts';
import { rangeOf } from './rangeOf.ts';
import { checks } from './registry.ts';
import type { Check, Facts, Remark } from './types.ts';

const documentChecks = checks.filter((check) => check.scope === 'document');
const all = byScope(checks);
/** Without what is only advice. */
const necessary = byScope(checks.filter((check) => !hasGuardrailCode(check)));

function byScope(some: readonly Check[]) {
  return {
    resource: some.filter((check) => check.scope === 'resource'),
    edge: some.filter((check) => check.scope === 'edge'),
  };
}

/** Findings about a document as such. */
export function checkDocument(document: ParsedDocument, file: string, index: number): readonly Finding[] {
  const place = { file, document: index, path: [] };
  return documentChecks.flatMap((check) =>
    check.run(document).map((remark) => finish(check, remark, place, document.tree)),
  );
}

/** What the checks say of a resource and of the references that it holds. Nothing while its document does not parse. */
export function checkResource(resource: AnalysedResource, tree: YamlTree, facts: Facts): readonly Finding[] {
  if (resource.stale !== undefined) return [];
  const about = { resource: resource.id };
  // What is there twice is overwritten: its own finding says so, and advice on it is of no use.
  const wanted = facts.firstOf(resource.id) === undefined ? all : necessary;
  const own = wanted.resource.flatMap((check) =>
    check
      .run(resource, facts)
      .map((remark) => ({ ...finish(check, remark, resource.place, tree), ...about })),
  );
  const ofEdges = facts
    .edgesFrom(resource.id)
    .flatMap((edge) =>
      wanted.edge.flatMap((check) =>
        check
          .run(edge, facts)
          .map((remark) => ({ ...finish(check, remark, resource.place, tree), ...about, edge: edge.id })),
      ),
    );
  return [...own, ...ofEdges];
}

/** The API server's verdict and what the checks say of a resource, in the order of the text. */
export function joinFindings(
  resource: AnalysedResource,
  edges: readonly Edge[],
  verdict: readonly Finding[],
  remarks: readonly Finding[],
): readonly Finding[] {
  const placed = verdict.map((finding) => onItsEdge(finding, resource, edges));
  return [...placed, ...remarks].sort((a, b) => a.range.start - b.range.start);
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
    ...(remark.repairs === undefined || remark.repairs.length === 0 ? {} : { repairs: remark.repairs }),
  };
}

import type { AnalysedResource, Finding } from '../analysis.ts';
import type { Edge } from '../graph/types.ts';
import type { Range } from '../text/textEdit.ts';
import type { ParsedDocument } from '../workspace/readDocument.ts';
import type { Place } from '../workspace/types.ts';
import { locate } from '../yaml/locate.ts';
import type { YamlTree } from '../yaml/parseYaml.ts';
import type { Path } from '../yaml/path.ts';
import { checks } from './registry.ts';
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

/** Findings about a resource and the references that it holds. None while its document does not parse. */
export function checkResource(
  resource: AnalysedResource,
  edges: readonly Edge[],
  tree: YamlTree,
  facts: Facts,
): readonly Finding[] {
  if (resource.stale !== undefined) return [];
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
  return [...own, ...ofEdges];
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

/** The text of the value (or key) at a path, or of its nearest enclosing key where there is none. */
function rangeOf(tree: YamlTree, path: Path, mark: 'key' | 'value'): Range {
  for (let length = path.length; length > 0; length--) {
    const located = locate(tree, path.slice(0, length));
    if (located === undefined) continue;
    if (length < path.length || mark === 'key') return located.key ?? located.value;
    return located.value;
  }
  return { start: 0, end: Math.min(1, tree.text.length) };
}

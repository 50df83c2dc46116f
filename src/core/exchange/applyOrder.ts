import type { Analysis } from '../analysis.ts';
import { kindOf } from '../kinds/registry.ts';
import { type ExportPhase, exportPhases } from '../kinds/types.ts';
import type { DocumentOutline, GroupKind, SourceFile } from '../workspace/types.ts';

/** One document of a workspace with the place it takes when the workspace is applied. */
export interface OrderedDocument {
  readonly file: SourceFile;
  /** Position in its file. */
  readonly index: number;
  readonly outline: DocumentOutline;
  /** Lower is applied earlier; equal ranks keep the order of the text. */
  readonly rank: number;
}

const crdGroup = 'apiextensions.k8s.io';

/** The phase of a kind; kinds that the studio does not know come last, CRDs with the classes. */
export function phaseOf({ group, kind }: GroupKind): ExportPhase {
  if (group === crdGroup && kind === 'CustomResourceDefinition') return 'class';
  return kindOf(group, kind)?.phase ?? 'other';
}

/** Within a phase CRDs come before what is made of them. */
function rankOf(kind: GroupKind): number {
  const isCrd = kind.group === crdGroup;
  return exportPhases.indexOf(phaseOf(kind)) - (isCrd ? 0.5 : 0);
}

/**
 * Documents that hold resources, in the order `kubectl apply` can take; a list goes whole, as early as the
 * first of its items must. Broken and foreign documents are in `leftOut`, in the order of the text.
 */
export function applyOrder(
  files: readonly SourceFile[],
  analysis: Analysis,
): {
  readonly documents: readonly OrderedDocument[];
  readonly leftOut: readonly OrderedDocument[];
} {
  const texts = new Map(files.map((file) => [file.path, file]));
  const all = analysis.files.flatMap((outline) => {
    const file = texts.get(outline.path);
    if (file === undefined) return [];
    return outline.documents.map((each, index) => ({
      file,
      index,
      outline: each,
      rank: documentRank(each, analysis),
    }));
  });
  const documents = all
    .filter(({ outline }) => outline.state === 'resource' || outline.state === 'list')
    .sort((a, b) => a.rank - b.rank);
  const leftOut = all.filter(({ outline }) => outline.state === 'broken' || outline.state === 'foreign');
  return { documents, leftOut };
}

function documentRank(outline: DocumentOutline, analysis: Analysis): number {
  const ranks = outline.resources.flatMap((id) => {
    const resource = analysis.resources.get(id);
    return resource === undefined ? [] : [rankOf(resource)];
  });
  return ranks.length === 0 ? exportPhases.length : Math.min(...ranks);
}

import type { AnalysedResource } from '../analysis.ts';
import type { Range } from '../text/textEdit.ts';
import { inFile } from './place/documentAt.ts';
import { edgesAt, isOnName, type Point, pointAt } from './place/pointAt.ts';
import type { Assistant, AssistContext, RenameTarget } from './types.ts';

/** The resource that a rename at the cursor gives another name: on its own name, or on that name in a reference. */
export const findRenameTarget: Assistant<'rename-target'> = (context, request): RenameTarget | null => {
  const point = pointAt(context, request);
  const resource = point === undefined || point.isKey ? undefined : namedAt(context, point);
  if (point === undefined || resource === undefined) return null;
  const range = withoutQuotes(point);
  return { id: resource.id, name: resource.name, range: inFile(point.document, range) };
};

function namedAt(context: AssistContext, point: Point): AnalysedResource | undefined {
  if (isOnName(point)) return point.resource;
  const [edge] = edgesAt(context, point);
  const isName =
    edge !== undefined && (point.inner.at(-1) === 'name' || point.inner.length === edge.path.length);
  const target = isName ? context.analysis.resources.get(edge.to) : undefined;
  // A name that stands for several, as a selector does, is none's own.
  return target !== undefined && textAt(point) === target.name ? target : undefined;
}

function textAt({ document, range }: Point): string {
  return document.text.slice(range.start, range.end).replace(/^(["'])(.*)\1$/, '$2');
}

function withoutQuotes(point: Point): Range {
  const { document, range } = point;
  const isQuoted = /^["']/.test(document.text.slice(range.start, range.end));
  return isQuoted ? { start: range.start + 1, end: range.end - 1 } : range;
}

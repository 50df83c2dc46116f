import type { Edge } from '../graph/types.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { lastKey, type Path } from '../yaml/path.ts';
import { describeKind } from './completion/proposeHeads.ts';
import { describeResource } from './describeResource.ts';
import { describeShape, escapeMarkdown } from './describeShape.ts';
import { inFile } from './place/documentAt.ts';
import { edgesAt, type Point, pointAt } from './place/pointAt.ts';
import { type KnownShape, shapeAt, shapeOfResource } from './place/shapeOfResource.ts';
import type { Assistant, AssistContext, Hover } from './types.ts';

/** What is known of the key or value under the cursor: the field's description, and what a reference leads to. */
export const hover: Assistant<'hover'> = (context, request): Hover | null => {
  const point = pointAt(context, request);
  if (point === undefined) return null;
  const known = shapeOfResource(context.catalogue, headOf(point));
  const parts = [...referenceParts(context, point), ...kindParts(point, known), ...fieldParts(point, known)];
  const wants = known.wants === undefined ? {} : { wants: [known.wants] };
  if (parts.length === 0 && known.wants === undefined) return null;
  return { range: inFile(point.document, point.range), parts, ...wants };
};

function headOf({ resource, tree }: Point) {
  if (resource !== undefined) return resource;
  const { value } = tree;
  const kind = isRecord(value) && typeof value.kind === 'string' ? value.kind : '';
  return { apiVersion: '', group: '', version: '', kind };
}

/** On the value of kind or apiVersion: what the kind is for. */
function kindParts({ inner, isKey }: Point, { header }: KnownShape): readonly string[] {
  const isHead = inner.length === 1 && (inner[0] === 'kind' || inner[0] === 'apiVersion');
  return isHead && !isKey && header !== undefined ? [describeKind(header)] : [];
}

function fieldParts({ inner }: Point, { shape, header }: KnownShape): readonly string[] {
  const field = shapeAt(shape, inner);
  const name = lastKey(inner);
  if (field === undefined || typeof name !== 'string') return [];
  const position = inner.at(-1);
  const words = typeof position === 'number' ? `${name}[${position}]` : name;
  return [describeShape(field, { name: words, isRequired: isRequired(shape, inner), header })];
}

function isRequired(shape: KnownShape['shape'], path: Path): boolean {
  const name = path.at(-1);
  return typeof name === 'string' && shapeAt(shape, path.slice(0, -1))?.required.has(name) === true;
}

function referenceParts(context: AssistContext, point: Point): readonly string[] {
  const { inner, isKey } = point;
  return edgesAt(context, point)
    .filter((edge) => isNear(edge, inner, isKey))
    .slice(0, 5)
    .map((edge) => describeEdge(context, edge));
}

/** On the reference itself or a field of it, not on whatever stands far below. */
function isNear(edge: Edge, inner: Path, isKey: boolean): boolean {
  return inner.length <= edge.path.length + 1 && !(isKey && inner.length > edge.path.length);
}

function describeEdge({ analysis }: AssistContext, edge: Edge): string {
  const resource = analysis.resources.get(edge.to);
  if (resource !== undefined) return `→ ${describeResource(resource)}${trouble(edge)}`;
  const { kind, namespace, name } = edge.target;
  const where = namespace === '' ? '' : ` in ${namespace}`;
  const words = `**${escapeMarkdown(`${kind} ${name}`)}**${escapeMarkdown(where)}`;
  const madeBy = analysis.ghosts.get(edge.to)?.madeBy;
  const maker = madeBy === undefined ? undefined : analysis.resources.get(madeBy);
  if (maker !== undefined) return `→ ${words}, made by ${escapeMarkdown(`${maker.kind} ${maker.name}`)}`;
  return `→ ${words} is not in the workspace`;
}

function trouble({ state, target, grant }: Edge): string {
  const words = [
    state === 'no-such-section' ? `It has no section ${target.sectionName ?? ''}.` : undefined,
    state === 'no-such-port' ? `It has no port ${target.port ?? target.portName ?? ''}.` : undefined,
    state === 'wrong-kind' ? 'The reference may not name this kind.' : undefined,
    grant === 'missing' ? 'No ReferenceGrant there lets this reference in.' : undefined,
  ].filter((each) => each !== undefined);
  return words.length === 0 ? '' : `\n\n${escapeMarkdown(words.join(' '))}`;
}

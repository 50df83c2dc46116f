import type { Shape } from '../../catalogue/shape.ts';
import type { Path } from '../../yaml/path.ts';
import type { DocumentAt } from '../place/documentAt.ts';
import { headAt, type ResourceHead } from '../place/resourceHead.ts';
import { type KnownShape, shapeAt, shapeOfResource } from '../place/shapeOfResource.ts';
import type { Sketch } from '../place/sketchNodes.ts';
import type { Spot } from '../place/spot.ts';
import type { AssistContext, Proposal } from '../types.ts';
import { type TextStyle, textStyle } from './textStyle.ts';

/** All that one spot's proposals are made from. Offsets count in the document. */
export interface Scene {
  readonly context: AssistContext;
  readonly document: DocumentAt;
  readonly sketch: Sketch;
  readonly spot: Spot;
  readonly head: ResourceHead;
  readonly known: KnownShape;
  /** The spot's path, from the resource. */
  readonly path: Path;
  /** Of what stands at the path; undefined where nothing is known. */
  readonly shape: Shape | undefined;
  readonly style: TextStyle;
}

/** A proposal that will take the place of the spot's range; offsets of `edits` count in the document. */
export interface Draft extends Omit<Proposal, 'range' | 'doc'> {
  /** Told only of those that are offered in the end. */
  readonly doc?: string | (() => string);
}

/** Makes proposals for a spot; none where it has nothing to say. */
export type Proposer = (scene: Scene) => readonly Draft[];

export function sceneAt(context: AssistContext, document: DocumentAt, sketch: Sketch, spot: Spot): Scene {
  const head = headAt(sketch, spot.path);
  const path = spot.path.slice(head.base.length);
  const known = shapeOfResource(context.catalogue, head);
  const shape = shapeAt(known.shape, path);
  return { context, document, sketch, spot, head, known, path, shape, style: textStyle(sketch) };
}

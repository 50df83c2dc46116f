import type { Range } from '../../text/textEdit.ts';
import type { Path } from '../../yaml/path.ts';
import type { SketchEntry, SketchNode } from './sketchNodes.ts';

/** Something that can be written at the cursor. */
export interface Spot {
  /** `key`: of the map at `path`. `value`: the one at `path`. `item`: one more of the list at `path`, its dash included. */
  readonly role: 'key' | 'value' | 'item';
  readonly path: Path;
  /** The map, the value or the list, as far as it is there. */
  readonly node: SketchNode;
  /** What is written of it already: to be replaced. On one line; holds the cursor. */
  readonly range: Range;
  /** To be written before what is inserted: a missing space, or the right indentation. */
  readonly lead: string;
  /** The column at which the inserted text will stand. */
  readonly column: number;
  readonly isFlow: boolean;
  /** What stands before it on its line. */
  readonly behind: 'nothing' | 'dash' | 'colon';
  /** The key that is being changed; its `:` is there. */
  readonly own?: SketchEntry;
}

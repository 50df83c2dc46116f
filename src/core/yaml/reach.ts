import { isAlias, isMap, isSeq } from 'yaml';
import { applyEdits, diffAsEdit, type TextEdit } from '../text/textEdit.ts';
import { follow } from './follow.ts';
import { type Goal, reachedValue } from './goal.ts';
import { type AnyNode, asNode, isMergePair, pairValue, SOURCE } from './nodes.ts';
import { parseYaml, type YamlTree } from './parseYaml.ts';
import { plainValue } from './plainValue.ts';
import { plansFor } from './plans.ts';
import type { Plain } from './types.ts';
import { reaches } from './verify.ts';

/** How the edits came about: as planned, by a second plan, or by writing the enclosing value anew. */
export type Route = 'planned' | 'second' | 'rewritten';

/** Edits that were checked to reach a goal, and how. */
export interface Reached {
  readonly edits: readonly TextEdit[];
  readonly route: Route;
}

/** Edits that reach the goal and nothing else, checked by reading the result; undefined when there are none. */
export function reach(tree: YamlTree, goal: Goal): Reached | undefined {
  for (const [i, plan] of plansFor(tree, goal).entries()) {
    const edits = checked(tree, plan, (after) => reaches(tree, after, goal));
    if (edits !== undefined) return { edits, route: i === 0 ? 'planned' : 'second' };
  }
  const wider = enclosingGoal(tree, goal);
  for (const plan of wider === undefined ? [] : plansFor(tree, wider)) {
    const edits = checked(tree, plan, (after) => wider !== undefined && reaches(tree, after, wider));
    if (edits !== undefined) return { edits, route: 'rewritten' };
  }
  return undefined;
}

/** The edits of a plan, tidied, when the text they lead to is right. */
export function checked(
  tree: YamlTree,
  plan: readonly TextEdit[],
  isRight: (after: YamlTree) => boolean,
): readonly TextEdit[] | undefined {
  const edits = tidy(tree.text, plan);
  return edits !== undefined && isRight(parseYaml(applyEdits(tree.text, edits))) ? edits : undefined;
}

/** The same goal, told as a new value for the map or list around it; undefined where that would lose something. */
function enclosingGoal(tree: YamlTree, goal: Goal): Goal | undefined {
  const path = goal.kind === 'value' ? goal.path.slice(0, -1) : goal.path;
  if (goal.kind === 'value' && goal.path.length === 0) return undefined;
  const { node, alias } = follow(tree[SOURCE], tree.text, path);
  if (alias !== undefined || node === undefined || hasLinks(node)) return undefined;
  const value = reachedValue(plainValue(node, tree[SOURCE], tree.text) as Plain, goal);
  return value === undefined ? undefined : { kind: 'value', path, value };
}

/** True when anchors, aliases or merge keys within would be lost by writing the value anew. */
function hasLinks(node: AnyNode | undefined): boolean {
  if (node === undefined) return false;
  if (isAlias(node) || node.anchor !== undefined) return true;
  if (isMap(node))
    return node.items.some(
      (pair) => isMergePair(pair) || hasLinks(asNode(pair.key)) || hasLinks(pairValue(pair)),
    );
  return isSeq(node) && node.items.some((item) => hasLinks(asNode(item)));
}

/** Sorted, joined where they touch, and without what they would not change; undefined where they overlap. */
function tidy(text: string, plan: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const joined: TextEdit[] = [];
  for (const edit of [...plan].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (edit.start < (last?.end ?? 0)) return undefined;
    if (last?.end === edit.start)
      joined[joined.length - 1] = { start: last.start, end: edit.end, text: last.text + edit.text };
    else joined.push(edit);
  }
  return joined.flatMap(({ start, end, text: replacement }) =>
    diffAsEdit(text.slice(start, end), replacement).map((edit) => ({
      start: start + edit.start,
      end: start + edit.end,
      text: edit.text,
    })),
  );
}

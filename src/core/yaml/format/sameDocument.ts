import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import { commentsOf } from '../comments.ts';
import { type AnyNode, asNode, pairValue, SOURCE } from '../nodes.ts';
import type { YamlTree } from '../parseYaml.ts';

/** True when two documents differ in nothing but white space: same values as they are written, same comments in order. */
export function sameDocument(before: YamlTree, after: YamlTree): boolean {
  if (after.isBroken) return false;
  if (before.text.replace(/\s+/g, '') !== after.text.replace(/\s+/g, '')) return false;
  if (!sameNode(before[SOURCE].root, after[SOURCE].root)) return false;
  const [left, right] = [commentsOf(before.text), commentsOf(after.text)];
  return left.length === right.length && left.every((comment, i) => comment === right[i]);
}

function sameNode(a: AnyNode | undefined, b: AnyNode | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (isAlias(a) || isAlias(b)) return isAlias(a) && isAlias(b) && a.source === b.source;
  if (a.tag !== b.tag || a.anchor !== b.anchor) return false;
  if (isScalar(a) || isScalar(b))
    return isScalar(a) && isScalar(b) && a.type === b.type && Object.is(a.value, b.value);
  if ((a.flow === true) !== (b.flow === true) || a.items.length !== b.items.length) return false;
  if (isMap(a) && isMap(b)) {
    return a.items.every((pair, i) => {
      const other = b.items[i];
      return (
        other !== undefined &&
        sameNode(asNode(pair.key), asNode(other.key)) &&
        sameNode(pairValue(pair), pairValue(other))
      );
    });
  }
  return isSeq(a) && isSeq(b) && a.items.every((item, i) => sameNode(asNode(item), asNode(b.items[i])));
}

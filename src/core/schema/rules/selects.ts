import { isMap, type PlainMap } from '../plain.ts';

/**
 * Whether a label selector (`matchLabels`, `matchExpressions`) picks a thing with these labels. An empty one picks all;
 * what is no selector picks nothing. https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 */
export function selects(selector: unknown, labels: unknown): boolean {
  if (!isMap(selector)) return false;
  const own = isMap(labels) ? labels : {};
  const { matchLabels, matchExpressions } = selector;
  if (isMap(matchLabels)) {
    for (const [key, value] of Object.entries(matchLabels)) {
      if (!Object.hasOwn(own, key) || own[key] !== value) return false;
    }
  }
  return !Array.isArray(matchExpressions) || matchExpressions.every((each) => meets(each, own));
}

function meets(expression: unknown, labels: PlainMap): boolean {
  if (!isMap(expression)) return false;
  const { key, operator, values } = expression;
  if (typeof key !== 'string') return false;
  const isThere = Object.hasOwn(labels, key);
  const isListed = isThere && Array.isArray(values) && values.includes(labels[key]);
  switch (operator) {
    case 'In':
      return isListed;
    case 'NotIn':
      return !isListed;
    case 'Exists':
      return isThere;
    case 'DoesNotExist':
      return !isThere;
    default:
      return false;
  }
}

import type { LabelSelector } from './extractReferences.ts';

/**
 * True when labels satisfy a selector: all of matchLabels and all of matchExpressions.
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 */
export function selectsLabels(selector: LabelSelector, labels: Readonly<Record<string, unknown>>): boolean {
  const isMatch = Object.entries(selector.matchLabels).every(([key, value]) => labels[key] === value);
  return isMatch && selector.matchExpressions.every((expression) => holds(expression, labels));
}

function holds(
  { key, operator, values }: LabelSelector['matchExpressions'][number],
  labels: Readonly<Record<string, unknown>>,
): boolean {
  const isThere = Object.hasOwn(labels, key);
  switch (operator) {
    case 'In':
      return isThere && values.includes(String(labels[key]));
    case 'NotIn':
      return !isThere || !values.includes(String(labels[key]));
    case 'Exists':
      return isThere;
    case 'DoesNotExist':
      return !isThere;
    default:
      return false;
  }
}

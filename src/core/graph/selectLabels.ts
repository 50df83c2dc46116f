import type { AnalysedResource } from '../kinds/summarise.ts';
import { isRecord } from '../workspace/readDocument.ts';
import type { LabelSelector } from './foundReference.ts';

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

/** `metadata.labels` of a resource. */
export function labelsOf(resource: AnalysedResource): Readonly<Record<string, unknown>> {
  const { metadata } = resource.value;
  return isRecord(metadata) && isRecord(metadata.labels) ? metadata.labels : {};
}

/** The labels that the pods of a workload carry; a Pod's own labels. */
export function podLabels(
  value: AnalysedResource['value'],
  group: string,
  kind: string,
): Readonly<Record<string, unknown>> | undefined {
  const isPod = group === '' && kind === 'Pod';
  const { spec } = value;
  const template = isRecord(spec) ? spec.template : undefined;
  const metadata = isPod ? value.metadata : isRecord(template) ? template.metadata : undefined;
  return isRecord(metadata) && isRecord(metadata.labels) ? metadata.labels : undefined;
}

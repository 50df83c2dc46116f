import { expect, it } from 'vitest';
import { triggers } from '../../kinds/keda/triggers/registry.ts';
import { fieldOptions } from './fieldOptions.ts';

const scaledObject = { group: 'keda.sh', kind: 'ScaledObject' };
const trigger = ['spec', 'triggers', 2];

it('offers the words of a choice, and the options of all its members where they share a field', () => {
  expect(fieldOptions(scaledObject, [...trigger, 'type'])).toEqual(triggers.map(({ type }) => type));
  expect(fieldOptions(scaledObject, [...trigger, 'metricType'])).toEqual([
    'AverageValue',
    'Value',
    'Utilization',
  ]);
  expect(fieldOptions(scaledObject, [...trigger, 'metadata', 'sasl'])).toContain('scram_sha512');
});

it('knows keys with dots and slashes', () => {
  expect(
    fieldOptions({ group: '', kind: 'Namespace' }, [
      'metadata',
      'labels',
      'pod-security.kubernetes.io/enforce',
    ]),
  ).toEqual(['privileged', 'baseline', 'restricted']);
});

it('has nothing for other fields and kinds', () => {
  expect(fieldOptions(scaledObject, ['spec', 'pollingInterval'])).toEqual([]);
  expect(fieldOptions({ group: 'example.com', kind: 'ScaledObject' }, [...trigger, 'type'])).toEqual([]);
});

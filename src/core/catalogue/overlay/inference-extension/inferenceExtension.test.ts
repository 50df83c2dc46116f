import { describe, expect, it } from 'vitest';
import { judgeCase, type RuleCase, type Spec } from '../gateway-api/judgeSpec.property.ts';

const pool = (more: Spec = {}): Spec => ({
  selector: { matchLabels: { app: 'm' } },
  targetPorts: [{ number: 8000 }],
  ...more,
});

const cases: readonly RuleCase[] = [
  {
    of: 'a picker without a port',
    kind: 'InferencePool',
    apiVersion: 'inference.networking.k8s.io/v1',
    bad: pool({ endpointPickerRef: { name: 'p' } }),
    at: 'spec.endpointPickerRef',
    good: pool({ endpointPickerRef: { name: 'p', port: { number: 9002 } } }),
  },
  {
    of: 'a port twice',
    kind: 'InferencePool',
    apiVersion: 'inference.networking.k8s.io/v1',
    bad: pool({ targetPorts: [{ number: 1 }, { number: 1 }] }),
    at: 'spec.targetPorts.1.number',
    good: pool({ targetPorts: [{ number: 1 }, { number: 2 }] }),
  },
];

describe('the rules of inference pools', () => {
  it.each(cases)('sees $of', (one) => {
    expect(judgeCase(one)).toEqual({ bad: [one.at], good: [] });
  });
});

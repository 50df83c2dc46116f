import { describe, expect, it } from 'vitest';
import type { Channel } from '../../channel.ts';
import { catalogues, judgeSpec, type Spec } from './judgeSpec.property.ts';

const group = 'gateway.networking.k8s.io';
const v1 = `${group}/v1`;

const faultsOf = (channel: Channel, spec: Spec) =>
  judgeSpec(channel, v1, 'HTTPRoute', spec).map(({ fault, at }) => `${fault} ${at}`);

const matching = (type: string, value: string): Spec => ({
  rules: [{ matches: [{ path: { type, value } }] }],
});

describe('paths', () => {
  it.each(['', 'a', '/a//b', '/a/./b', '/a/../b', '/a%2Fb', '/a%2fb', '/a#b', '/a/..', '/a/.', '/\u00e4'])(
    'refuses %s unless it is a regular expression',
    (value) => {
      expect(faultsOf('standard', matching('PathPrefix', value))).toEqual([
        'rule spec.rules.0.matches.0.path.value',
      ]);
      expect(faultsOf('standard', matching('RegularExpression', value))).toEqual([]);
    },
  );
});

describe('updates', () => {
  it('keeps the controller of a GatewayClass', () => {
    const was = { controllerName: 'a.b/c' };
    const update = (now: Spec) => judgeSpec('standard', v1, 'GatewayClass', now, was).map(({ at }) => at);
    expect(update({ controllerName: 'a.b/d' })).toEqual(['spec.controllerName']);
    expect(update({ ...was, description: 'x' })).toEqual([]);
  });
});

describe('the channels of Gateway API', () => {
  it('has experimental fields and patterns in one only', () => {
    const headers = [{ name: 'a', value: '\u00e4' }];
    const spec = { rules: [{ retry: { attempts: 1 }, matches: [{ headers }] }] };
    expect(faultsOf('standard', spec)).toEqual(['unknown-field spec.rules.0.retry']);
    expect(faultsOf('experimental', spec)).toEqual(['pattern spec.rules.0.matches.0.headers.0.value']);
  });

  it('lets parents differ by port in one only', () => {
    const spec = {
      parentRefs: [
        { name: 'g', port: 1 },
        { name: 'g', port: 2 },
      ],
    };
    expect(faultsOf('standard', spec)).toEqual(['rule spec.parentRefs.1']);
    expect(faultsOf('experimental', spec)).toEqual([]);
  });

  it('serves old versions and X kinds in one only', () => {
    const { standard, experimental } = catalogues;
    expect(standard.find(group, 'v1alpha2', 'TCPRoute').state).toBe('not-served');
    expect(experimental.find(group, 'v1alpha2', 'TCPRoute').state).toBe('known');
    expect(standard.find('gateway.networking.x-k8s.io', 'v1alpha1', 'XMesh').state).toBe('unknown');
    expect(experimental.find('gateway.networking.x-k8s.io', 'v1alpha1', 'XMesh').state).toBe('known');
  });
});

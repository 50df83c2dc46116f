import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { id, linesChangedBy, perform, refusalOf } from './testContext.ts';
import { shareOut } from './weights.ts';

const route = id('gateway.networking.k8s.io/HTTPRoute/default/r');
const text = (...refs: readonly string[]) =>
  `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r}\nspec:\n  rules:\n    # canary\n    - backendRefs:\n${refs.map((ref) => `        - ${ref}\n`).join('')}`;
const edge = (index: number) => `${route}|spec.rules[0].backendRefs[${index}]`;
const three = text(
  'name: a # main\n          port: 1\n          weight: 80 # keep',
  'name: b\n          port: 1\n          weight: 15',
  'name: c\n          port: 1\n          weight: 5',
);

describe('set-weight', () => {
  const set = (before: string, index: number, weight: number) =>
    linesChangedBy(before, 'set-weight', { edge: edge(index), weight });

  it('lets the siblings give or take in proportion, one line each', () => {
    expect(set(three, 0, 60)).toEqual([
      '-           weight: 80 # keep',
      '+           weight: 60 # keep',
      '-           weight: 15',
      '+           weight: 30',
      '-           weight: 5',
      '+           weight: 10',
    ]);
    expect(set(three, 2, 6)).toEqual([
      '-           weight: 80 # keep',
      '+           weight: 79 # keep',
      '-           weight: 5',
      '+           weight: 6',
    ]);
  });

  it('takes missing weights for 1, and parts of 100 where none is written', () => {
    expect(set(text('name: a', 'name: b'), 1, 10)).toEqual([
      '+           weight: 90',
      '+           weight: 10',
    ]);
    expect(set(text('{name: a}', '{name: b, weight: 3}'), 1, 2)).toEqual([
      '-         - {name: a}',
      '-         - {name: b, weight: 3}',
      '+         - {name: a, weight: 2}',
      '+         - {name: b, weight: 2}',
    ]);
    expect(set(text('{name: a}', '{name: b, weight: 3}'), 1, 3)).toEqual([]);
  });

  it('shares what is left evenly where the siblings had nothing', () => {
    expect(
      set(text('{name: a, weight: 100}', '{name: b, weight: 0}', '{name: c, weight: 0}'), 0, 61),
    ).toEqual([
      '-         - {name: a, weight: 100}',
      '-         - {name: b, weight: 0}',
      '-         - {name: c, weight: 0}',
      '+         - {name: a, weight: 61}',
      '+         - {name: b, weight: 20}',
      '+         - {name: c, weight: 19}',
    ]);
  });

  it('goes no further than the sum', () => {
    expect(set(text('{name: a, weight: 60}', '{name: b, weight: 40}'), 0, 500)).toEqual([
      '-         - {name: a, weight: 60}',
      '-         - {name: b, weight: 40}',
      '+         - {name: a, weight: 100}',
      '+         - {name: b, weight: 0}',
    ]);
    expect(set(text('{name: a, weight: 60}'), 0, 500)).toEqual([
      '-         - {name: a, weight: 60}',
      '+         - {name: a, weight: 500}',
    ]);
  });

  it('leaves alone what has another priority', () => {
    const owner = 'aigateway.envoyproxy.io/AIGatewayRoute/default/r';
    const route = text(
      'name: a\n          weight: 8',
      'name: b\n          priority: 1',
      'name: c\n          weight: 2',
    )
      .replace('gateway.networking.k8s.io/v1', 'aigateway.envoyproxy.io/v1beta1')
      .replace('HTTPRoute', 'AIGatewayRoute');
    const change = (index: number, weight: number) =>
      linesChangedBy(route, 'set-weight', { edge: `${owner}|spec.rules[0].backendRefs[${index}]`, weight });
    expect(change(0, 5)).toEqual([
      '-           weight: 8',
      '+           weight: 5',
      '-           weight: 2',
      '+           weight: 5',
    ]);
    expect(change(1, 3)).toEqual(['+           weight: 3']);
  });

  it('says the share in its label', () => {
    expect(perform({ a: three }, 'set-weight', { edge: edge(0), weight: 60 }).change.label).toBe(
      'Send 60 % from HTTPRoute r to Service a',
    );
  });

  it('refuses what is no weight', () => {
    expect(refusalOf({ a: three }, 'set-weight', { edge: edge(0), weight: -1 })).toBe(
      'A weight is a whole number from 0 to 1,000,000; -1 is not.',
    );
    expect(refusalOf({ a: three }, 'set-weight', { edge: edge(0), weight: 0.5 })).toContain('0.5 is not');
    expect(refusalOf({ a: three }, 'set-weight', { edge: 'gone', weight: 1 })).toContain(
      'not in the workspace any more',
    );
  });
});

describe('set-weights', () => {
  const path = ['spec', 'rules', 0, 'backendRefs'];
  it('writes those that differ', () => {
    expect(linesChangedBy(three, 'set-weights', { id: route, path, weights: [80, 20, 0] })).toEqual([
      '-           weight: 15',
      '+           weight: 20',
      '-           weight: 5',
      '+           weight: 0',
    ]);
    expect(
      linesChangedBy(text('name: a', 'name: b'), 'set-weights', { id: route, path, weights: [1, 2] }),
    ).toEqual(['+           weight: 2']);
  });
  it('refuses a list of another length', () => {
    expect(refusalOf({ a: three }, 'set-weights', { id: route, path, weights: [1, 2] })).toBe(
      'HTTPRoute r has 3 backends here, not 2. Try again.',
    );
    expect(refusalOf({ a: three }, 'set-weights', { id: route, path: ['spec'], weights: [1] })).toContain(
      'no list of backends',
    );
  });
});

it('shareOut keeps the total and the proportions to within one', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.array(fc.nat(500), { minLength: 1, maxLength: 8 }), (total, shares) => {
      const parts = shareOut(total, shares);
      const sum = shares.reduce((all, each) => all + each, 0);
      expect(parts.reduce((all, each) => all + each, 0)).toBe(total);
      for (const [i, part] of parts.entries()) {
        const exact = sum > 0 ? (total * (shares[i] ?? 0)) / sum : total / shares.length;
        expect(Math.abs(part - exact)).toBeLessThan(1);
      }
    }),
    { numRuns: 500 },
  );
});

import { describe, expect, it } from 'vitest';
import { analyse } from '../../core/analyse.ts';
import { previewSplit, splitOf, weightFor } from './weightSplit.ts';

const edgesOf = (...backends: string[]) => {
  const text = `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: r }\nspec:\n  rules:\n    - backendRefs:\n${backends.map((each) => `        - { ${each} }\n`).join('')}    - backendRefs: [{ name: other, port: 80 }]\n`;
  const { edges } = analyse([{ path: 'a.yaml', text }]);
  return [...edges.values()].filter((edge) => edge.role === 'sends-to');
};

describe('splitOf', () => {
  it('takes the references of one list with the sum of their weights', () => {
    const edges = edgesOf('name: a, port: 80, weight: 9', 'name: b, port: 80, weight: 1');
    const split = edges[0] && splitOf(edges, edges[0]);
    expect(split?.edges.map((edge) => edge.target.name)).toEqual(['a', 'b']);
    expect(split?.sum).toBe(10);
  });

  it('counts in percent where no weight is written', () => {
    const edges = edgesOf('name: a, port: 80', 'name: b, port: 80');
    expect(edges[0] && splitOf(edges, edges[0])?.sum).toBe(100);
  });

  it('is none for a reference that is alone', () => {
    const edges = edgesOf('name: a, port: 80, weight: 5');
    expect(edges[0] && splitOf(edges, edges[0])).toBeUndefined();
  });
});

describe('previewSplit', () => {
  it('lets the others keep their proportions', () => {
    const edges = edgesOf(
      'name: a, port: 80, weight: 50',
      'name: b, port: 80, weight: 30',
      'name: c, port: 80, weight: 20',
    );
    const [first] = edges;
    const split = first && splitOf(edges, first);
    if (first === undefined || split === undefined) throw new Error('no split');
    const weight = weightFor(split, 75);
    expect(weight).toBe(75);
    expect([...previewSplit(split, first, weight).values()]).toEqual([75, 15, 10]);
    expect([...previewSplit(split, first, 100).values()]).toEqual([100, 0, 0]);
  });

  it('keeps inside the sum', () => {
    const edges = edgesOf('name: a, port: 80, weight: 9', 'name: b, port: 80, weight: 1');
    const split = edges[0] && splitOf(edges, edges[0]);
    expect(split && weightFor(split, 140)).toBe(10);
    expect(split && weightFor(split, -5)).toBe(0);
    expect(split && weightFor(split, 47)).toBe(5);
  });
});

import { expect, it } from 'vitest';
import { analyse } from '../core/analyse.ts';
import { overlayOf } from './overlayOf.ts';

const service = (name: string, port: number) =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\nspec:\n  ports: [{port: ${port}}]\n`;
const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: r}
spec:
  rules:
    - backendRefs: [{name: a, port: 80}]
`;

it('tells what is new, what would change, and which lines are drawn anew', () => {
  const before = analyse([{ path: 'a.yaml', text: `${service('a', 80)}---\n${service('same', 1)}` }]);
  const after = analyse([
    { path: 'a.yaml', text: `${service('a', 81)}---\n# moved\n${service('same', 1)}---\n${route}` },
  ]);
  const overlay = overlayOf(before, after);
  expect([...overlay.added]).toEqual(['gateway.networking.k8s.io/HTTPRoute/default/r']);
  expect([...overlay.changed]).toEqual(['/Service/default/a']);
  expect(overlay.addedEdges.size).toBe(1);
  expect(overlay.analysis).toBe(after);
});

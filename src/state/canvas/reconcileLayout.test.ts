import { describe, expect, it } from 'vitest';
import { analyse } from '../../core/analyse.ts';
import { arrangeFast } from '../../worker/layout/createLayoutEngine.ts';
import { createCanvasModel } from './createCanvasModel.ts';
import { layoutRequest } from './layoutRequest.ts';
import {
  adoptPlacement,
  emptyLayout,
  needsFullLayout,
  placeOf,
  reconcileLayout,
  rectsOf,
} from './reconcileLayout.ts';
import { overlaps } from './spatial.ts';

const service = (name: string, ports = 1) =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: ${name} }\nspec:\n  selector: { app: ${name} }\n  ports:\n${Array.from({ length: ports }, (_, i) => `    - { name: p${i}, port: ${80 + i} }\n`).join('')}`;
const model = (...documents: string[]) =>
  createCanvasModel()(analyse([{ path: 'a.yaml', text: documents.join('---\n') }]), {
    hiddenKinds: [],
    hiddenNamespaces: [],
    expandedPolicies: [],
    unfolded: new Set(),
  });
const id = (name: string) => `/Service/default/${name}`;
const first = model(service('a'), service('b'), service('c'));
const layout = adoptPlacement(emptyLayout, first, arrangeFast(layoutRequest(first)));

describe('reconcileLayout', () => {
  it('asks for a full layout only while nothing has a place', () => {
    expect(needsFullLayout(emptyLayout, {}, first)).toBe(true);
    expect(needsFullLayout(layout, {}, first)).toBe(false);
    expect(needsFullLayout(emptyLayout, { [id('a')]: { x: 0, y: 0 } }, first)).toBe(false);
    expect(needsFullLayout(emptyLayout, {}, model(''))).toBe(false);
  });

  it('is the same layout when nothing changed', () => {
    expect(reconcileLayout(layout, {}, first)).toBe(layout);
  });

  it('moves nobody when one comes and one goes', () => {
    const next = reconcileLayout(layout, {}, model(service('b'), service('c'), service('d')));
    for (const name of ['b', 'c']) expect(placeOf(next, {}, id(name))).toEqual(placeOf(layout, {}, id(name)));
    expect(placeOf(next, {}, id('d'))).toBeDefined();
    const back = reconcileLayout(next, {}, first);
    expect(placeOf(back, {}, id('a'))).toEqual(placeOf(layout, {}, id('a')));
  });

  it('keeps a card where it is while its name is typed', () => {
    const renamed = new Map([[id('b'), id('bb')]]);
    const next = reconcileLayout(layout, {}, model(service('a'), service('bb'), service('c')), renamed);
    expect(placeOf(next, {}, id('bb'))).toEqual(placeOf(layout, {}, id('b')));
  });

  it('gives a new card a place of its own when its name was another’s before', () => {
    const renamed = new Map([[id('b'), id('bb')]]);
    const moved = reconcileLayout(layout, {}, model(service('a'), service('bb'), service('c')), renamed);
    const cards = model(service('a'), service('bb'), service('c'), service('b'));
    const next = reconcileLayout(moved, {}, cards);
    const rects = [...rectsOf(next, {}, cards.cards).values()];
    for (const [i, a] of rects.entries())
      for (const b of rects.slice(i + 1)) expect(overlaps(a, b)).toBe(false);
  });

  it('lets what the user chose win', () => {
    const manual = { [id('a')]: { x: 5000, y: 5000 } };
    expect(placeOf(reconcileLayout(layout, manual, first), manual, id('a'))).toEqual({ x: 5000, y: 5000 });
  });

  it('makes room when a card grows, and only below it', () => {
    const manual = { [id('a')]: { x: 0, y: 0 }, [id('b')]: { x: 0, y: 130 }, [id('c')]: { x: 900, y: 0 } };
    const before = reconcileLayout(layout, manual, first);
    const grown = model(service('a', 5), service('b'), service('c'));
    const after = reconcileLayout(before, manual, grown);
    expect(placeOf(after, manual, id('a'))).toEqual({ x: 0, y: 0 });
    expect(placeOf(after, manual, id('c'))).toEqual({ x: 900, y: 0 });
    expect(placeOf(after, manual, id('b'))?.y).toBeGreaterThan(130);
    const rects = [...rectsOf(after, manual, grown.cards).values()];
    for (const [i, a] of rects.entries())
      for (const b of rects.slice(i + 1)) expect(overlaps(a, b)).toBe(false);
    const moved = { ...manual, [id('b')]: { x: 40, y: 700 } };
    expect(placeOf(after, moved, id('b'))).toEqual({ x: 40, y: 700 });
  });
});

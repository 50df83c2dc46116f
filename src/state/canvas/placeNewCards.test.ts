import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeFast } from '../../worker/layout/createLayoutEngine.ts';
import type { LayoutCard, LayoutLink, LayoutRequest } from '../../worker/layout/types.ts';
import { placeNewCards } from './placeNewCards.ts';
import { boundsOf, overlaps, type Rect } from './spatial.ts';
import type { Position } from './types.ts';

const frame = { side: 28, top: 44, bottom: 28 };
const card = (id: string, column: number, more: Partial<LayoutCard> = {}): LayoutCard => ({
  id,
  width: 280,
  height: 96,
  column,
  group: '',
  ...more,
});
const link = (source: string, target: string): LayoutLink => ({ source, sourceY: 27, target, targetY: 27 });
const base: LayoutRequest = {
  cards: [card('gw', 1), card('r1', 2), card('r2', 2), card('s1', 3), card('s2', 3)],
  links: [link('gw', 'r1'), link('gw', 'r2'), link('r1', 's1'), link('r2', 's2')],
  frame,
};

function rects(request: LayoutRequest, ...layers: ReadonlyMap<string, Position>[]): Map<string, Rect> {
  return new Map(
    request.cards.flatMap((each) => {
      const place = layers.map((layer) => layer.get(each.id)).find((at) => at !== undefined);
      return place === undefined
        ? []
        : [[each.id, { ...place, width: each.width, height: each.height }] as const];
    }),
  );
}

describe('placeNewCards', () => {
  const known = arrangeFast(base);
  const extend = (cards: LayoutCard[], links: LayoutLink[] = []) => ({
    ...base,
    cards: [...base.cards, ...cards],
    links: [...base.links, ...links],
  });

  it('places only what is new', () => {
    const added = placeNewCards(extend([card('s3', 3)], [link('r2', 's3')]), known);
    expect([...added.keys()]).toEqual(['s3']);
  });

  it('puts a card into the column of its kind, beside what it is linked to', () => {
    const added = placeNewCards(extend([card('s3', 3)], [link('r2', 's3')]), known);
    expect(added.get('s3')?.x).toBe(known.get('s2')?.x);
    expect(Math.abs((added.get('s3')?.y ?? 0) - (known.get('s2')?.y ?? 0))).toBeLessThanOrEqual(2 * 124);
  });

  it('puts a scaler below its workload', () => {
    const added = placeNewCards(extend([card('hpa', 3, { below: 's2' })]), known);
    const host = known.get('s2');
    expect(added.get('hpa')).toEqual({ x: host?.x, y: (host?.y ?? 0) + 96 + 16 });
  });

  it('keeps a block of new cards together', () => {
    const request = extend(
      [card('gw2', 1), card('r9', 2), card('s9', 3)],
      [link('gw2', 'r9'), link('r9', 's9')],
    );
    const added = placeNewCards(request, known);
    const bounds = boundsOf(rects(request, known).values());
    const block = boundsOf(rects({ ...request, cards: request.cards.slice(5) }, added).values());
    expect(block?.y).toBeGreaterThanOrEqual((bounds?.y ?? 0) + (bounds?.height ?? 0));
    expect((added.get('r9')?.x ?? 0) > (added.get('gw2')?.x ?? 0)).toBe(true);
  });

  it('does not enter the frame of another namespace', () => {
    const shop = base.cards.map((each) => ({ ...each, group: 'shop' }));
    const request = {
      ...base,
      cards: [...shop, card('pay', 3, { group: 'pay' })],
      links: [...base.links, link('r1', 'pay')],
    };
    const added = placeNewCards(request, known);
    const framed = boundsOf(rects({ ...request, cards: shop }, known).values());
    const place = added.get('pay');
    expect(
      framed !== undefined && place !== undefined && overlaps({ ...place, width: 280, height: 96 }, framed),
    ).toBe(false);
  });

  it('never covers anything, whatever comes', () => {
    const anyCard = fc.record({
      height: fc.integer({ min: 40, max: 260 }),
      column: fc.integer({ min: 0, max: 4 }),
      group: fc.constantFrom('', '', 'a', 'b'),
      linked: fc.array(fc.constantFrom('gw', 'r1', 'r2', 's1', 's2', 'x0', 'x1', 'x2'), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(anyCard, { minLength: 1, maxLength: 8 }), (news) => {
        const cards = news.map(({ linked: _linked, ...each }, i) => card(`x${i}`, each.column, each));
        const request = extend(
          cards,
          news.flatMap((each, i) =>
            each.linked.filter((to) => to !== `x${i}`).map((to) => link(to, `x${i}`)),
          ),
        );
        const added = placeNewCards(request, known);
        expect(added.size).toBe(cards.length);
        const all = [...rects(request, known, added)];
        for (const [i, [id, a]] of all.entries()) {
          for (const [other, b] of all.slice(i + 1))
            expect(overlaps(a, b), `${id} covers ${other}`).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});

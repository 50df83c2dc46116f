import ELK from 'elkjs/lib/elk.bundled.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeFast, arrangeWith } from './createLayoutEngine.ts';
import type { LayoutCard, LayoutLink, LayoutRequest, Placement } from './types.ts';

const frame = { side: 28, top: 44, bottom: 28 };
const elk = new ELK();

const card = (id: string, column: number, more: Partial<LayoutCard> = {}): LayoutCard => ({
  id,
  width: 280,
  height: 96,
  column,
  group: '',
  ...more,
});
const link = (source: string, target: string): LayoutLink => ({ source, sourceY: 27, target, targetY: 27 });

function expectNoOverlap(request: LayoutRequest, placement: Placement): void {
  const rects = request.cards.map((each) => ({
    ...each,
    ...(placement.get(each.id) ?? { x: Number.NaN, y: Number.NaN }),
  }));
  for (const [i, a] of rects.entries()) {
    expect(Number.isFinite(a.x) && Number.isFinite(a.y), a.id).toBe(true);
    for (const b of rects.slice(i + 1)) {
      const isApart =
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      expect(isApart, `${a.id} and ${b.id}`).toBe(true);
    }
  }
}

/** A small platform: one gateway, routes with two backends each, over several namespaces. */
function platform(routes: number, groups: readonly string[]): LayoutRequest {
  const cards = [card('class', 0), card('gateway', 1, { group: groups[0] ?? '' })];
  const links = [link('class', 'gateway')];
  for (let i = 0; i < routes; i++) {
    const group = groups[i % groups.length] ?? '';
    cards.push(card(`route${i}`, 2, { group, height: 82 + 28 * (i % 4) }));
    links.push(link('gateway', `route${i}`));
    for (const v of ['a', 'b']) {
      cards.push(card(`svc${i}${v}`, 3, { group }), card(`app${i}${v}`, 4, { group }));
      cards.push(card(`hpa${i}${v}`, 4, { group, below: `app${i}${v}` }));
      links.push(link(`route${i}`, `svc${i}${v}`), link(`svc${i}${v}`, `app${i}${v}`));
    }
  }
  cards.push(card('alone', 3, { group: groups[0] ?? '' }), card('grant', 3, { group: groups[0] ?? '' }));
  return { cards, links, frame };
}

const layouts = [
  ['the fast layout', async (request: LayoutRequest) => arrangeFast(request)],
  ['ELK', (request: LayoutRequest) => arrangeWith(() => elk, request)],
] as const;

describe.each(layouts)('%s', (_name, arrange) => {
  it.each([[['']], [['shop']], [['infra', 'shop', 'pay']]])(
    'places everything without overlap: %j',
    async (groups) => {
      const request = platform(8, groups);
      expectNoOverlap(request, await arrange(request));
    },
  );

  it('puts roles in columns from left to right', async () => {
    const places = await arrange(platform(5, ['']));
    const x = (id: string) => places.get(id)?.x ?? Number.NaN;
    expect(x('class')).toBeLessThan(x('gateway'));
    expect(x('gateway')).toBeLessThan(x('route0'));
    expect(x('route0')).toBe(x('route4'));
    expect(x('route0')).toBeLessThan(x('svc0a'));
    expect(x('svc0a')).toBeLessThan(x('app0a'));
  });

  it('keeps columns across namespaces and frames apart', async () => {
    const request = platform(2, ['infra', 'shop']);
    const places = await arrange(request);
    expect(places.get('route0')?.x).toBe(places.get('route1')?.x);
    const frames = ['infra', 'shop'].map((group) => {
      const rects = request.cards
        .filter((each) => each.group === group)
        .map((each) => ({ ...each, ...(places.get(each.id) ?? { x: 0, y: 0 }) }));
      return {
        top: Math.min(...rects.map((rect) => rect.y)) - frame.top,
        bottom: Math.max(...rects.map((rect) => rect.y + rect.height)) + frame.bottom,
      };
    });
    const [a, b] = frames.sort((one, two) => one.top - two.top);
    expect(b?.top).toBeGreaterThanOrEqual(a?.bottom ?? Infinity);
  });

  it('puts a scaler right below its workload', async () => {
    const places = await arrange(platform(3, ['']));
    expect(places.get('hpa1a')?.x).toBe(places.get('app1a')?.x);
    expect(places.get('hpa1a')?.y).toBe((places.get('app1a')?.y ?? 0) + 96 + 16);
  });

  it('survives rings, loops and lines to nowhere', async () => {
    const request: LayoutRequest = {
      cards: [
        card('a', 0, { below: 'b' }),
        card('b', 0, { below: 'a' }),
        card('c', 2),
        card('d', 2),
        card('e', 2, { below: 'e' }),
      ],
      links: [link('c', 'd'), link('d', 'c'), link('c', 'c'), link('a', 'gone'), link('d', 'a')],
      frame,
    };
    expectNoOverlap(request, await arrange(request));
  });

  it('is the same every time', async () => {
    expect(await arrange(platform(6, ['infra', 'shop']))).toEqual(
      await arrange(platform(6, ['infra', 'shop'])),
    );
  });

  it('places nothing for nothing', async () => {
    expect((await arrange({ cards: [], links: [], frame })).size).toBe(0);
  });
});

describe('the fast layout', () => {
  it('places any graph without overlap', () => {
    const ids = Array.from({ length: 14 }, (_, i) => `n${i}`);
    const anyCard = fc.record({
      height: fc.integer({ min: 40, max: 300 }),
      column: fc.integer({ min: 0, max: 4 }),
      group: fc.constantFrom('', 'a', 'b'),
      below: fc.option(fc.constantFrom(...ids), { nil: '' }),
    });
    const anyLink = fc.record({ source: fc.constantFrom(...ids), target: fc.constantFrom(...ids) });
    fc.assert(
      fc.property(
        fc.array(anyCard, { maxLength: 14 }),
        fc.array(anyLink, { maxLength: 25 }),
        (cards, links) => {
          const request = {
            cards: cards.map((each, i) => ({ ...each, id: `n${i}`, width: 280 })),
            links: links.map((each) => ({ ...each, sourceY: 27, targetY: 27 })),
            frame,
          };
          expectNoOverlap(request, arrangeFast(request));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is quick at 5,000 cards', () => {
    const request = platform(
      700,
      Array.from({ length: 40 }, (_, i) => `team-${i}`),
    );
    expect(request.cards.length).toBeGreaterThan(4900);
    const start = performance.now();
    const placement = arrangeFast(request);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(placement.size).toBe(request.cards.length);
    const xs = [...placement.values()].map((place) => place.x);
    const ys = [...placement.values()].map((place) => place.y);
    const shape = (Math.max(...xs) - Math.min(...xs)) / (Math.max(...ys) - Math.min(...ys));
    expect(shape).toBeGreaterThan(0.3);
    expect(shape).toBeLessThan(4);
  });
});

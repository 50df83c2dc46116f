import { describe, expect, it } from 'vitest';
import { alignCards } from './align.ts';
import { boundsOf, nextInDirection, type Rect, readingOrder } from './spatial.ts';

const rect = (x: number, y: number, height = 100): Rect => ({ x, y, width: 280, height });
const grid = new Map([
  ['gateway', rect(0, 100)],
  ['route-b', rect(400, 220)],
  ['route-a', rect(410, 0)],
  ['service', rect(800, 10)],
]);

describe('readingOrder', () => {
  it('goes by columns, and from top to bottom in each', () => {
    expect(readingOrder(grid)).toEqual(['gateway', 'route-a', 'route-b', 'service']);
  });
});

describe('nextInDirection', () => {
  it('takes the nearest that is ahead, those straight ahead first', () => {
    expect(nextInDirection(grid, 'route-a', 'down')).toBe('route-b');
    expect(nextInDirection(grid, 'route-a', 'right')).toBe('service');
    expect(nextInDirection(grid, 'service', 'left')).toBe('route-a');
    expect(nextInDirection(grid, 'gateway', 'right')).toBeDefined();
  });

  it('stays at the border', () => {
    expect(nextInDirection(grid, 'gateway', 'left')).toBeUndefined();
    expect(nextInDirection(grid, 'nobody', 'left')).toBeUndefined();
  });
});

describe('boundsOf', () => {
  it('encloses all, and nothing for none', () => {
    expect(boundsOf(grid.values())).toEqual({ x: 0, y: 0, width: 1080, height: 320 });
    expect(boundsOf([])).toBeUndefined();
  });
});

describe('alignCards', () => {
  it('aligns to the border of all and leaves out who is there', () => {
    expect(alignCards(grid, 'left')).toEqual(
      new Map([
        ['route-b', { x: 0, y: 220 }],
        ['route-a', { x: 0, y: 0 }],
        ['service', { x: 0, y: 10 }],
      ]),
    );
  });

  it('aligns middles by height', () => {
    const places = alignCards(
      new Map([
        ['a', rect(0, 0, 100)],
        ['b', rect(400, 0, 200)],
      ]),
      'middle',
    );
    expect(places).toEqual(new Map([['a', { x: 0, y: 50 }]]));
  });

  it('spreads with equal gaps, the outer ones staying', () => {
    const places = alignCards(
      new Map([
        ['a', rect(0, 0)],
        ['b', rect(0, 110)],
        ['c', rect(0, 500)],
      ]),
      'down',
    );
    expect(places).toEqual(new Map([['b', { x: 0, y: 250 }]]));
  });

  it('needs at least two', () => {
    expect(alignCards(new Map([['a', rect(0, 0)]]), 'left').size).toBe(0);
  });
});

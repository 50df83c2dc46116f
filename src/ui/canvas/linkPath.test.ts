import { describe, expect, it } from 'vitest';
import { linkPath } from './linkPath.ts';

describe('linkPath', () => {
  it('leaves and enters level, with its label in the middle', () => {
    const { path, pointAt } = linkPath({ x: 0, y: 0, direction: 1 }, { x: 200, y: 100, direction: -1 });
    expect(path).toBe('M0,0 C90,0 110,100 200,100');
    expect(pointAt(0.5)).toEqual({ x: 100, y: 50 });
    expect(pointAt(0)).toEqual({ x: 0, y: 0 });
    expect(pointAt(1)).toEqual({ x: 200, y: 100 });
  });

  it('swings out when the target lies behind', () => {
    const { path } = linkPath({ x: 0, y: 0, direction: 1 }, { x: -400, y: 0, direction: -1 });
    const [, first, second] = /C([\d.-]+),\S+ ([\d.-]+),/.exec(path) ?? [];
    expect(Number(first)).toBeGreaterThan(40);
    expect(Number(second)).toBeLessThan(-440);
  });
});

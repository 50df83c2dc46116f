import { describe, expect, it } from 'vitest';
import { activePath } from './activePath.ts';

describe('activePath', () => {
  const files = new Map([
    ['a.yaml', ''],
    ['b.yaml', ''],
  ]);
  it('is the open file, or the first when that has gone', () => {
    expect(activePath(files, 'b.yaml')).toBe('b.yaml');
    expect(activePath(files, 'gone.yaml')).toBe('a.yaml');
    expect(activePath(new Map(), 'gone.yaml')).toBeNull();
  });
});

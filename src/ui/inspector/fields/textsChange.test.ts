import { describe, expect, it } from 'vitest';
import { resourceId } from '../../../core/workspace/types.ts';
import { textsChange } from './textsChange.ts';

const id = resourceId('', 'Service', 'shop', 'cart');
const path = ['spec', 'hostnames'];

describe('textsChange', () => {
  it('adds one at the end', () => {
    expect(textsChange({ id, path }, ['a'], ['a', 'b'])).toEqual({
      name: 'insert-item',
      args: { id, path, index: 1, value: 'b' },
    });
  });
  it('makes the list with its first item', () => {
    expect(textsChange({ id, path }, [], ['a']).name).toBe('insert-item');
  });
  it('removes one from anywhere', () => {
    for (const [index, after] of [
      [0, ['b', 'c']],
      [1, ['a', 'c']],
      [2, ['a', 'b']],
    ] as const) {
      expect(textsChange({ id, path }, ['a', 'b', 'c'], after)).toEqual({
        name: 'remove-item',
        args: { id, path, index },
      });
    }
  });
  it('writes the list anew when several change, and removes it when nothing is left', () => {
    expect(textsChange({ id, path }, ['a'], ['a', 'b', 'c'])).toEqual({
      name: 'set-field',
      args: { id, path, value: ['a', 'b', 'c'] },
    });
    expect(textsChange({ id, path }, ['a', 'b'], [])).toEqual({ name: 'set-field', args: { id, path } });
    expect(textsChange({ id, path }, ['a', 'b', 'c'], ['c', 'b']).name).toBe('set-field');
  });
});

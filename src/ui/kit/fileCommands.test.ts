import { describe, expect, it } from 'vitest';
import { freePath } from './fileCommands.ts';

describe('freePath', () => {
  it('counts until a name is free', () => {
    expect(freePath(new Map())).toBe('untitled.yaml');
    expect(
      freePath(
        new Map([
          ['untitled.yaml', ''],
          ['untitled-2.yaml', ''],
        ]),
      ),
    ).toBe('untitled-3.yaml');
  });
});

import { describe, expect, it } from 'vitest';
import { readFieldPath } from './fieldPath.ts';

describe('readFieldPath', () => {
  it('knows keys, positions and quoted keys', () => {
    expect(readFieldPath('spec.rules[2].matches')).toEqual(['spec', 'rules', 2, 'matches']);
    expect(readFieldPath('metadata.annotations["a.b/c"]')).toEqual(['metadata', 'annotations', 'a.b/c']);
    expect(readFieldPath('name')).toEqual(['name']);
  });
});

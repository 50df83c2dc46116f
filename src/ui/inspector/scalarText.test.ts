import { describe, expect, it } from 'vitest';
import { readFieldPath } from './fieldPath.ts';
import { readScalar, showScalar } from './scalarText.ts';

describe('readScalar', () => {
  it('removes an optional field when it is emptied, and keeps a required one', () => {
    expect(readScalar('text', '  ', false, 'Hostname')).toEqual({ value: undefined });
    expect(readScalar('text', '', true, 'Hostname')).toEqual({ problem: 'Hostname is required.' });
  });
  it('reads numbers only from numbers', () => {
    expect(readScalar('number', ' 8080 ', true, 'Port')).toEqual({ value: 8080 });
    expect(readScalar('number', '80a', true, 'Port')).toHaveProperty('problem');
    expect(readScalar('number', '0x50', true, 'Port')).toHaveProperty('problem');
  });
  it('keeps text that looks like a number text', () => {
    expect(readScalar('text', '080', false, 'Value')).toEqual({ value: '080' });
  });
  it('takes durations as Go and Gateway API write them', () => {
    for (const good of ['30s', '1h30m', '500ms', '0', '2160h0m0s', '1.5h']) {
      expect(readScalar('duration', good, false, 'Timeout')).toEqual({ value: good });
    }
    for (const bad of ['30', '30 s', 's', '-1s', '1d']) {
      expect(readScalar('duration', bad, false, 'Timeout')).toHaveProperty('problem');
    }
  });
  it('asks for names that the API server takes', () => {
    expect(readScalar('name', 'https', true, 'Name')).toEqual({ value: 'https' });
    expect(readScalar('name', 'HTTPS', true, 'Name')).toHaveProperty('problem');
  });
});

describe('showScalar', () => {
  it('shows scalars as text and leaves structures to the YAML', () => {
    expect(showScalar(undefined)).toBe('');
    expect(showScalar(true)).toBe('true');
    expect(showScalar(80)).toBe('80');
    expect(showScalar({ a: 1 })).toBeNull();
  });
});

describe('readFieldPath', () => {
  it('knows keys, positions and quoted keys', () => {
    expect(readFieldPath('spec.rules[2].matches')).toEqual(['spec', 'rules', 2, 'matches']);
    expect(readFieldPath('metadata.annotations["a.b/c"]')).toEqual(['metadata', 'annotations', 'a.b/c']);
    expect(readFieldPath('name')).toEqual(['name']);
  });
});

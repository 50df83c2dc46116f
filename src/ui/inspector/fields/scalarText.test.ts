import { describe, expect, it } from 'vitest';
import { readScalar, type ScalarReading, showScalar } from './scalarText.ts';

function read(
  type: ScalarReading['type'],
  text: string,
  rest: Partial<ScalarReading> = {},
): ReturnType<typeof readScalar> {
  return readScalar(text, { type, isRequired: false, label: 'Value', ...rest });
}

describe('readScalar', () => {
  it('removes an optional field when it is emptied, and keeps a required one', () => {
    expect(read('text', '  ', { isRequired: false, label: 'Hostname' })).toEqual({ value: undefined });
    expect(read('text', '', { isRequired: true, label: 'Hostname' })).toEqual({
      problem: 'Hostname is required.',
    });
  });
  it('reads numbers only from numbers', () => {
    expect(read('number', ' 8080 ', { isRequired: true, label: 'Port' })).toEqual({ value: 8080 });
    expect(read('number', '80a', { isRequired: true, label: 'Port' })).toHaveProperty('problem');
    expect(read('number', '0x50', { isRequired: true, label: 'Port' })).toHaveProperty('problem');
  });
  it('writes a number as a text where the field says so, and still wants a number', () => {
    expect(read('number', '50', { asText: true })).toEqual({ value: '50' });
    expect(read('number', 'many', { asText: true })).toHaveProperty('problem');
  });
  it('keeps text that looks like a number text', () => {
    expect(read('text', '080', { isRequired: false, label: 'Value' })).toEqual({ value: '080' });
  });
  it('takes durations as Go and Gateway API write them', () => {
    for (const good of ['30s', '1h30m', '500ms', '0', '2160h0m0s', '1.5h']) {
      expect(read('duration', good, { isRequired: false, label: 'Timeout' })).toEqual({ value: good });
    }
    for (const bad of ['30', '30 s', 's', '-1s', '1d']) {
      expect(read('duration', bad, { isRequired: false, label: 'Timeout' })).toHaveProperty('problem');
    }
  });
  it('writes digits as a number where the field takes both', () => {
    expect(read('text', '8080', { orNumber: true })).toEqual({ value: 8080 });
    expect(read('text', 'http', { orNumber: true })).toEqual({ value: 'http' });
  });
  it('takes quantities, address ranges and schedules, and says how they are written', () => {
    for (const good of ['500m', '64Mi', '2', '1.5Gi'])
      expect(read('quantity', good)).toEqual({ value: good });
    expect(read('quantity', '64 MB')).toHaveProperty('problem', expect.stringContaining('64Mi'));
    for (const good of ['10.0.0.0/8', '2001:db8::/32', '192.0.2.1'])
      expect(read('cidr', good)).toEqual({ value: good });
    expect(read('cidr', '10.0.0.0/40')).toHaveProperty('problem', expect.stringContaining('10.0.0.0/8'));
    for (const good of ['0 8 * * 1-5', '@daily']) expect(read('cron', good)).toEqual({ value: good });
    expect(read('cron', '0 8 * *')).toHaveProperty('problem', expect.stringContaining('five fields'));
  });
  it('keeps the lines of code, but for empty space at its end', () => {
    expect(read('code', '  local a = 1\n  return a\n\n')).toEqual({ value: '  local a = 1\n  return a' });
  });
  it('asks for names that the API server takes', () => {
    expect(read('name', 'https', { isRequired: true, label: 'Name' })).toEqual({ value: 'https' });
    expect(read('name', 'HTTPS', { isRequired: true, label: 'Name' })).toHaveProperty('problem');
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

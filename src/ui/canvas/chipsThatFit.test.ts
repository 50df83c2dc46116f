import { describe, expect, it } from 'vitest';
import { chipsThatFit } from './chipsThatFit.ts';

const row = (label: string, parts: string[], chips: string[]) => ({
  id: 'rules/0',
  label,
  parts,
  chips: chips.map((text) => ({ text })),
  policies: [],
});

describe('chipsThatFit', () => {
  it('shows all where there is room', () => {
    expect(chipsThatFit(row('/api', ['orders:80'], ['CORS', 'TLS']))).toBe(2);
  });

  it('keeps the words readable before chips', () => {
    expect(
      chipsThatFit(row('HTTPS 443', ['*.example.com', 'cert: web'], ['terminate', 'some namespaces'])),
    ).toBe(1);
    expect(chipsThatFit(row('GET /a/very/long/path/to/match', ['x-beta=true'], ['CORS']))).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { families } from '../../core/kinds/families.ts';
import { kinds } from '../../core/kinds/registry.ts';
import { groupPalette } from './groupPalette.ts';

describe('groupPalette', () => {
  it('shows every kind once, families in their order', () => {
    const sections = groupPalette(kinds, '');
    expect(sections.flatMap((section) => section.kinds).length).toBe(kinds.length);
    const order = sections.map(({ family }) => families.findIndex((one) => one.family === family));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(sections.every((section) => section.kinds.length > 0)).toBe(true);
  });
  it('puts the family of the best match first while searching', () => {
    const [first] = groupPalette(kinds, 'service');
    expect(first?.kinds[0]?.kind).toBe('Service');
  });
  it('finds by purpose and by group', () => {
    const found = (query: string) =>
      groupPalette(kinds, query).flatMap((section) => section.kinds.map(({ kind }) => kind));
    expect(found('keda')).toContain('ScaledObject');
    expect(found('retries')).toContain('BackendTrafficPolicy');
    expect(found('zzzz')).toEqual([]);
  });
});

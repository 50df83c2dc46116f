import { describe, expect, it } from 'vitest';
import { keyCaps, shortcutGroups, shortcuts } from './shortcuts.ts';

describe('shortcuts', () => {
  it('gives no key two meanings in one place', () => {
    const seen = new Map<string, string>();
    for (const { keys, where, label } of shortcuts) {
      for (const key of keys) {
        for (const place of where.split(', ')) {
          expect(seen.get(`${place} ${key}`), `${key} in ${place}`).toBeUndefined();
          seen.set(`${place} ${key}`, label);
        }
      }
    }
  });
  it('lists every group that it names', () => {
    for (const group of shortcutGroups) {
      expect(shortcuts.some((one) => one.group === group)).toBe(true);
    }
  });
});

describe('keyCaps', () => {
  it('writes keys as each platform does', () => {
    expect(keyCaps('Mod+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keyCaps('Mod+Shift+Z', true)).toEqual(['⌘', '⇧', 'Z']);
    expect(keyCaps('+', false)).toEqual(['+']);
    expect(keyCaps('Alt+Up', false)).toEqual(['Alt', '↑']);
  });
});

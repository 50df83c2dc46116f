import { describe, expect, it } from 'vitest';
import { toHexColour } from './toHexColour.ts';

describe('toHexColour', () => {
  it.each([
    ['#3355d6', 1, '#3355d6'],
    [' #abc ', 1, '#aabbcc'],
    ['#3355d6', 0.5, '#3355d680'],
    ['#11223380', 1, '#11223380'],
    ['rgb(1, 2, 255)', 1, '#0102ff'],
    ['rgb(20 28 40 / 14%)', 1, '#141c2824'],
    ['rgba(255,255,255,0.5)', 0.5, '#ffffff40'],
  ] as const)('%s at %d is %s', (css, alpha, hex) => {
    expect(toHexColour(css, alpha)).toBe(hex);
  });

  it.each(['', 'red', 'var(--x)', 'color-mix(in srgb, red, blue)', '#12345', 'rgb(a b c)'])(
    'refuses %j',
    (css) => {
      expect(toHexColour(css)).toBeUndefined();
    },
  );
});

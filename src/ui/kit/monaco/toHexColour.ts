/**
 * A CSS colour as `#rrggbb` or `#rrggbbaa`, the only form that Monaco's themes take. Understands what computed
 * styles and our tokens hold: hex of any length, `rgb()` and `rgba()` with commas or spaces. Undefined for the rest.
 */
export function toHexColour(css: string, alpha = 1): string | undefined {
  const parts = fromHex(css.trim()) ?? fromRgb(css.trim());
  if (parts === undefined) return undefined;
  const [red, green, blue, own] = parts;
  const opacity = Math.round(own * alpha * 255);
  const hex = [red, green, blue].map(twoDigits).join('');
  return opacity >= 255 ? `#${hex}` : `#${hex}${twoDigits(opacity)}`;
}

type Parts = readonly [red: number, green: number, blue: number, alpha: number];

function fromHex(css: string): Parts | undefined {
  if (!/^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(css)) return undefined;
  const digits = css.slice(1);
  const long = digits.length <= 4 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const at = (index: number) => Number.parseInt(long.slice(index * 2, index * 2 + 2), 16);
  return [at(0), at(1), at(2), long.length === 8 ? at(3) / 255 : 1];
}

function fromRgb(css: string): Parts | undefined {
  const inner = /^rgba?\(([^)]*)\)$/i.exec(css)?.[1];
  if (inner === undefined) return undefined;
  const words = inner.split(/[\s,/]+/).filter((word) => word !== '');
  const numbers = words.map((word) =>
    word.endsWith('%') ? Number.parseFloat(word) / 100 : Number.parseFloat(word),
  );
  const [red, green, blue, alpha = 1] = numbers;
  if (red === undefined || green === undefined || blue === undefined || numbers.some(Number.isNaN))
    return undefined;
  return [red, green, blue, alpha];
}

function twoDigits(value: number): string {
  return Math.max(0, Math.min(255, Math.round(value)))
    .toString(16)
    .padStart(2, '0');
}

import type { Path } from '../yaml/path.ts';

/** True when a path ends with these keys. */
export function endsWith(path: Path, ...keys: readonly string[]): boolean {
  const start = path.length - keys.length;
  return start >= 0 && keys.every((key, i) => path[start + i] === key);
}

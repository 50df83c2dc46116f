import { isMap } from '../reading.ts';

/** A name that none of the items has: `http`, then `http-2`, `http-3`. Other keys than `name` may have to be unique. */
export function freeName(base: string, existing: readonly unknown[], key = 'name'): string {
  const taken = new Set(existing.filter(isMap).map((item) => item[key]));
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base}-${number}`;
  return name;
}

/**
 * A path into a YAML value: map keys as strings, list positions as numbers.
 * `formatPath` writes it as people read it: `spec.rules[0].matches[1].path`.
 */
export type Path = readonly (string | number)[];

/** `spec.rules[0]["a.b"]` for ['spec', 'rules', 0, 'a.b']. */
export function formatPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[A-Za-z_][\w-]*$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}

/** The steps of `spec.rules[*].name`: its keys, `*` for any item of a list, and a key with dots or slashes from `["a.b/c"]`. */
export function patternSteps(pattern: string): readonly string[] {
  return [...pattern.matchAll(/\["([^"]+)"\]|[^.[\]]+/g)].map(([step, quoted]) => quoted ?? step);
}

/** The value at a path of plain data, or undefined when there is none. Own properties only. */
export function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (current === null || typeof current !== 'object' || !Object.hasOwn(current, step)) return undefined;
    current = (current as Record<string | number, unknown>)[step];
  }
  return current;
}

/** The last map key of a path: what a list or its items are called by. Undefined for a path without keys. */
export function lastKey(path: Path): string | undefined {
  return path.findLast((step) => typeof step === 'string');
}

/** True when `path` begins with every step of `start`. */
export function pathStartsWith(path: Path, start: Path): boolean {
  return start.length <= path.length && start.every((step, i) => path[i] === step);
}

/** True when both paths have the same steps. */
export function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && pathStartsWith(a, b);
}

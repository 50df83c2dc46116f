import type { Path } from '../yaml/path.ts';

/** A declared path as steps: `spec.tls.mode`, `spec.ports[0].name`, `metadata.labels["a.b/c"]`. */
export function readFieldPath(text: string): Path {
  const steps: (string | number)[] = [];
  for (const [, key, index, quoted] of text.matchAll(/([^.[\]]+)|\[(\d+)\]|\["([^"]+)"\]/g)) {
    if (index !== undefined) steps.push(Number(index));
    else steps.push(quoted ?? key ?? '');
  }
  return steps;
}

/** One string for a path, for maps and React keys. */
export function pathKey(path: Path): string {
  return JSON.stringify(path);
}

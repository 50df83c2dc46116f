import type { Path } from '../yaml/path.ts';

/** Something of a definition that could not be used: where (a path into what was read) and the way out. */
export interface DefinitionProblem {
  readonly message: string;
  readonly path: Path;
}

const maxProblems = 100;

/** Where in a definition the reading is, and what was found wrong. */
export class CrdReader {
  readonly problems: DefinitionProblem[] = [];
  /** Schemas that may still be read: a definition of a megabyte has some ten thousand. */
  schemasLeft = 200_000;
  #path: Path = [];

  /** How deep the reading is. */
  get depth(): number {
    return this.#path.length;
  }

  inside<T>(steps: Path, read: () => T): T {
    const before = this.#path;
    this.#path = [...before, ...steps];
    try {
      return read();
    } finally {
      this.#path = before;
    }
  }

  report(message: string, below: Path = []): void {
    if (this.problems.length < maxProblems) this.problems.push({ message, path: [...this.#path, ...below] });
  }

  /** An entry of an object, own keys only. */
  own(object: object, key: string): unknown {
    return Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined;
  }
}

/** True for a map, not for a list or null. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An entry that is a text and not empty. */
export function textOf(object: object, key: string): string | undefined {
  const value = Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

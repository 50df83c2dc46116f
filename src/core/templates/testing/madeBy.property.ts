import { perform, refusalOf, testContext } from '../../actions/testContext.ts';
import { readAt } from '../../kinds/reading.ts';
import type { Answers } from '../types.ts';

/** For tests: the workspace after a pattern, each resource by `Kind/name` or, outside `default`, `Kind/namespace/name`. */
export class Made {
  readonly texts: Readonly<Record<string, string>>;
  readonly #values: ReadonlyMap<string, unknown>;

  constructor(texts: Readonly<Record<string, string>>) {
    this.texts = texts;
    const resources = [...testContext(texts).analysis.resources.values()];
    this.#values = new Map(
      resources.map(({ kind, namespace, name, value }) => {
        const place = namespace === 'default' || namespace === '' ? '' : `${namespace}/`;
        return [`${kind}/${place}${name}`, value] as const;
      }),
    );
  }

  /** What there is, in the order of the text. */
  get names(): readonly string[] {
    return [...this.#values.keys()];
  }

  /** The value at a path in `spec` of a resource; throws where that is not there. */
  spec(name: string, ...path: readonly string[]): unknown {
    if (!this.#values.has(name)) throw new Error(`There is no ${name}, only ${this.names.join(', ')}.`);
    return readAt(this.#values.get(name), 'spec', ...path);
  }

  /** The whole of a resource. */
  value(name: string): unknown {
    return this.#values.get(name);
  }
}

interface Applied {
  readonly text?: string;
  /** The id of the resource of each role. */
  readonly roles?: Readonly<Record<string, string>>;
  readonly answers?: Answers;
}

/** For tests: applies a pattern to a text; throws the reason when it is refused. */
export function madeBy(pattern: string, { text, roles = {}, answers = {} }: Applied = {}): Made {
  const texts: Readonly<Record<string, string>> = text === undefined ? {} : { 'a.yaml': text };
  return new Made(perform(texts, 'apply-pattern', { pattern, roles: idsOf(roles), answers }).texts);
}

/** For tests: why a pattern is refused; throws when it is not. */
export function refusedBy(pattern: string, { text, roles = {}, answers = {} }: Applied = {}): string {
  const texts: Readonly<Record<string, string>> = text === undefined ? {} : { 'a.yaml': text };
  return refusalOf(texts, 'apply-pattern', { pattern, roles: idsOf(roles), answers });
}

function idsOf(roles: Readonly<Record<string, string>>) {
  return roles as Parameters<typeof perform<'apply-pattern'>>[2]['roles'];
}

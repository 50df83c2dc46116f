import { applyFileChanges } from '../../src/core/actions/applyChange.ts';
import { fixOne } from '../../src/core/actions/fix.ts';
import { isRefusal } from '../../src/core/actions/types.ts';
import { Analyser } from '../../src/core/analyse.ts';
import type { Finding } from '../../src/core/analysis.ts';
import type { Catalogue } from '../../src/core/catalogue/catalogue.ts';
import { createCelEngine } from '../../src/core/schema/celEngine.ts';

const path = 'a.yaml';

/** A file that is judged and repaired as the studio does it: findings, and the text after a way out of one is taken. */
export class JudgedYaml {
  readonly text: string;
  readonly #catalogue: Catalogue;
  readonly #analyser: Analyser;

  constructor(text: string, catalogue: Catalogue) {
    this.text = text;
    this.#catalogue = catalogue;
    const judging = { catalogue, cel: createCelEngine() };
    this.#analyser = new Analyser([{ path, text }], { judging });
  }

  /** What the API server holds against it, and text that does not parse. */
  get faults(): readonly Finding[] {
    return this.#analyser.analysis.findings.filter(
      ({ severity, fault, code }) => severity === 'error' && (fault !== undefined || code === 'TS001'),
    );
  }

  /** The names of the resources in it: `HTTPRoute shop`. */
  get resources(): readonly string[] {
    return [...this.#analyser.analysis.resources.values()].map(({ kind, name }) => `${kind} ${name}`);
  }

  /** After a way out of a finding is taken, or why it is refused. */
  take(finding: Finding, repair = 0): JudgedYaml | { readonly refused: string } {
    const change = fixOne(this.#analyser, finding, repair);
    if (isRefusal(change)) return change;
    const text = applyFileChanges(this.#analyser.files, change.files).files.get(path) ?? '';
    return new JudgedYaml(text, this.#catalogue);
  }
}

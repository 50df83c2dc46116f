import type { CelRule } from '../../catalogue/rule.ts';
import type { CelEngine, CelProgram } from '../cel.ts';
import type { Verdict } from '../fault.ts';
import type { Judgement } from '../judgement.ts';
import { markOf } from '../judgement.ts';
import type { SchemaNode } from '../schemaNode.ts';
import { type CelMemory, toCelValue } from '../toCelValue.ts';
import { type Ground, oldValueOf } from './ground.ts';

/**
 * Runs the CEL rules of one resource as the server does: transition rules only where there is an old value, a rule
 * that fails to run counts as broken. https://kubernetes.io/docs/reference/using-api/cel/
 */
export class CelRules {
  readonly #judgement: Judgement;
  readonly #engine: CelEngine | undefined;
  readonly #memory: CelMemory = new WeakMap();
  readonly #unreadable = new Map<CelRule, Verdict['notChecked'][number]>();

  constructor(judgement: Judgement, engine: CelEngine | undefined) {
    this.#judgement = judgement;
    this.#engine = engine;
  }

  /** Each rule once, where it stood first. */
  get notChecked(): Verdict['notChecked'] {
    return [...this.#unreadable.values()];
  }

  run(node: SchemaNode, rule: CelRule, ground: Ground): void {
    const program = this.#compile(rule, ground);
    if (program === undefined) return;
    const old = oldValueOf(ground);
    if (program.usesOldSelf && old === undefined && rule.optionalOldSelf !== true) return;
    const { root } = this.#judgement.subject;
    const self = toCelValue(node, ground.value, node === root, this.#memory);
    const before = old === undefined ? undefined : toCelValue(node, old, node === root, this.#memory);
    const answer = program.run(self, before);
    if ('value' in answer && answer.value === true) return;
    const path = [...ground.path, ...stepsOfFieldPath(rule.fieldPath ?? '')];
    const mark = rule.fieldPath === undefined ? markOf(ground.value) : 'key';
    const aside = { judgedAt: ground.judgedAt, isTransition: program.usesOldSelf };
    if ('error' in answer) {
      this.#judgement.addAt(path, mark, { fault: 'rule-error', rule, error: answer.error }, aside);
      return;
    }
    const message =
      this.#messageOf(rule, self, before) ?? rule.message ?? `This rule does not hold: ${rule.source}`;
    const missing = isAbsent(ground, path) ? { missing: path } : {};
    this.#judgement.addAt(path, mark, { fault: 'rule', rule, message, ...missing }, aside);
  }

  #compile(rule: CelRule, ground: Ground): CelProgram | undefined {
    const options = rule.optionalOldSelf === true ? { hasOptionalOldSelf: true } : {};
    const program = this.#engine?.compile(rule.source, options) ?? {
      unreadable: 'the CEL engine is not loaded',
    };
    if (!('unreadable' in program)) return program;
    if (!this.#unreadable.has(rule)) {
      this.#unreadable.set(rule, { rule, path: ground.path, reason: program.unreadable });
    }
    return undefined;
  }

  /** What the rule's own expression says; the server takes only one line of text that is not blank. */
  #messageOf(rule: CelRule, self: unknown, before: unknown): string | undefined {
    if (rule.messageSource === undefined) return undefined;
    const options = rule.optionalOldSelf === true ? { hasOptionalOldSelf: true } : {};
    const program = this.#engine?.compile(rule.messageSource, options);
    if (program === undefined || 'unreadable' in program) return undefined;
    const answer = program.run(self, before);
    if (!('value' in answer) || typeof answer.value !== 'string') return undefined;
    const text = answer.value.trim();
    return text === '' || text.includes('\n') ? undefined : text;
  }
}

function isAbsent({ path, value }: Ground, at: readonly (string | number)[]): boolean {
  let current = value;
  for (const step of at.slice(path.length)) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return true;
    current = (current as Record<string | number, unknown>)[step];
  }
  return false;
}

/** The steps of `.spec.a['b.c']`. */
export function stepsOfFieldPath(fieldPath: string): readonly string[] {
  const steps = fieldPath.matchAll(/\.?([^.[\]]+)|\[\s*(?:'([^']*)'|"([^"]*)")\s*\]/g);
  return [...steps].map(([, plain, single, double]) => plain ?? single ?? double ?? '');
}

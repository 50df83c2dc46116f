import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Shape } from '../catalogue/shape.ts';
import type { Path } from '../yaml/path.ts';
import { describeFault } from './describeFault.ts';
import { explainFault } from './explainFault.ts';
import type { Fault } from './fault.ts';
import { isAccepted, judge } from './judge.ts';
import { prepare } from './prepare.ts';
import { takeSteps } from './repairs/takeSteps.ts';
import { repairsOf } from './repairsOf.ts';
import { SchemaNode } from './schemaNode.ts';
import { copyPlain } from './testing/copyPlain.ts';
import { kindOf, thing } from './testing/kindOf.ts';
import { objectSchema, plainValue } from './testing/schemas.property.ts';
import { WaysOut } from './waysOut.ts';

const runs = { numRuns: Number(process.env.RUNS ?? 500) };
const operation = fc.constantFrom('create' as const, 'update' as const, 'updateStatus' as const);

function leadsSomewhere(root: unknown, path: Path): boolean {
  let current = root;
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return false;
    current = (current as Record<string | number, unknown>)[step];
  }
  return true;
}

function countOf(faults: readonly Fault[], { fault }: Fault): number {
  return faults.filter((each) => each.fault === fault).length;
}

describe('judge', () => {
  it('never throws, changes nothing, and leads into the value as written', () => {
    fc.assert(
      fc.property(
        objectSchema,
        plainValue,
        plainValue,
        operation,
        fc.boolean(),
        (schema, spec, old, how, isWhole) => {
          const kind = kindOf(schema);
          const value = isWhole ? spec : thing(spec);
          const before = copyPlain(value);
          const { faults } = judge(kind, value, { operation: how, old: thing(old) });
          expect(value).toEqual(before);
          for (const fault of faults) {
            expect(leadsSomewhere(value, fault.path), JSON.stringify(fault)).toBe(true);
            const { message } = describeFault(fault, kind);
            expect(message).toMatch(/^\S.*[.?]$/s);
            expect(message).not.toMatch(/undefined|\[object/);
            expect(explainFault(fault, kind).summary).toBe(message);
          }
        },
      ),
      runs,
    );
  });

  it('takes what has not changed, but for changes themselves', () => {
    fc.assert(
      fc.property(objectSchema, plainValue, (schema, spec) => {
        const kind = kindOf(schema);
        const value = thing(spec);
        const verdict = judge(kind, value, { operation: 'update', old: copyPlain(value) });
        const refused = verdict.faults.filter((fault) => fault.isRatcheted !== true);
        expect(refused.every(({ fault }) => fault === 'unknown-field')).toBe(true);
        expect(isAccepted(verdict)).toBe(refused.length === 0);
      }),
      runs,
    );
  });

  it('each way out removes its fault', () => {
    let [tried, withheld] = [0, 0];
    fc.assert(
      fc.property(objectSchema, plainValue, (schema, spec) => {
        const kind = kindOf(schema);
        const value = thing(spec);
        const verdict = judge(kind, value);
        const { faults } = verdict;
        const ways = new WaysOut(kind, value, verdict);
        for (const fault of faults) {
          const thought = repairsOf(fault, value, kind);
          const offered = ways.of(fault, thought);
          tried += offered.length;
          withheld += thought.length - offered.length;
          for (const { label, steps } of offered) {
            const after = judge(kind, takeSteps(value, steps)).faults;
            const what = `${label} of ${JSON.stringify(fault)}`;
            // Items behind one that is removed move up, with what is wrong with them.
            const isShift = steps.some(
              (each) => each.step === 'remove' && typeof each.path.at(-1) === 'number',
            );
            if (isShift) expect(countOf(after, fault), what).toBeLessThan(countOf(faults, fault));
            else expect(after, what).not.toContainEqual(fault);
          }
        }
      }),
      runs,
    );
    expect(tried).toBeGreaterThan(runs.numRuns / 2);
    expect(withheld / tried).toBeLessThan(0.05);
  });
});

describe('prepare', () => {
  it('of what is prepared changes nothing more, and drops only what is unknown or null', () => {
    fc.assert(
      fc.property(objectSchema, plainValue, fc.boolean(), (schema, value, isNative) => {
        const node = SchemaNode.of(new Shape(schema, {}, 'standard'));
        const once = prepare(node, value, { isNative });
        const unknown: Path[] = [];
        expect(prepare(node, once, { isNative, onUnknown: (path) => unknown.push(path) })).toBe(once);
        expect(unknown).toEqual([]);
      }),
      runs,
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerFormatOf } from './answerFormats.ts';
import { refuseAnswer } from './checkAnswers.ts';
import { patterns } from './registry.ts';
import { goodTexts, nastyTexts } from './testing/alternatives.ts';
import { analyserOf, builtIn, complaints, run, type Texts, textsAfter } from './testing/applied.property.ts';
import { shopFiles, shopRoles } from './testing/shopWorkspace.ts';
import type { Answer, Answers, Pattern, PatternParameter, TextType } from './types.ts';

function textOf(type: TextType): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(answerFormatOf(type).example, ...(goodTexts[type] ?? [])),
    fc.constantFrom(...nastyTexts),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  );
}

/** An answer that a parameter takes. */
function legalTo(parameter: PatternParameter): fc.Arbitrary<Answer> {
  return answerTo(parameter).map((answer) =>
    refuseAnswer(parameter, answer) === undefined ? answer : parameter.default,
  );
}

function answerTo(parameter: PatternParameter): fc.Arbitrary<Answer> {
  switch (parameter.type) {
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.integer({ min: parameter.min, max: parameter.max });
    case 'choice':
      return fc.constantFrom(...parameter.options.map(({ value }) => value));
    case 'texts':
      return fc
        .uniqueArray(parameter.options ? fc.constantFrom(...parameter.options) : textOf(parameter.of), {
          minLength: parameter.required ? 1 : 0,
          maxLength: parameter.max,
        })
        .map((all) =>
          all.filter((each) => refuseAnswer({ ...parameter, required: false }, [each]) === undefined),
        );
    default:
      return parameter.required ? textOf(parameter.type) : fc.oneof(fc.constant(''), textOf(parameter.type));
  }
}

function answersTo({ parameters }: Pattern): fc.Arbitrary<Answers> {
  return fc.record(Object.fromEntries(parameters.map((each) => [each.id, legalTo(each)])));
}

/** A reason may repeat what was answered; the rest of it is our own words. */
function withoutAnswers(reason: string, answers: Answers): string {
  const said = Object.values(answers).filter((each) => typeof each === 'string' && each !== '');
  return said.reduce<string>((text, each) => text.replaceAll(String(each), '…'), reason);
}

const empty: Texts = {};

describe('any legal answers', () => {
  it.each(patterns.map((pattern) => [pattern.id, pattern] as const))(
    '%s: what it writes has no error, or there is a reason why it writes nothing',
    (_id, pattern) => {
      fc.assert(
        fc.property(answersTo(pattern), fc.boolean(), (answers, isGiven) => {
          const texts = isGiven ? shopFiles : empty;
          const roles = isGiven ? shopRoles(pattern) : {};
          const after = textsAfter(pattern, texts, roles, answers);
          if (after === undefined) {
            const result = run(pattern, texts, roles, answers);
            const reason = 'refused' in result ? result.refused : '';
            expect(withoutAnswers(reason, answers)).toMatch(/^\S[^!]*\.$/);
            return;
          }
          const { findings } = analyserOf(after, builtIn).analysis;
          expect(complaints(findings.filter(({ severity }) => severity === 'error'))).toEqual([]);
        }),
        { numRuns: 20 },
      );
    },
  );
});

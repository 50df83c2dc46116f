import { describe, expect, it } from 'vitest';
import { perform } from '../actions/testContext.ts';
import { checkAnswers } from '../templates/checkAnswers.ts';
import { canBeNoted, madeWith, madeWithComment } from '../templates/madeWith.ts';
import { patternOf } from '../templates/registry.ts';
import { followGuide } from './followGuide.ts';
import { guideOf, guides } from './registry.ts';
import { type Guide, type GuideOutcome, type GuideQuestion, mostQuestions } from './types.ts';

/** A way from the first question to an outcome. */
interface Way {
  readonly answers: readonly string[];
  readonly questions: readonly GuideQuestion[];
  readonly outcome: GuideOutcome;
}

function waysThrough(guide: Guide): readonly Way[] {
  const ways: Way[] = [];
  const walk = (id: string, answers: readonly string[], questions: readonly GuideQuestion[]): void => {
    const question = guide.questions.find((each) => each.id === id);
    if (question === undefined) throw new Error(`${guide.id} leads to a question "${id}" that is not there.`);
    if (questions.includes(question)) throw new Error(`${guide.id} asks "${id}" twice on one way.`);
    for (const { id: option, next } of question.options) {
      const soFar = { answers: [...answers, option], questions: [...questions, question] };
      if (typeof next === 'string') walk(next, soFar.answers, soFar.questions);
      else ways.push({ ...soFar, outcome: next });
    }
  };
  walk(guide.first, [], []);
  return ways;
}

const isSentenceCase = (text: string) =>
  /^[A-Z]/.test(text) && !/[a-z] (?!TLS|HTTP|API)[A-Z][a-z]+ [A-Z][a-z]/.test(text);

describe('the registry', () => {
  it('holds the six guides, each under its own id', () => {
    expect(guides.map(({ title }) => title)).toEqual([
      'Which policy for which scenario',
      'Which authentication',
      'Which rate limiting',
      'Which deployment strategy',
      'Which TLS issuer',
      'Which autoscaler',
    ]);
    for (const guide of guides) expect(guideOf(guide.id)).toBe(guide);
    expect(guideOf('which')).toBeUndefined();
  });
});

describe.each(guides.map((guide) => [guide.id, guide] as const))('the guide %s', (_id, guide) => {
  const ways = waysThrough(guide);

  it(`asks at most ${mostQuestions} questions on every way`, () => {
    for (const { answers } of ways)
      expect(answers.length, answers.join(', ')).toBeLessThanOrEqual(mostQuestions);
  });

  it('reaches every question', () => {
    const reached = new Set(ways.flatMap(({ questions }) => questions));
    expect(guide.questions.filter((question) => !reached.has(question)).map(({ id }) => id)).toEqual([]);
  });

  it('has ids that are unique and can be noted in a file', () => {
    const ids = guide.questions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, options } of guide.questions) {
      const own = options.map((option) => option.id);
      expect(new Set(own).size, id).toBe(own.length);
      expect(own.length, id).toBeGreaterThan(1);
    }
    for (const { answers } of ways) {
      expect(canBeNoted({ id: guide.id, answers })).toBe(true);
      const made = { pattern: 'canary', guide: guide.id, answers };
      expect(madeWith(madeWithComment(made))).toEqual([made]);
    }
  });

  it.each(ways.map((way) => [way.answers.join(', '), way] as const))('ends well by %s', (_answers, way) => {
    const { outcome } = way;
    const pattern = patternOf(outcome.pattern);
    if (pattern === undefined) throw new Error(`There is no pattern "${outcome.pattern}".`);
    expect(checkAnswers(pattern, outcome.answers ?? {})).toHaveProperty('answers');
    for (const { pattern: other } of outcome.others ?? []) {
      expect(patternOf(other), other).toBeDefined();
      expect(other).not.toBe(outcome.pattern);
    }
    const sentences = outcome.reason.match(/[.](?= |$)/g) ?? [];
    expect(sentences.length, outcome.reason).toBeGreaterThanOrEqual(2);
    expect(sentences.length, outcome.reason).toBeLessThanOrEqual(3);
  });

  it('makes what it ends in, with a note by which it is opened again where it was', () => {
    for (const { answers, outcome } of ways) {
      const { texts } = perform({}, 'apply-pattern', {
        pattern: outcome.pattern,
        answers: outcome.answers ?? {},
        roles: {},
        guide: { id: guide.id, answers },
      });
      const [made, ...others] = Object.values(texts).flatMap(madeWith);
      expect(others).toEqual([]);
      const again = guideOf(made?.guide ?? '');
      expect(again && followGuide(again, made?.answers ?? []).outcome).toBe(outcome);
    }
  });

  it('speaks plainly, in sentence case', () => {
    expect(guide.title).toMatch(/^Which /);
    for (const { text, help, options } of guide.questions) {
      expect(text).toMatch(/^[A-Z].*\?$/);
      for (const line of [help, ...options.map((option) => option.help)]) {
        if (line !== undefined) expect(line).toMatch(/^[A-Z].*[.]$/);
      }
      for (const { label } of options) {
        expect(label).toSatisfy(isSentenceCase);
        expect(label).not.toMatch(/[.?]$/);
      }
    }
    for (const { outcome } of ways) {
      expect(outcome.reason).toMatch(/^[A-Z].*[.]$/);
      for (const { when } of outcome.others ?? []) expect(when).toMatch(/^[a-z].*[^.]$/);
    }
    expect(JSON.stringify(guide)).not.toContain('!');
  });

  it('is followed answer by answer to each outcome', () => {
    for (const { answers, questions, outcome } of ways) {
      for (const count of answers.keys()) {
        const { asked, question } = followGuide(guide, answers.slice(0, count));
        expect(asked.map((step) => step.question)).toEqual(questions.slice(0, count));
        expect(question).toBe(questions[count]);
      }
      const path = followGuide(guide, answers);
      expect(path.outcome).toBe(outcome);
      expect(path.question).toBeUndefined();
      expect(path.asked.map(({ chosen }) => chosen.id)).toEqual(answers);
    }
  });
});

describe('following a guide', () => {
  const [guide] = guides;
  if (guide === undefined) throw new Error('There are no guides.');
  const [way] = waysThrough(guide);
  if (way === undefined) throw new Error('There is no way.');

  it('stops at an answer that is not known, and keeps those before it', () => {
    const [first = ''] = way.answers;
    const path = followGuide(guide, [first, 'gone', ...way.answers.slice(1)]);
    expect(path.asked.map(({ chosen }) => chosen.id)).toEqual([first]);
    expect(path.question).toBe(way.questions[1]);
    expect(path.outcome).toBeUndefined();
  });

  it('leaves answers beyond the outcome aside', () => {
    expect(followGuide(guide, [...way.answers, 'more'])).toEqual(followGuide(guide, way.answers));
  });

  it('throws for a guide that leads nowhere, which is a mistake in the guide', () => {
    const [question] = guide.questions;
    if (question === undefined) throw new Error('There is no question.');
    const broken = {
      ...guide,
      questions: [{ ...question, options: [{ id: 'on', label: 'On', next: 'nowhere' }] }],
    };
    expect(() => followGuide(broken, ['on'])).toThrow('nowhere');
  });
});

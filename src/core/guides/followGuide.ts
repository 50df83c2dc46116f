import type { Guide, GuideOption, GuideOutcome, GuideQuestion } from './types.ts';

/** A question that has been answered. */
export interface GuideStep {
  readonly question: GuideQuestion;
  readonly chosen: GuideOption;
}

interface PathBase {
  /** The questions answered so far, in order. */
  readonly asked: readonly GuideStep[];
}

/** How far answers lead through a guide: to the question that is next, or to the outcome. */
export type GuidePath = PathBase &
  (
    | { readonly question: GuideQuestion; readonly outcome?: undefined }
    | { readonly question?: undefined; readonly outcome: GuideOutcome }
  );

/**
 * Goes through a guide by the ids of the options chosen, in the order of the questions. It stops at the first answer
 * that the question there does not have, as when a guide has changed since it was answered; answers beyond the outcome
 * are left aside.
 */
export function followGuide(guide: Guide, answers: readonly string[]): GuidePath {
  const asked: GuideStep[] = [];
  let question = questionOf(guide, guide.first);
  for (const answer of answers) {
    const chosen = question.options.find(({ id }) => id === answer);
    if (chosen === undefined) break;
    asked.push({ question, chosen });
    if (typeof chosen.next !== 'string') return { asked, outcome: chosen.next };
    question = questionOf(guide, chosen.next);
  }
  return { asked, question };
}

function questionOf(guide: Guide, id: string): GuideQuestion {
  const question = guide.questions.find((each) => each.id === id);
  if (question === undefined) throw new Error(`Guide ${guide.id} has no question ${id}.`);
  return question;
}

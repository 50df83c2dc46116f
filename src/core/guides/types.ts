/**
 * Decision guides: a few questions in plain words that end in a pattern, for people who know what they want and not yet
 * which resource does it. A guide is data, so that it can be asked in a dialog, noted beside what it made and opened
 * again there. It promises at most four questions on every way, and at the end a pattern with what is known of its
 * parameters, why it is that one, what it costs and when another would be better. It writes nothing itself.
 */
import type { IconName } from '../kinds/types.ts';
import type { Answers } from '../templates/types.ts';

/** The most questions on a way from the first one to an outcome. */
export const mostQuestions = 4;

export interface Guide {
  /** Kebab-case, never changed: it stands in people's files. */
  readonly id: string;
  /** Sentence case: `Which authentication`. */
  readonly title: string;
  /** One line: what it helps to decide. */
  readonly purpose: string;
  readonly icon?: IconName;
  /** The id of the question that is asked first. */
  readonly first: string;
  readonly questions: readonly GuideQuestion[];
}

export interface GuideQuestion {
  /** Kebab-case, unique in the guide. */
  readonly id: string;
  /** A question, with its question mark. */
  readonly text: string;
  readonly help?: string;
  readonly options: readonly GuideOption[];
}

export interface GuideOption {
  /** Kebab-case, unique in the question, never changed: it stands in people's files. */
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  /** The id of the next question, or the end. */
  readonly next: string | GuideOutcome;
}

export interface GuideOutcome {
  /** The id of a pattern. */
  readonly pattern: string;
  /** What the questions have told of its parameters already. */
  readonly answers?: Answers;
  /** Why this one, and what it costs: two or three sentences. */
  readonly reason: string;
  /** Patterns that come close. */
  readonly others?: readonly GuideAlternative[];
}

export interface GuideAlternative {
  readonly pattern: string;
  /** Continues "Better": `when only one proxy runs`. */
  readonly when: string;
}

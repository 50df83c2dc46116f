import { Button } from '@mantine/core';
import { ChevronLeft, Pencil } from 'lucide-react';
import { followGuide } from '../../core/guides/followGuide.ts';
import { guideOf } from '../../core/guides/registry.ts';
import type { Guide, GuideOutcome, GuideQuestion } from '../../core/guides/types.ts';
import { patternOf } from '../../core/templates/registry.ts';
import type { Answers } from '../../core/templates/types.ts';
import { useStudio } from '../../state/react.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { Panel } from '../kit/Panel.tsx';
import styles from './patterns.module.css';

interface GuideSheetProps {
  readonly guideId: string;
  readonly answers: readonly string[];
}

/** A guide: one question after the other, each answer open to a second thought, and at the end a pattern and why. */
export function GuideSheet({ guideId, answers }: GuideSheetProps) {
  const studio = useStudio();
  const guide = guideOf(guideId);
  const back = () => studio.setView({ pattern: null });
  const actions = <IconButton label="All patterns" icon={ChevronLeft} onClick={back} />;
  if (guide === undefined) {
    return (
      <Panel title="Patterns" actions={actions}>
        <p className={styles.lead}>There is no guide called {guideId}.</p>
      </Panel>
    );
  }
  const { asked, question: next, outcome } = followGuide(guide, answers);
  const answer = (given: readonly string[]) =>
    studio.setView({ pattern: { type: 'guide', id: guideId, answers: given } });
  const known = asked.map(({ chosen }) => chosen.id);
  return (
    <Panel title={guide.title} actions={actions}>
      <div className={styles.sheet}>
        <p className={styles.lead}>{guide.purpose}</p>
        {asked.map(({ question, chosen }, index) => (
          <Answered
            key={question.id}
            question={question}
            answer={chosen.label}
            onReconsider={() => answer(known.slice(0, index))}
          />
        ))}
        {next === undefined ? null : (
          <Question key={next.id} question={next} onAnswer={(option) => answer([...known, option])} />
        )}
        {outcome === undefined ? null : <Outcome guide={guide} answers={known} outcome={outcome} />}
      </div>
    </Panel>
  );
}

interface AnsweredProps {
  readonly question: GuideQuestion;
  readonly answer: string;
  readonly onReconsider: () => void;
}

function Answered({ question, answer, onReconsider }: AnsweredProps) {
  return (
    <div className={styles.answered}>
      <span className={styles.help}>{question.text}</span>
      <span className={styles.given}>{answer}</span>
      <IconButton label={`Answer “${question.text}” again`} icon={Pencil} size={20} onClick={onReconsider} />
    </div>
  );
}

interface QuestionProps {
  readonly question: GuideQuestion;
  readonly onAnswer: (option: string) => void;
}

function Question({ question, onAnswer }: QuestionProps) {
  return (
    <fieldset className={styles.question}>
      <legend>{question.text}</legend>
      {question.help === undefined ? null : <p className={styles.help}>{question.help}</p>}
      {question.options.map((option, index) => (
        <button
          key={option.id}
          type="button"
          className={styles.option}
          // The first answer takes the focus, so that a guide can be gone through with Tab and Enter alone.
          ref={index === 0 ? focusOnce : null}
          onClick={() => onAnswer(option.id)}
        >
          <span>{option.label}</span>
          {option.help === undefined ? null : <span className={styles.help}>{option.help}</span>}
        </button>
      ))}
    </fieldset>
  );
}

function focusOnce(element: HTMLButtonElement | null): void {
  element?.focus();
}

interface OutcomeProps {
  readonly guide: Guide;
  readonly answers: readonly string[];
  readonly outcome: GuideOutcome;
}

function Outcome({ guide, answers, outcome }: OutcomeProps) {
  const studio = useStudio();
  const pattern = patternOf(outcome.pattern);
  const open = (id: string, given?: Answers) =>
    studio.setView({
      pattern: {
        type: 'pattern',
        id,
        guide: { id: guide.id, answers },
        ...(given === undefined ? {} : { answers: given }),
      },
    });
  return (
    <section className={styles.outcome} aria-label="Advice">
      <h3 className={styles.advice}>{pattern?.title ?? outcome.pattern}</h3>
      <p className={styles.reason}>{outcome.reason}</p>
      <Button size="xs" w="fit-content" onClick={() => open(outcome.pattern, outcome.answers)}>
        Use this pattern
      </Button>
      {outcome.others === undefined || outcome.others.length === 0 ? null : (
        <ul className={styles.others} aria-label="Other ways">
          {outcome.others.map((other) => (
            <li key={other.pattern}>
              <button type="button" className={styles.other} onClick={() => open(other.pattern)}>
                {patternOf(other.pattern)?.title ?? other.pattern}
              </button>{' '}
              <span className={styles.help}>better {other.when}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

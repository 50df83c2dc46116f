import { answerFormatOf } from './answerFormats.ts';
import type { Answer, Answers, Pattern, PatternParameter, TextForm } from './types.ts';

/** What comes from a form or a file: anything, some of it missing. */
export type RawAnswers = Readonly<Record<string, unknown>>;

/** The defaults of a pattern. */
export function defaultAnswers(pattern: Pattern): Answers {
  return Object.fromEntries(pattern.parameters.map((each) => [each.id, each.default]));
}

/** True when a parameter is asked for with these answers. */
export function isAsked({ shownWhen }: PatternParameter, answers: RawAnswers): boolean {
  if (shownWhen === undefined) return true;
  return answers[shownWhen.parameter] === shownWhen.is;
}

/**
 * Answers with every gap filled by its default, or why they cannot be taken, naming the parameter and the way out.
 * What is not asked for with the others counts as its default.
 */
export function checkAnswers(
  pattern: Pattern,
  raw: RawAnswers,
): { readonly answers: Answers } | { readonly refused: string } {
  const unknown = Object.keys(raw).find((id) => !pattern.parameters.some((each) => each.id === id));
  if (unknown !== undefined) {
    return { refused: `${pattern.title} has no parameter "${unknown}". Leave it out.` };
  }
  const filled = { ...defaultAnswers(pattern), ...raw };
  const answers: Record<string, Answer> = {};
  for (const parameter of pattern.parameters) {
    const { id } = parameter;
    const value = isAsked(parameter, filled) ? filled[id] : parameter.default;
    const reason = refuseAnswer(parameter, value);
    if (reason !== undefined) return { refused: reason };
    answers[id] = value as Answer;
  }
  return { answers };
}

/** Why an answer to a parameter cannot be taken; undefined when it can. */
export function refuseAnswer(parameter: PatternParameter, answer: unknown): string | undefined {
  const { label } = parameter;
  switch (parameter.type) {
    case 'boolean':
      return typeof answer === 'boolean' ? undefined : `${label} is yes or no. Choose one.`;
    case 'number': {
      const { min, max } = parameter;
      if (Number.isInteger(answer) && min <= Number(answer) && Number(answer) <= max) return undefined;
      return `${label} wants a whole number from ${min} to ${max}, not ${say(answer)}.`;
    }
    case 'choice':
      if (parameter.options.some(({ value }) => value === answer)) return undefined;
      return `${label} does not know ${say(answer)}. Choose ${parameter.options.map((each) => each.label).join(' or ')}.`;
    case 'texts': {
      if (!Array.isArray(answer)) return `${label} wants a list.`;
      if (answer.length === 0) return parameter.required ? `${label} is empty. Add at least one.` : undefined;
      if (answer.length > parameter.max)
        return `${label} has ${answer.length} entries and takes ${parameter.max}. Remove some.`;
      if (new Set(answer).size < answer.length) return `${label} has something twice. Remove one.`;
      for (const each of answer) {
        const reason =
          refuseText(label, parameter.of, each) ??
          refuseOption(label, parameter.options, each) ??
          refuseForm(label, parameter.form, each);
        if (reason !== undefined) return reason;
      }
      return undefined;
    }
    default:
      if (answer === '') return parameter.required ? `${label} is empty. Fill it in.` : undefined;
      return refuseText(label, parameter.type, answer) ?? refuseForm(label, parameter.form, answer);
  }
}

function refuseForm(label: string, form: TextForm | undefined, answer: unknown): string | undefined {
  if (form === undefined || form.pattern.test(String(answer))) return undefined;
  return `${label} wants ${form.says}, not ${say(answer)}.`;
}

function refuseOption(
  label: string,
  options: readonly string[] | undefined,
  answer: unknown,
): string | undefined {
  if (options === undefined || options.some((each) => each === answer)) return undefined;
  return `${label} does not know ${say(answer)}. Choose of ${options.join(', ')}.`;
}

function refuseText(
  label: string,
  type: Parameters<typeof answerFormatOf>[0],
  answer: unknown,
): string | undefined {
  const { test, reason, example } = answerFormatOf(type);
  if (typeof answer === 'string' && answer !== '' && test(answer)) return undefined;
  return `${label} wants ${reason}, such as ${example}, not ${say(answer)}.`;
}

function say(answer: unknown): string {
  if (answer === '') return 'nothing';
  return typeof answer === 'string' ? `"${answer}"` : (JSON.stringify(answer) ?? 'nothing');
}

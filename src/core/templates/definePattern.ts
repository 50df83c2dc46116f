import type {
  Answers,
  BooleanParameter,
  ChoiceParameter,
  Given,
  NumberParameter,
  Pattern,
  PatternDesk,
  PatternParameter,
  PatternRole,
  PatternTarget,
  TextParameter,
  TextsParameter,
} from './types.ts';

/** A parameter without its id, which is its key in the pattern. */
export type Asked<P extends PatternParameter = PatternParameter> = P extends PatternParameter
  ? Omit<P, 'id'>
  : never;

type AskedParameter =
  | Asked<TextParameter>
  | Asked<NumberParameter>
  | Asked<BooleanParameter>
  | Asked<ChoiceParameter>
  | Asked<TextsParameter>;

type RoleSpec = Omit<PatternRole, 'id'>;

/** The type of the answer to a parameter. */
type AnswerTo<P> = P extends { readonly type: 'number' }
  ? number
  : P extends { readonly type: 'boolean' }
    ? boolean
    : P extends { readonly type: 'texts' }
      ? readonly string[]
      : P extends { readonly type: 'choice'; readonly options: readonly { readonly value: infer V }[] }
        ? V
        : string;

type TargetOf<R> = R extends { readonly needed: true } ? PatternTarget : PatternTarget | undefined;

interface PatternSpec<R extends Record<string, RoleSpec>, P extends Record<string, AskedParameter>>
  extends Omit<Pattern, 'roles' | 'parameters' | 'write'> {
  readonly roles: R;
  readonly parameters: P;
  write(
    desk: PatternDesk,
    answers: { readonly [Id in keyof P]: AnswerTo<P[Id]> },
    given: { readonly [Id in keyof R]: TargetOf<R[Id]> },
  ): void;
}

/** A pattern whose function gets its answers and roles by name, typed as they are asked for. */
export function definePattern<
  const R extends Record<string, RoleSpec>,
  const P extends Record<string, AskedParameter>,
>(spec: PatternSpec<R, P>): Pattern {
  const { roles, parameters, write, ...rest } = spec;
  return {
    ...rest,
    roles: Object.entries(roles).map(([id, role]) => ({ id, ...role })),
    parameters: Object.entries(parameters).map(([id, parameter]): PatternParameter => ({ id, ...parameter })),
    // The action checks answers and roles against these very lists before it calls.
    write: (desk, answers: Answers, given: Given) =>
      write(desk, answers as Parameters<typeof write>[1], given as Parameters<typeof write>[2]),
  };
}

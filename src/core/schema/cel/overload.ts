import type { Run } from './steps.ts';
import type { CelValue, Duration, Optional, Timestamp, TypeName, TypeValue, Uint } from './value.ts';

/** The types of arguments; `any` takes every value. */
export type Param = TypeName | 'any';

interface ValueOf {
  null_type: null;
  bool: boolean;
  int: bigint;
  uint: Uint;
  double: number;
  string: string;
  bytes: Uint8Array;
  list: readonly CelValue[];
  map: object;
  type: TypeValue;
  optional_type: Optional;
  'google.protobuf.Duration': Duration;
  'google.protobuf.Timestamp': Timestamp;
}

type Argument<P> = P extends keyof ValueOf ? ValueOf[P] : CelValue;
type Arguments<P extends readonly Param[]> = { [I in keyof P]: Argument<P[I]> };

/** One form of a function: its name, what it takes, and what it does. A method's first parameter is its receiver. */
export interface Overload {
  readonly name: string;
  readonly isMethod: boolean;
  readonly params: readonly Param[];
  /** Fails by throwing a `CelError`. Spends what it costs when that grows with the arguments. */
  readonly call: (args: readonly CelValue[], run: Run) => CelValue;
}

/** `name(a, b)`; a name may be qualified: `sets.contains`. */
export function func<const P extends readonly Param[]>(
  name: string,
  params: P,
  call: (...args: [...Arguments<P>, Run]) => CelValue,
): Overload {
  return overload(name, false, params, call);
}

/** `a.name(b)`. */
export function method<const P extends readonly Param[]>(
  name: string,
  params: P,
  call: (...args: [...Arguments<P>, Run]) => CelValue,
): Overload {
  return overload(name, true, params, call);
}

function overload<const P extends readonly Param[]>(
  name: string,
  isMethod: boolean,
  params: P,
  call: (...args: [...Arguments<P>, Run]) => CelValue,
): Overload {
  const untyped = call as (...args: readonly unknown[]) => CelValue;
  return { name, isMethod, params, call: (args, run) => untyped(...args, run) };
}

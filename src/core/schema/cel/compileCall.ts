import type { Expr, Expr_Call } from '@bufbuild/cel-spec/cel/expr/syntax_pb.js';
import { overloads } from './functions/registry.ts';
import { logic } from './logic.ts';
import { macros } from './macros.ts';
import { optionalIndex } from './optionalSyntax.ts';
import type { Overload } from './overload.ts';
import { qualifiedName } from './qualifiedName.ts';
import { type Code, type Scope, Unreadable } from './scope.ts';
import { readIndex, readOptionalIndex } from './selectField.ts';
import type { Run } from './steps.ts';
import { CelError, type CelValue, Failure, typeOf } from './value.ts';

/** Operators and functions that the parser did not expand. */
export function compileCall(call: Expr_Call, scope: Scope): Code {
  const { function: name, target, args } = call;
  const code = logic[name];
  if (code !== undefined) return code(args.map((arg) => scope.compile(arg)));
  if (name === '_[_]') return compileRead(readIndex, args[0], args[1], scope);
  if (name === optionalIndex) return compileRead(readOptionalIndex, target, args[0], scope);
  const macro = target === undefined ? undefined : macros[name]?.(call, scope);
  if (macro !== undefined) return macro;
  const space = qualifiedName(target, scope);
  const qualified = space === undefined ? undefined : overloads.get(`${space}.${name}`);
  if (qualified !== undefined) return compileOverloads(`${space}.${name}`, qualified, args, scope, false);
  const found = overloads.get(name);
  if (found === undefined) throw new Unreadable(`undeclared reference to '${name}'`);
  return compileOverloads(
    name,
    found,
    target === undefined ? args : [target, ...args],
    scope,
    target !== undefined,
  );
}

function compileRead(
  read: (value: CelValue, key: CelValue) => CelValue,
  of: Expr | undefined,
  at: Expr | undefined,
  scope: Scope,
): Code {
  const list = scope.compile(of);
  const index = scope.compile(at);
  return (run) => {
    const value = list(run);
    if (value instanceof Failure) return value;
    const key = index(run);
    return key instanceof Failure ? key : read(value, key);
  };
}

function compileOverloads(
  name: string,
  all: readonly Overload[],
  args: readonly Expr[],
  scope: Scope,
  isMethod: boolean,
): Code {
  const fitting = all.filter((each) => each.isMethod === isMethod && each.params.length === args.length);
  if (fitting.length === 0) {
    throw new Unreadable(`found no matching overload for '${name}' with ${args.length} arguments`);
  }
  const codes = args.map((arg) => scope.compile(arg));
  return (run) => {
    const values: CelValue[] = [];
    for (const code of codes) {
      const value = code(run);
      if (value instanceof Failure) return value;
      values.push(value);
    }
    const overload = fitting.find((each) => takes(each, values));
    return overload === undefined ? noOverload(name, values) : callOverload(overload, values, run);
  };
}

function takes({ params }: Overload, values: readonly CelValue[]): boolean {
  for (let i = 0; i < params.length; i++) {
    if (params[i] !== 'any' && params[i] !== typeOf(values[i])) return false;
  }
  return true;
}

function callOverload(overload: Overload, values: readonly CelValue[], run: Run): CelValue {
  try {
    return overload.call(values, run);
  } catch (error) {
    if (error instanceof CelError) return new Failure(error.message);
    throw error;
  }
}

function noOverload(name: string, values: readonly CelValue[]): Failure {
  return new Failure(`no such overload: ${name}(${values.map(typeOf).join(', ')})`);
}

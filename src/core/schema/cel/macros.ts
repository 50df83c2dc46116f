import type { Expr, Expr_Call } from '@bufbuild/cel-spec/cel/expr/syntax_pb.js';
import { itemsOf } from './compileFold.ts';
import { addEntry } from './compileLiteral.ts';
import { type Code, type Scope, Unreadable } from './scope.ts';
import { sortByKeys } from './sortByKeys.ts';
import type { Run } from './steps.ts';
import { type CelValue, entryOf, Failure, isMap, keysOf, Optional, typeOf } from './value.ts';

/** Undefined when the call is not this macro after all but a function of the same name. */
type Macro = (call: Expr_Call, scope: Scope) => Code | undefined;

/**
 * The macros that the parser leaves as calls: those with two variables, `cel.bind`, and those of optional values.
 * https://pkg.go.dev/github.com/google/cel-go/ext
 */
export const macros: Readonly<Record<string, Macro>> = {
  all: (call, scope) => twoVariables(call, scope, 3, (loop) => decide(loop, false)),
  exists: (call, scope) => twoVariables(call, scope, 3, (loop) => decide(loop, true)),
  existsOne: (call, scope) => twoVariables(call, scope, 3, existsOne),
  exists_one: (call, scope) => twoVariables(call, scope, 3, existsOne),
  transformList: (call, scope) =>
    twoVariables(call, scope, 3, transformList) ?? twoVariables(call, scope, 4, transformList),
  transformMap: (call, scope) =>
    twoVariables(call, scope, 3, transformMap) ?? twoVariables(call, scope, 4, transformMap),
  transformMapEntry: (call, scope) =>
    twoVariables(call, scope, 3, transformMapEntry) ?? twoVariables(call, scope, 4, transformMapEntry),
  sortBy: compileSortBy,
  bind: compileBind,
  optMap: (call, scope) => compileOptional(call, scope, (value) => Optional.of(value)),
  optFlatMap: (call, scope) =>
    compileOptional(call, scope, (value) =>
      value instanceof Optional ? value : new Failure('no such overload: optFlatMap must answer an optional'),
    ),
};

/** A loop over a list (index and item) or a map (key and value). */
interface Loop {
  /** Calls `visit` in the right variables for each entry that the filter lets through, until it answers something. */
  readonly each: (
    run: Run,
    visit: (value: CelValue, key: CelValue) => CelValue | undefined,
  ) => CelValue | undefined;
}

type Build = (loop: Loop) => Code;

function twoVariables(
  { target, args }: Expr_Call,
  scope: Scope,
  count: number,
  build: Build,
): Code | undefined {
  if (args.length !== count) return undefined;
  const [first, second] = [variable(args[0]), variable(args[1])];
  const inside = scope.with(first, second);
  const [a, b] = [inside.find(first) ?? 0, inside.find(second) ?? 0];
  const range = scope.compile(target);
  const filter = count === 4 ? inside.compile(args[2]) : undefined;
  const body = inside.compile(args[count - 1]);
  return build({
    each: (run, visit) => {
      const over = range(run);
      const items = itemsOf(over);
      if (items instanceof Failure) return items;
      for (let i = 0; i < items.length; i++) {
        run.spend(1);
        const key = isMap(over) ? items[i] : BigInt(i);
        run.slots[a] = key;
        run.slots[b] = isMap(over) ? entryOf(over, items[i]) : items[i];
        const passes = filter?.(run) ?? true;
        if (passes instanceof Failure) return passes;
        if (passes !== true) continue;
        const answer = visit(body(run), key);
        if (answer !== undefined) return answer;
      }
      return undefined;
    },
  });
}

/** `all` and `exists`: a failure counts only when nothing decides. */
function decide(loop: Loop, decisive: boolean): Code {
  return (run) => {
    let failure: Failure | undefined;
    const answer = loop.each(run, (value) => {
      if (value === decisive) return value;
      if (typeof value !== 'boolean')
        failure ??= value instanceof Failure ? value : new Failure('no such overload');
      return undefined;
    });
    return answer ?? failure ?? !decisive;
  };
}

function existsOne(loop: Loop): Code {
  return (run) => {
    let count = 0;
    const failure = loop.each(run, (value) => {
      if (value === true) count++;
      return value instanceof Failure ? value : undefined;
    });
    return failure ?? count === 1;
  };
}

function transformList(loop: Loop): Code {
  return (run) => {
    const list: CelValue[] = [];
    const failure = loop.each(run, (value) => {
      list.push(value);
      return value instanceof Failure ? value : undefined;
    });
    return failure ?? list;
  };
}

function transformMap(loop: Loop): Code {
  return (run) => {
    const map = new Map<CelValue, CelValue>();
    return loop.each(run, (value, key) => addEntry(map, key, value)) ?? map;
  };
}

function transformMapEntry(loop: Loop): Code {
  return (run) => {
    const map = new Map<CelValue, CelValue>();
    const failure = loop.each(run, (value) => {
      if (value instanceof Failure) return value;
      if (!isMap(value)) return new Failure(`no such overload: transformMapEntry of ${typeOf(value)}`);
      for (const key of keysOf(value)) {
        const wrong = addEntry(map, key, entryOf(value, key));
        if (wrong !== undefined) return wrong;
      }
      return undefined;
    });
    return failure ?? map;
  };
}

function compileSortBy({ target, args }: Expr_Call, scope: Scope): Code | undefined {
  if (args.length !== 2) return undefined;
  const name = variable(args[0]);
  const inside = scope.with(name);
  const slot = inside.find(name) ?? 0;
  const range = scope.compile(target);
  const keyOf = inside.compile(args[1]);
  return (run) => {
    const items = range(run);
    if (!Array.isArray(items))
      return items instanceof Failure ? items : new Failure('no such overload: sortBy');
    const keys: CelValue[] = [];
    for (const item of items) {
      run.spend(1);
      run.slots[slot] = item;
      const key = keyOf(run);
      if (key instanceof Failure) return key;
      keys.push(key);
    }
    return sortByKeys(items, keys);
  };
}

/** `cel.bind(name, value, expression)`. */
function compileBind({ target, args }: Expr_Call, scope: Scope): Code | undefined {
  const isCel = target?.exprKind.case === 'identExpr' && target.exprKind.value.name === 'cel';
  if (!isCel || args.length !== 3 || scope.find('cel') !== undefined) return undefined;
  const name = variable(args[0]);
  const value = scope.compile(args[1]);
  const inside = scope.with(name);
  const slot = inside.find(name) ?? 0;
  const body = inside.compile(args[2]);
  return (run) => {
    run.slots[slot] = value(run);
    return body(run);
  };
}

function compileOptional(
  { target, args }: Expr_Call,
  scope: Scope,
  wrap: (value: CelValue) => CelValue,
): Code {
  if (args.length !== 2) throw new Unreadable('optMap and optFlatMap take a variable and an expression');
  const name = variable(args[0]);
  const of = scope.compile(target);
  const inside = scope.with(name);
  const slot = inside.find(name) ?? 0;
  const body = inside.compile(args[1]);
  return (run) => {
    const value = of(run);
    if (value instanceof Failure) return value;
    if (!(value instanceof Optional)) return new Failure(`no such overload: optMap of ${typeOf(value)}`);
    if (value.value === undefined) return value;
    run.slots[slot] = value.value;
    const answer = body(run);
    return answer instanceof Failure ? answer : wrap(answer);
  };
}

function variable(expr: Expr | undefined): string {
  if (expr?.exprKind.case === 'identExpr') return expr.exprKind.value.name;
  throw new Unreadable('the variable of a macro must be a simple name');
}

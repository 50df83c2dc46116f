import type { Expr, Expr_Comprehension } from '@bufbuild/cel-spec/cel/expr/syntax_pb.js';
import type { Code, Scope } from './scope.ts';
import { type CelValue, Failure, isMap, keysOf, typeOf } from './value.ts';

/** What the parser makes of `all`, `exists`, `exists_one`, `map` and `filter`: a loop with one variable of its own. */
export function compileFold(fold: Expr_Comprehension, scope: Scope): Code {
  const range = scope.compile(fold.iterRange);
  const start = scope.compile(fold.accuInit);
  const inside = scope.with(fold.iterVar, fold.accuVar);
  const item = inside.find(fold.iterVar) ?? 0;
  const result = inside.find(fold.accuVar) ?? 0;
  const goesOn = inside.compile(fold.loopCondition);
  const step = compileStep(fold.loopStep, fold.accuVar, inside);
  const answer = inside.compile(fold.result);
  return (run) => {
    const over = range(run);
    const items = itemsOf(over);
    if (items instanceof Failure) return items;
    run.slots[result] = start(run);
    for (const each of items) {
      run.spend(1);
      run.slots[item] = each;
      const more = goesOn(run);
      if (more instanceof Failure) return more;
      if (more !== true) break;
      run.slots[result] = step(run);
    }
    return answer(run);
  };
}

/** The items of a list, or the keys of a map. */
export function itemsOf(value: CelValue): readonly CelValue[] | Failure {
  if (value instanceof Failure) return value;
  if (Array.isArray(value)) return value;
  if (isMap(value)) return keysOf(value);
  return new Failure(`no such overload: a loop over ${typeOf(value)}`);
}

/** `result + [x]` in a loop's step puts x into the list that the loop began with; a new list for each item would cost n². */
function compileStep(expr: Expr | undefined, result: string, scope: Scope): Code {
  const kind = expr?.exprKind;
  if (kind?.case !== 'callExpr') return scope.compile(expr);
  const [first, second, third] = kind.value.args;
  if (kind.value.function === '_?_:_') {
    const test = scope.compile(first);
    const yes = compileStep(second, result, scope);
    const no = scope.compile(third);
    return (run) => {
      const value = test(run);
      if (typeof value !== 'boolean')
        return value instanceof Failure ? value : new Failure('no such overload: _?_:_');
      return value ? yes(run) : no(run);
    };
  }
  const appended = second?.exprKind.case === 'listExpr' ? second.exprKind.value.elements : [];
  const isAppend = first?.exprKind.case === 'identExpr' && first.exprKind.value.name === result;
  if (kind.value.function !== '_+_' || !isAppend || appended.length !== 1) return scope.compile(expr);
  const list = scope.compile(first);
  const item = scope.compile(appended[0]);
  return (run) => {
    const into = list(run);
    const value = item(run);
    if (into instanceof Failure || value instanceof Failure) return into instanceof Failure ? into : value;
    if (Array.isArray(into)) into.push(value);
    return into;
  };
}

import type { Expr } from '@bufbuild/cel-spec/cel/expr/syntax_pb.js';
import type { Scope } from './scope.ts';

/** `a.b` for names that are no variable in sight. */
export function qualifiedName(expr: Expr | undefined, scope: Scope): string | undefined {
  const kind = expr?.exprKind;
  if (kind?.case === 'identExpr') {
    return scope.find(kind.value.name) === undefined ? kind.value.name : undefined;
  }
  if (kind?.case !== 'selectExpr' || kind.value.testOnly) return undefined;
  const before = qualifiedName(kind.value.operand, scope);
  return before === undefined ? undefined : `${before}.${kind.value.field}`;
}

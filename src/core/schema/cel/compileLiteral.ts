import type { Expr, Expr_CreateStruct } from '@bufbuild/cel-spec/cel/expr/syntax_pb.js';
import { optionalEntry } from './optionalSyntax.ts';
import { type Code, type Scope, Unreadable } from './scope.ts';
import { type CelValue, Failure, mapKey, Optional, typeOf } from './value.ts';

interface Part {
  readonly code: Code;
  /** Left out when its value is none. */
  readonly isOptional: boolean;
}

export function compileList(elements: readonly Expr[], scope: Scope): Code {
  const parts = elements.map((element) => compilePart(element, scope));
  return (run) => {
    const list: CelValue[] = [];
    for (const { code, isOptional } of parts) {
      const value = code(run);
      if (value instanceof Failure) return value;
      if (!isOptional) list.push(value);
      else if (!(value instanceof Optional))
        return new Failure('no such overload: an optional item that is none');
      else if (value.value !== undefined) list.push(value.value);
    }
    return list;
  };
}

export function compileMap({ entries, messageName }: Expr_CreateStruct, scope: Scope): Code {
  if (messageName !== '') throw new Unreadable(`rules do not make values of type '${messageName}'`);
  const parts = entries.map(({ keyKind, value }) => {
    if (keyKind.case !== 'mapKey') throw new Unreadable('a map entry without a key');
    return { key: compilePart(keyKind.value, scope), value: scope.compile(value) };
  });
  return (run) => {
    const map = new Map<CelValue, CelValue>();
    for (const { key, value } of parts) {
      const failure = addEntry(map, key.code(run), value(run), key.isOptional);
      if (failure !== undefined) return failure;
    }
    return map;
  };
}

/** Adds an entry to a map that is being made, or says why it cannot. */
export function addEntry(
  map: Map<CelValue, CelValue>,
  key: CelValue,
  value: CelValue,
  isOptional = false,
): Failure | undefined {
  if (key instanceof Failure) return key;
  if (value instanceof Failure) return value;
  if (!['string', 'int', 'uint', 'bool'].includes(typeOf(key)))
    return new Failure(`unsupported key type: ${typeOf(key)}`);
  if (isOptional && !(value instanceof Optional)) {
    return new Failure('no such overload: an optional entry that is none');
  }
  const plain = isOptional && value instanceof Optional ? value.value : value;
  if (plain === undefined) return undefined;
  const kept = mapKey(key);
  if (map.has(kept)) return new Failure(`duplicate key in map: ${String(kept)}`);
  map.set(kept, plain);
  return undefined;
}

function compilePart(expr: Expr, scope: Scope): Part {
  const kind = expr.exprKind;
  const isOptional = kind.case === 'callExpr' && kind.value.function === optionalEntry;
  return { code: scope.compile(isOptional ? kind.value.args[0] : expr), isOptional };
}

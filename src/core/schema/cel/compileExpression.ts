import type { Constant, Expr } from '@bufbuild/cel-spec/cel/expr/syntax_pb.js';
import { compileCall } from './compileCall.ts';
import { compileFold } from './compileFold.ts';
import { compileList, compileMap } from './compileLiteral.ts';
import { fieldName, optionalField } from './optionalSyntax.ts';
import { qualifiedName } from './qualifiedName.ts';
import { type Code, type Scope, Unreadable } from './scope.ts';
import { hasField, selectField, selectOptional } from './selectField.ts';
import { Failure, TypeValue, Uint } from './value.ts';

const types = new Map(
  [
    ...[
      'null_type',
      'bool',
      'int',
      'uint',
      'double',
      'string',
      'bytes',
      'list',
      'map',
      'type',
      'optional_type',
    ],
    ...['google.protobuf.Duration', 'google.protobuf.Timestamp', 'net.IP', 'net.CIDR'],
    ...['kubernetes.URL', 'kubernetes.Quantity', 'kubernetes.NamedFormat', 'semver.Version'],
  ].map((name) => [name, new TypeValue(name)]),
);

/** Turns a parsed expression into code. Throws `Unreadable` for names and forms that we do not know. */
export function compileExpression(expr: Expr | undefined, scope: Scope): Code {
  const { exprKind: kind } = expr ?? { exprKind: { case: undefined } };
  switch (kind.case) {
    case 'constExpr': {
      const value = constantValue(kind.value);
      return () => value;
    }
    case 'identExpr':
      return compileName(kind.value.name, scope);
    case 'selectExpr':
      return compileSelect(kind.value, scope);
    case 'callExpr':
      return compileCall(kind.value, scope);
    case 'listExpr':
      return compileList(kind.value.elements, scope);
    case 'structExpr':
      return compileMap(kind.value, scope);
    case 'comprehensionExpr':
      return compileFold(kind.value, scope);
    default:
      throw new Unreadable('an expression is missing');
  }
}

function constantValue({ constantKind: kind }: Constant): unknown {
  switch (kind.case) {
    case 'nullValue':
      return null;
    case 'uint64Value':
      return new Uint(kind.value);
    case 'boolValue':
    case 'int64Value':
    case 'doubleValue':
    case 'stringValue':
    case 'bytesValue':
      return kind.value;
    default:
      throw new Unreadable('a constant of a kind that rules do not have');
  }
}

function compileName(name: string, scope: Scope): Code {
  const slot = scope.find(name);
  if (slot === undefined) {
    const type = types.get(name);
    if (type === undefined) throw new Unreadable(`undeclared reference to '${name}'`);
    return () => type;
  }
  if (name === 'oldSelf' && slot === 1) scope.compilation.usesOldSelf = true;
  return (run) => run.slots[slot];
}

function compileSelect(
  { operand, field, testOnly }: { operand?: Expr | undefined; field: string; testOnly: boolean },
  scope: Scope,
): Code {
  const qualified = qualifiedName(operand, scope);
  const type = qualified === undefined ? undefined : types.get(`${qualified}.${field}`);
  if (type !== undefined) return () => type;
  const isOptional = field.startsWith(optionalField);
  const name = fieldName(isOptional ? field.slice(optionalField.length) : field);
  const raw = unescapeField(name);
  const of = scope.compile(operand);
  const read = testOnly ? hasField : isOptional ? selectOptional : selectField;
  return (run) => {
    const value = of(run);
    return value instanceof Failure ? value : read(value, name, raw);
  };
}

const escapes: Readonly<Record<string, string>> = {
  __underscores__: '__',
  __dot__: '.',
  __dash__: '-',
  __slash__: '/',
};

/**
 * The field that an escaped name stands for: `__dash__` for a dash, `__namespace__` for a word that CEL keeps for itself.
 * https://kubernetes.io/docs/reference/using-api/cel/#escaping
 */
function unescapeField(name: string): string {
  const word =
    /^__(true|false|null|in|as|break|const|continue|else|for|function|if|import|let|loop|package|namespace|return|var|void|while)__$/.exec(
      name,
    );
  if (word?.[1] !== undefined) return word[1];
  return name.replace(/__(?:underscores|dot|dash|slash)__/g, (written) => escapes[written] ?? written);
}

/**
 * Reads the limits out of a compiled validator of an API package. The file is read as text, never run: each check in it
 * carries an error object that names the keyword and its limit, and calls another function for a field, an item or a
 * map's value. So the limits can be put back on the fields they are about. `null !== data` there means "optional".
 */
import { parse } from '@babel/parser';
import type * as t from '@babel/types';
import type { Schema } from '../../../src/core/catalogue/schema.ts';

/** What a validator demands, without what it leaves to the validators of other types. */
export interface Limits {
  /** Keywords of the value itself; `type` among them. */
  readonly own: Schema;
  readonly properties: ReadonlyMap<string, Limits>;
  readonly items?: Limits;
  readonly values?: Limits;
}

/** The limits that the text of a validator file demands. Throws when it is not of the form that is known. */
export function readValidator(text: string): Limits {
  const { program } = parse(text, { sourceType: 'module' });
  const functions = new Map<string, t.FunctionDeclaration>();
  const lists = new Map<string, readonly unknown[]>();
  for (const statement of program.body) {
    if (statement.type === 'FunctionDeclaration' && statement.id) functions.set(statement.id.name, statement);
    if (statement.type === 'VariableDeclaration') collectLists(statement, lists);
  }
  const main = exportedFunction(program.body);
  if (main === undefined || !functions.has(main)) throw new Error('The validator exports no function.');
  return new Reader(functions, lists).read(main);
}

/** `export const validate = validate3`. */
function exportedFunction(body: readonly t.Statement[]): string | undefined {
  for (const statement of body) {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration')
      continue;
    for (const { id, init } of statement.declaration.declarations) {
      if (id.type === 'Identifier' && id.name === 'validate' && init?.type === 'Identifier') return init.name;
    }
  }
  return undefined;
}

function collectLists(declaration: t.VariableDeclaration, lists: Map<string, readonly unknown[]>): void {
  for (const { id, init } of declaration.declarations) {
    if (id.type !== 'Identifier' || init?.type !== 'ArrayExpression') continue;
    lists.set(
      id.name,
      init.elements.map((element) => literalOf(element)),
    );
  }
}

/** A validator under construction. */
interface Draft {
  own: Schema;
  properties: Map<string, Limits>;
  items?: Limits;
  values?: Limits;
}

class Reader {
  readonly #functions: ReadonlyMap<string, t.FunctionDeclaration>;
  readonly #lists: ReadonlyMap<string, readonly unknown[]>;
  readonly #done = new Map<string, Limits>();

  constructor(
    functions: ReadonlyMap<string, t.FunctionDeclaration>,
    lists: ReadonlyMap<string, readonly unknown[]>,
  ) {
    this.#functions = functions;
    this.#lists = lists;
  }

  /** Recursion ends at functions of other files, and at a function that is being read. */
  read(name: string): Limits {
    const known = this.#done.get(name);
    if (known !== undefined) return known;
    const draft: Draft = { own: {}, properties: new Map() };
    this.#done.set(name, draft);
    const declaration = this.#functions.get(name);
    if (declaration !== undefined) visit(declaration.body, (node) => this.#note(node, draft));
    return draft;
  }

  #note(node: t.Node, draft: Draft): void {
    if (node.type === 'ObjectExpression') Object.assign(draft.own, this.#readFault(node));
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return;
    const called = node.callee.name;
    const subject = node.arguments[0];
    if (!/^validate\d+$/.test(called) || subject === undefined) return;
    if (subject.type === 'Identifier' && subject.name === 'data') merge(draft, this.read(called));
    else if (subject.type === 'MemberExpression') this.#noteChild(subject, this.read(called), draft);
  }

  #noteChild(subject: t.MemberExpression, limits: Limits, draft: Draft): void {
    const { property, computed } = subject;
    if (property.type === 'StringLiteral') draft.properties.set(property.value, limits);
    else if (property.type !== 'Identifier') throw new Error(`A validator looks at a ${property.type}.`);
    else if (!computed) draft.properties.set(property.name, limits);
    else if (property.name.startsWith('key')) draft.values = limits;
    else draft.items = limits;
  }

  /** `{instancePath, schemaPath: "#/maxItems", keyword: "maxItems", params: {limit: 16}}`. */
  #readFault(node: t.ObjectExpression): Schema {
    const keyword = stringAt(node, 'keyword');
    if (keyword === undefined || stringAt(node, 'schemaPath') !== `#/${keyword}`) return {};
    const params = memberOf(node, 'params');
    if (params?.type !== 'ObjectExpression') return {};
    switch (keyword) {
      case 'required':
        return {};
      case 'type':
      case 'format':
      case 'pattern':
        return { [keyword]: stringAt(params, keyword) };
      case 'enum': {
        const list = memberOf(params, 'allowedValues');
        const values = list?.type === 'Identifier' ? this.#lists.get(list.name) : undefined;
        if (values === undefined) throw new Error('A validator has an enum without a list of values.');
        return { enum: values };
      }
      case 'minimum':
      case 'maximum':
        return { [keyword]: literalOf(memberOf(params, 'limit')), ...exclusiveness(keyword, params) };
      case 'minLength':
      case 'maxLength':
      case 'minItems':
      case 'maxItems':
      case 'minProperties':
      case 'maxProperties':
        return { [keyword]: literalOf(memberOf(params, 'limit')) };
      case 'oneOf':
        return { intOrString: true };
      default:
        throw new Error(`A validator has the keyword ${keyword}, which the reader does not know.`);
    }
  }
}

function exclusiveness(keyword: 'minimum' | 'maximum', params: t.ObjectExpression): Schema {
  if (!/^[<>]$/.test(stringAt(params, 'comparison') ?? '')) return {};
  return keyword === 'minimum' ? { exclusiveMinimum: true } : { exclusiveMaximum: true };
}

function merge(draft: Draft, limits: Limits): void {
  Object.assign(draft.own, limits.own);
  for (const [name, each] of limits.properties) draft.properties.set(name, each);
  if (limits.items !== undefined) draft.items = limits.items;
  if (limits.values !== undefined) draft.values = limits.values;
}

function memberOf(node: t.ObjectExpression, name: string): t.Node | undefined {
  for (const member of node.properties) {
    if (member.type === 'ObjectProperty' && member.key.type === 'Identifier' && member.key.name === name)
      return member.value;
  }
  return undefined;
}

function stringAt(node: t.ObjectExpression, name: string): string | undefined {
  const value = memberOf(node, name);
  return value?.type === 'StringLiteral' ? value.value : undefined;
}

function literalOf(node: t.Node | null | undefined): unknown {
  if (node?.type === 'StringLiteral' || node?.type === 'NumericLiteral' || node?.type === 'BooleanLiteral')
    return node.value;
  if (node?.type === 'NullLiteral') return null;
  if (node?.type === 'UnaryExpression' && node.operator === '-') return -Number(literalOf(node.argument));
  if (node?.type === 'UnaryExpression' && node.operator === '!') return literalOf(node.argument) === 0;
  throw new Error(`A validator has a limit that is a ${node?.type ?? 'nothing'}.`);
}

function visit(node: t.Node, note: (node: t.Node) => void): void {
  note(node);
  for (const child of Object.values(node) as unknown[]) {
    if (Array.isArray(child)) {
      for (const each of child) if (isNode(each)) visit(each, note);
    } else if (isNode(child)) visit(child, note);
  }
}

function isNode(value: unknown): value is t.Node {
  return (
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
  );
}

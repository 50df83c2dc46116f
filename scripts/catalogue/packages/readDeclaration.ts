/**
 * Reads one declaration file of an API package: which type it declares, the fields of it with their documentation, and
 * what it embeds. The files are generated and regular: one interface or alias a file, imports by path. Anything else
 * is refused with the place, so that a new form in a new release is seen and not lost.
 */
import { parse } from '@babel/parser';
import type * as t from '@babel/types';
import type { Schema, TypeName } from '../../../src/core/catalogue/schema.ts';
import { readDoc } from './readDoc.ts';

export interface Declaration {
  readonly schema: Schema;
  /** Types whose fields this one has as well (embedded structs), by name. */
  readonly embeds: readonly TypeName[];
  /** The name of the compiled validator: `IoK8sSigsGatewayApiApisV1HTTPRoute`. */
  readonly validator: string | undefined;
}

/** Turns an import's path, as written in a file, into the name of the type there. */
export type ResolveImport = (specifier: string) => TypeName;

/** Reads the declaration of the named type from the text of its file. Throws on a form that is not known. */
export function readDeclaration(text: string, name: TypeName, resolve: ResolveImport): Declaration {
  const { program } = parse(text, { sourceType: 'module', plugins: ['typescript'] });
  const type = name.slice(name.lastIndexOf('.') + 1);
  const reader = new Reader(new Map([[`I${type}`, name], ...importsOf(program.body, resolve)]), text);
  for (const statement of program.body) {
    if (statement.type !== 'ExportNamedDeclaration') continue;
    const declared = statement.declaration;
    const doc = readDoc(statement.leadingComments ?? []);
    if (declared?.type === 'TSInterfaceDeclaration' && declared.id.name === `I${type}`) {
      const embeds = (declared.extends ?? []).flatMap((each) => reader.nameOfEmbedded(each));
      const schema = { ...reader.readMembers(declared.body.body), ...doc };
      return { schema, embeds, validator: validatorOf(program.body, type) };
    }
    if (declared?.type === 'TSTypeAliasDeclaration' && declared.id.name === `I${type}`) {
      const schema = { ...reader.readType(declared.typeAnnotation), ...doc };
      return { schema, embeds: [], validator: validatorOf(program.body, type) };
    }
  }
  throw new Error(`No interface or type I${type} in its file.`);
}

function importsOf(body: readonly t.Statement[], resolve: ResolveImport): ReadonlyMap<string, TypeName> {
  const imports = new Map<string, TypeName>();
  for (const statement of body) {
    if (statement.type !== 'ImportDeclaration' || statement.source.value === '@kubernetes-models/base')
      continue;
    for (const each of statement.specifiers) imports.set(each.local.name, resolve(statement.source.value));
  }
  return imports;
}

/** `export type { IDuration as IIoK8s...Duration, Duration as IoK8s...Duration }` names the validator. */
function validatorOf(body: readonly t.Statement[], type: string): string | undefined {
  for (const statement of body) {
    if (statement.type !== 'ExportNamedDeclaration') continue;
    for (const each of statement.specifiers) {
      if (each.type !== 'ExportSpecifier' || each.local.name !== type) continue;
      return each.exported.type === 'Identifier' ? each.exported.name : each.exported.value;
    }
  }
  return undefined;
}

class Reader {
  readonly #imports: ReadonlyMap<string, TypeName>;
  readonly #text: string;

  constructor(imports: ReadonlyMap<string, TypeName>, text: string) {
    this.#imports = imports;
    this.#text = text;
  }

  /** Fields in the order of the file. An index signature makes a map. */
  readMembers(members: readonly t.TSTypeElement[]): Schema {
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    let values: Schema | undefined;
    for (const member of members) {
      if (member.type === 'TSIndexSignature') values = this.#annotation(member.typeAnnotation, member);
      else if (member.type === 'TSPropertySignature') {
        const name = this.#fieldName(member);
        properties[name] = {
          ...this.#annotation(member.typeAnnotation, member),
          ...readDoc(member.leadingComments ?? []),
        };
        if (member.optional !== true) required.push(name);
      } else this.#refuse(member);
    }
    return {
      type: 'object',
      ...(Object.keys(properties).length === 0 ? {} : { properties }),
      ...(required.length === 0 ? {} : { required }),
      ...(values === undefined ? {} : { values }),
    };
  }

  readType(type: t.TSType): Schema {
    switch (type.type) {
      case 'TSStringKeyword':
        return { type: 'string' };
      case 'TSNumberKeyword':
        return { type: 'number' };
      case 'TSBooleanKeyword':
        return { type: 'boolean' };
      case 'TSAnyKeyword':
      case 'TSUnknownKeyword':
        return { keepsUnknown: true };
      case 'TSTypeLiteral':
        return this.readMembers(type.members);
      case 'TSArrayType':
        return { type: 'array', items: this.readType(type.elementType) };
      case 'TSLiteralType':
      case 'TSUnionType':
        return this.#literals(type);
      case 'TSTypeReference':
        return this.#reference(type);
      default:
        return this.#refuse(type);
    }
  }

  nameOfEmbedded(type: t.TSExpressionWithTypeArguments): TypeName[] {
    const expression = type.expression;
    if (expression.type !== 'Identifier') return this.#refuse(type);
    return expression.name === 'TypeMeta' ? [] : [this.#named(expression.name, type)];
  }

  #reference(type: t.TSTypeReference): Schema {
    if (type.typeName.type !== 'Identifier') return this.#refuse(type);
    const { name } = type.typeName;
    const argument = (type.typeParameters as t.TSTypeParameterInstantiation | null | undefined)?.params[0];
    if (name === 'Array' && argument !== undefined) return { type: 'array', items: this.readType(argument) };
    return { ref: this.#named(name, type) };
  }

  #literals(type: t.TSLiteralType | t.TSUnionType): Schema {
    const parts = type.type === 'TSUnionType' ? type.types : [type];
    const values = parts.map((part) => {
      if (part.type !== 'TSLiteralType') return undefined;
      const { literal } = part;
      return literal.type === 'StringLiteral' || literal.type === 'NumericLiteral'
        ? literal.value
        : undefined;
    });
    if (values.every((value) => typeof value === 'string')) return { type: 'string', enum: values };
    if (values.every((value) => typeof value === 'number')) return { type: 'integer', enum: values };
    const kinds = new Set(parts.map((part) => part.type));
    if (kinds.has('TSStringKeyword') && kinds.has('TSNumberKeyword')) return { intOrString: true };
    return this.#refuse(type);
  }

  #annotation(annotation: t.TSTypeAnnotation | t.Noop | null | undefined, at: t.Node): Schema {
    return annotation?.type === 'TSTypeAnnotation'
      ? this.readType(annotation.typeAnnotation)
      : this.#refuse(at);
  }

  #fieldName(member: t.TSPropertySignature): string {
    if (member.key.type === 'StringLiteral') return member.key.value;
    return member.key.type === 'Identifier' && !member.computed ? member.key.name : this.#refuse(member);
  }

  #named(local: string, at: t.Node): TypeName {
    return this.#imports.get(local) ?? this.#refuse(at);
  }

  #refuse(at: t.Node): never {
    const source = this.#text.slice(at.start ?? 0, at.end ?? 0).slice(0, 80);
    throw new Error(
      `Line ${at.loc?.start.line ?? 0}: \`${source}\` is a form that the reader does not know.`,
    );
  }
}

/**
 * The API packages as data: one schema for each named type, read from its declaration and its validator when it is first
 * asked for. Embedded types are named, not copied in, so that what is written on them later reaches those that embed
 * them.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Schema, TypeName } from '../../../src/core/catalogue/schema.ts';
import { joinLimits } from './joinLimits.ts';
import { readDeclaration } from './readDeclaration.ts';
import { readValidator } from './readValidator.ts';
import { specialTypes } from './specialTypes.ts';
import { findApiPackages, findTypeFiles, type TypeFile, typeNameOf } from './typeFiles.ts';

/** A type without the fields that it has from embedded types. */
export interface BaseType {
  readonly schema: Schema;
  readonly embeds: readonly TypeName[];
}

/** Where base types come from; tests make their own. */
export interface BaseTypes {
  readonly names: Iterable<TypeName>;
  find(name: TypeName): BaseType | undefined;
}

/** The types of the installed packages. */
export function readPackageTypes(): BaseTypes {
  const packages = findApiPackages();
  const files = findTypeFiles(packages);
  const kept = new Map<TypeName, BaseType>();
  return {
    names: files.keys(),
    find(name) {
      const known = kept.get(name);
      if (known !== undefined) return known;
      const file = files.get(name);
      if (file === undefined) return undefined;
      const read = readBaseType(file);
      kept.set(name, read);
      return read;
    },
  };
}

function readBaseType({ name, file, package: from }: TypeFile): BaseType {
  try {
    const declared = readDeclaration(readFileSync(file, 'utf8'), name, (specifier) =>
      resolveImport(specifier, path.relative(from.folder, file)),
    );
    const special = specialTypes[name];
    if (special !== undefined) return { schema: { ...docOf(declared.schema), ...special }, embeds: [] };
    const validator = path.join(from.folder, '_schemas', `${declared.validator ?? ''}.js`);
    const limits = existsSync(validator) ? readValidator(readFileSync(validator, 'utf8')) : undefined;
    return { schema: withoutTypeMeta(joinLimits(declared.schema, limits)), embeds: declared.embeds };
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function docOf({ doc }: Schema): Schema {
  return doc === undefined ? {} : { doc };
}

/** `./Duration.js` and `@kubernetes-models/apimachinery/apis/meta/v1/Time`, as names of types. */
function resolveImport(specifier: string, relativeFile: string): TypeName {
  if (specifier.startsWith('.')) {
    return typeNameOf(path.posix.join(path.posix.dirname(relativeFile.replaceAll('\\', '/')), specifier));
  }
  return typeNameOf(specifier.replace(/^(@kubernetes-models\/[^/]+|kubernetes-models)\//, ''));
}

/** Of a whole resource, apiVersion and kind are plain strings, and not required: the server finds the type by them. */
function withoutTypeMeta(schema: Schema): Schema {
  const { apiVersion, kind } = schema.properties ?? {};
  if (apiVersion?.enum?.length !== 1 || kind?.enum?.length !== 1) return schema;
  const { required = [], ...rest } = schema;
  const left = required.filter((field) => field !== 'apiVersion' && field !== 'kind');
  return {
    ...rest,
    properties: { ...schema.properties, apiVersion: typeMeta.apiVersion, kind: typeMeta.kind },
    ...(left.length === 0 ? {} : { required: left }),
  };
}

/** The two fields that say what a resource is. */
export const typeMeta = {
  apiVersion: { type: 'string', doc: 'The API group and version that the resource is written for.' },
  kind: { type: 'string', doc: 'What the resource is.' },
} as const satisfies Record<string, Schema>;

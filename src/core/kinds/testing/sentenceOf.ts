import { parseYaml } from '../../yaml/parseYaml.ts';
import { fieldsOfForm, type ListFieldDeclaration } from '../form.ts';
import { kinds } from '../registry.ts';
import type { KindDefinition } from '../types.ts';
import { fieldPaths } from './fieldPaths.ts';

/** What a section of a form says of a resource with this spec, as YAML. */
export function sectionSays(kind: string, title: string, spec: string): string | undefined {
  const found = definitionOf(kind).form.find((each) => each.title === title);
  if (found === undefined) throw new Error(`${kind} has no section ${title}`);
  return found.say?.(read(`spec: ${spec}`));
}

/** What a list of a form says of an item, as YAML. */
export function itemSays(kind: string, path: string, yaml: string): string | undefined {
  return listOf(kind, path).say?.(read(yaml));
}

/** The list of a form at a path. */
export function listOf(kind: string, path: string): ListFieldDeclaration {
  const found = fieldPaths(fieldsOfForm(definitionOf(kind).form)).find((each) => each.path === path);
  if (found?.field.type !== 'list') throw new Error(`${kind} has no list ${path}`);
  return found.field;
}

function definitionOf(kind: string): KindDefinition {
  const definition = kinds.find((each) => each.kind === kind);
  if (definition === undefined) throw new Error(`no ${kind}`);
  return definition;
}

function read(yaml: string): unknown {
  const { value, problems } = parseYaml(yaml);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '));
  return value;
}

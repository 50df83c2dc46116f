import type { AnalysedResource, Finding } from '../../../core/analysis.ts';
import { pathKey, readFieldPath } from '../../../core/forms/fieldPath.ts';
import type { FieldDeclaration } from '../../../core/kinds/form.ts';
import { type Path, pathStartsWith, valueAt } from '../../../core/yaml/path.ts';

/** The findings of a resource beside the fields they are about. */
export interface FieldFindings {
  /** By the key of the field's path, or of the item of a list when no field of it is meant. */
  readonly byField: ReadonlyMap<string, readonly Finding[]>;
  /** Those about something that the form does not show. */
  readonly rest: readonly Finding[];
}

/** Gives each finding to the innermost field that its path leads to. */
export function findingsByField(
  resource: AnalysedResource,
  findings: readonly Finding[],
  fields: readonly FieldDeclaration[],
): FieldFindings {
  const byField = new Map<string, Finding[]>();
  const rest: Finding[] = [];
  for (const finding of findings) {
    if (finding.resource !== resource.id) continue;
    const path = finding.place.path.slice(resource.place.path.length);
    const owner = ownerOf(fields, [], path) ?? drawnFromSchema(resource, path);
    if (owner === null) rest.push(finding);
    else {
      const key = pathKey(owner);
      byField.set(key, [...(byField.get(key) ?? []), finding]);
    }
  }
  return { byField, rest };
}

function ownerOf(fields: readonly FieldDeclaration[], base: Path, path: Path): Path | null {
  for (const field of fields) {
    const own = [...base, ...readFieldPath(field.path)];
    if (!pathStartsWith(path, own)) continue;
    if (field.type === 'choice') {
      const inner = ownerOf(membersOf(field), own, path);
      if (inner !== null) return inner;
      continue;
    }
    if (field.type !== 'list') return own;
    const index = path[own.length];
    if (typeof index !== 'number') return own;
    const item = [...own, index];
    return ownerOf(field.fields, item, path) ?? item;
  }
  return null;
}

/** The fields of a choice: the one that names its member, and those of every member. */
function membersOf(field: Extract<FieldDeclaration, { type: 'choice' }>): readonly FieldDeclaration[] {
  const named: readonly FieldDeclaration[] =
    field.by === undefined ? [] : [{ type: 'text', path: field.by, label: field.label }];
  return [...named, ...field.members.flatMap((member) => member.fields), ...(field.otherwise?.fields ?? [])];
}

/** A scalar that is set and that no field declares is drawn from its schema, at its own path. */
function drawnFromSchema(resource: AnalysedResource, path: Path): Path | null {
  const value = valueAt(resource.value, path);
  const isScalar = value !== undefined && (value === null || typeof value !== 'object');
  return isScalar && path[0] === 'spec' ? path : null;
}

import type { Rule } from '../../rule.ts';
import type { TypeName } from '../../schema.ts';
import type { FieldOverlay, TypeOverlay } from '../overlay.ts';

/** Overlays of the types of one group and version, by their bare names: `HTTPRouteRule`. */
export type TypeTable = Readonly<Record<string, TypeOverlay>>;

/** Where the types of Gateway API are explained. */
export const reference = 'https://gateway-api.sigs.k8s.io/reference/spec/';

/** The full name of a type of `gateway.networking.k8s.io/v1`. */
export const v1Name = (type: string): TypeName => nameIn('gateway.networking.k8s.io/v1', type);

/** `gateway.networking.k8s.io/v1` and `HTTPRoute` -> the type's full name. */
export function nameIn(folder: string, type: string): TypeName {
  return `${folder}.${type}`;
}

/** A table under full names, with every rule linked to the type's place in the reference documentation. */
export function typesIn(folder: string, table: TypeTable, docs = reference): Record<TypeName, TypeOverlay> {
  return Object.fromEntries(
    Object.entries(table).map(([type, overlay]) => [
      nameIn(folder, type),
      linked(overlay, `${docs}#${type.toLowerCase()}`),
    ]),
  );
}

function linked(overlay: TypeOverlay, link: string): TypeOverlay {
  const withLink = (rule: Rule): Rule =>
    rule.rule === 'each' ? { link, ...rule, rules: rule.rules.map(withLink) } : { link, ...rule };
  const fields = Object.entries(overlay.fields ?? {}).map(([path, field]): [string, FieldOverlay | null] =>
    field?.rules === undefined ? [path, field] : [path, { ...field, rules: field.rules.map(withLink) }],
  );
  return {
    ...overlay,
    ...(fields.length === 0 ? {} : { fields: Object.fromEntries(fields) }),
    ...(overlay.rules === undefined ? {} : { rules: overlay.rules.map(withLink) }),
  };
}

import type { Rule } from '../../rule.ts';
import type { TypeName } from '../../schema.ts';
import { of } from '../fields.ts';
import type { FieldOverlay, TypeOverlay } from '../overlay.ts';

/** Where upstream documents its types, each under its name in small letters. */
export const envoyGatewayDocs = 'https://gateway.envoyproxy.io/v1.9/api/extension_types/';

/** The full name of a Go type of Envoy Gateway. */
export const eg = (type: string): TypeName => `gateway.envoyproxy.io/v1alpha1.${type}`;
/** The full name of a Go type of Gateway API that Envoy Gateway uses. */
export const gw = (type: string): TypeName => `gateway.networking.k8s.io/v1.${type}`;

export const duration = (doc: string, more: FieldOverlay = {}): FieldOverlay => of(gw('Duration'), doc, more);
/** Part of a whole, such as 1 of 100 requests. */
export const fraction = (doc: string): FieldOverlay => of(gw('Fraction'), doc);

/** A table of Envoy Gateway's types by short name -> by full name, each rule with a link to upstream's documentation. */
export function envoyTypes(
  types: Readonly<Record<string, TypeOverlay>>,
): Readonly<Record<TypeName, TypeOverlay>> {
  return Object.fromEntries(Object.entries(types).map(([name, type]) => [eg(name), linked(name, type)]));
}

function linked(name: string, type: TypeOverlay): TypeOverlay {
  const link = `${envoyGatewayDocs}#${name.toLowerCase()}`;
  const fields = Object.entries(type.fields ?? {}).map(([field, own]) => [
    field,
    own?.rules === undefined ? own : { ...own, rules: own.rules.map((rule) => withLink(rule, link)) },
  ]);
  return {
    ...type,
    ...(fields.length === 0 ? {} : { fields: Object.fromEntries(fields) }),
    ...(type.rules === undefined ? {} : { rules: type.rules.map((rule) => withLink(rule, link)) }),
  };
}

function withLink(rule: Rule, link: string): Rule {
  if (rule.rule !== 'each') return { link, ...rule };
  return { link, ...rule, rules: rule.rules.map((inner) => withLink(inner, link)) };
}

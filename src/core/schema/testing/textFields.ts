import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Plain } from '../../yaml/types.ts';
import { SchemaNode } from '../schemaNode.ts';

/** A field that holds a text of a certain form. */
export interface TextField {
  /** `HTTPRoute.spec.hostnames[]`. */
  readonly name: string;
  /** A resource, as good as empty, with this text there. */
  resourceWith(text: string): Plain;
}

const deepest = 14;

/** One field for each pattern, format and set of rules that texts of the built-in kinds have. */
export function textFields(catalogue: Catalogue): readonly TextField[] {
  const fields = new Map<string, TextField>();
  for (const { group, version, kind } of catalogue.headers) {
    const found = catalogue.find(group, version, kind);
    if (found.state !== 'known') continue;
    const apiVersion = group === '' ? version : `${group}/${version}`;
    const seen = new Set<unknown>();
    const visit = (node: SchemaNode | undefined, steps: readonly string[]) => {
      if (node === undefined || steps.length > deepest || seen.has(node)) return;
      seen.add(node);
      const form = formOf(node);
      if (form !== undefined && !fields.has(form)) {
        const resourceWith = (text: string) => ({
          ...{ apiVersion, kind, metadata: { name: 'a' } },
          ...(nest(steps, text) as Record<string, Plain>),
        });
        fields.set(form, { name: `${kind}.${steps.join('.')}`, resourceWith });
      }
      for (const name of node.shape.properties.keys()) visit(node.listed(name), [...steps, name]);
      visit(node.items, [...steps, '[]']);
      visit(node.values, [...steps, '{}']);
    };
    visit(SchemaNode.of(found.kind.shape).listed('spec'), ['spec']);
  }
  return [...fields.values()];
}

function formOf({ schema, shape }: SchemaNode): string | undefined {
  const { type, intOrString, pattern, format } = schema;
  if (type !== 'string' && intOrString !== true) return undefined;
  const form = `${pattern} ${format} ${JSON.stringify(shape.rules)}`;
  return form === 'undefined undefined []' ? undefined : form;
}

function nest([step, ...rest]: readonly string[], text: string): Plain {
  if (step === undefined) return text;
  const inner = nest(rest, text);
  if (step === '[]') return [inner];
  return { [step === '{}' ? 'a' : step]: inner };
}

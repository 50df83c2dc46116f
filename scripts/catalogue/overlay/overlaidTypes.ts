/**
 * The types of one pack: those of the packages, with the overlays laid over them in order, and with the fields of
 * embedded types laid under. A type is made when it is first asked for.
 */
import type { Overlay, TypeOverlay } from '../../../src/core/catalogue/overlay/overlay.ts';
import type { Schema, TypeName } from '../../../src/core/catalogue/schema.ts';
import { layOver } from '../../../src/core/catalogue/shape.ts';
import type { BaseTypes } from '../packages/packageTypes.ts';
import { applyTypeOverlay } from './applyTypeOverlay.ts';

/** Takes one mistake of an overlay, with the overlay, the type and the field named in it. */
export type ReportMistake = (mistake: string) => void;

export interface OverlaidTypes {
  /** Undefined when no package and no overlay knows the type. */
  find(name: TypeName): Schema | undefined;
  /** It was asked for, or is embedded in a type that was. */
  isMade(name: TypeName): boolean;
}

/** The overlays that an overlay builds on, each once, the lowest first, and itself last. */
export function layersOf(overlay: Overlay): readonly Overlay[] {
  return [...new Set([...(overlay.extends ?? []).flatMap(layersOf), overlay])];
}

export function overlayTypes(base: BaseTypes, overlay: Overlay, report: ReportMistake): OverlaidTypes {
  const layers = layersOf(overlay);
  const made = new Map<TypeName, Schema | undefined>();
  const making = new Set<TypeName>();

  function find(name: TypeName): Schema | undefined {
    if (made.has(name)) return made.get(name);
    if (making.has(name)) {
      report(`${overlay.pack}: ${name}: It is made from itself.`);
      return undefined;
    }
    making.add(name);
    let schema = fromPackage(name);
    for (const layer of layers) {
      const own = layer.types[name];
      if (own !== undefined) schema = lay(layer, name, schema, own);
    }
    making.delete(name);
    made.set(name, schema);
    return schema;
  }

  function fromPackage(name: TypeName): Schema | undefined {
    const found = base.find(name);
    if (found === undefined) return undefined;
    const under = found.embeds.map((embedded) => withoutOwnDoc(find(embedded)));
    return [...under, found.schema].reduce((below, above) => layOver(below, above), {});
  }

  function lay(
    layer: Overlay,
    name: TypeName,
    below: Schema | undefined,
    own: TypeOverlay,
  ): Schema | undefined {
    const say = (fault: string, field = '') =>
      report(`${layer.pack}: ${name}${field === '' ? '' : ` › ${field}`}: ${fault}`);
    let under = below;
    if (own.from === 'nothing') {
      under = own.fields === undefined || own.ref !== undefined ? {} : { type: 'object' };
    } else if (own.from !== undefined) {
      under = find(own.from);
      if (under === undefined) say(`It is made from ${own.from}, which is not there.`);
    }
    if (under === undefined) {
      if (own.from === undefined) say("No package holds this type. To make it, say `from: 'nothing'`.");
      return below;
    }
    return applyTypeOverlay(under, own, (field, fault) => say(fault, field));
  }

  return { find, isMade: (name) => made.has(name) };
}

function withoutOwnDoc(schema: Schema | undefined): Schema {
  const { doc: _, deprecated: __, ...rest } = schema ?? {};
  return rest;
}

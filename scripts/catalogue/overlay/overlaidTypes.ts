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

/** The overlays that an overlay builds on, each once, the lowest first, and itself last. */
export function layersOf(overlay: Overlay): readonly Overlay[] {
  return [...new Set([...(overlay.extends ?? []).flatMap(layersOf), overlay])];
}

export class OverlaidTypes {
  readonly #base: BaseTypes;
  readonly #overlay: Overlay;
  readonly #layers: readonly Overlay[];
  readonly #report: ReportMistake;
  readonly #made = new Map<TypeName, Schema | undefined>();
  readonly #making = new Set<TypeName>();

  constructor(base: BaseTypes, overlay: Overlay, report: ReportMistake) {
    this.#base = base;
    this.#overlay = overlay;
    this.#layers = layersOf(overlay);
    this.#report = report;
  }

  /** It was asked for, or is embedded in a type that was. */
  isMade(name: TypeName): boolean {
    return this.#made.has(name);
  }

  /** Undefined when no package and no overlay knows the type. */
  find(name: TypeName): Schema | undefined {
    if (this.#made.has(name)) return this.#made.get(name);
    if (this.#making.has(name)) {
      this.#report(`${this.#overlay.pack}: ${name}: It is made from itself.`);
      return undefined;
    }
    this.#making.add(name);
    let schema = this.#fromPackage(name);
    for (const layer of this.#layers) {
      const own = layer.types[name];
      if (own !== undefined) schema = this.#lay(layer, name, schema, own);
    }
    this.#making.delete(name);
    this.#made.set(name, schema);
    return schema;
  }

  #fromPackage(name: TypeName): Schema | undefined {
    const found = this.#base.find(name);
    if (found === undefined) return undefined;
    const under = found.embeds.map((embedded) => withoutOwnDoc(this.find(embedded)));
    return [...under, found.schema].reduce((below, above) => layOver(below, above), {});
  }

  #lay(layer: Overlay, name: TypeName, below: Schema | undefined, own: TypeOverlay): Schema | undefined {
    const say = (fault: string, field = '') =>
      this.#report(`${layer.pack}: ${name}${field === '' ? '' : ` › ${field}`}: ${fault}`);
    let under = below;
    if (own.from === 'nothing') {
      under = own.fields === undefined || own.ref !== undefined ? {} : { type: 'object' };
    } else if (own.from !== undefined) {
      under = this.find(own.from);
      if (under === undefined) say(`It is made from ${own.from}, which is not there.`);
    }
    if (under === undefined) {
      if (own.from === undefined) say("No package holds this type. To make it, say `from: 'nothing'`.");
      return below;
    }
    return applyTypeOverlay(under, own, (field, fault) => say(fault, field));
  }
}

function withoutOwnDoc(schema: Schema | undefined): Schema {
  const { doc: _, deprecated: __, ...rest } = schema ?? {};
  return rest;
}

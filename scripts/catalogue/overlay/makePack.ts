/**
 * Makes the pack of one overlay: its kinds, and every type that they reach. The pack is complete in itself; a reference
 * that leads nowhere, or a type that the overlay writes and no kind reaches, is reported.
 */
import type { Overlay } from '../../../src/core/catalogue/overlay/overlay.ts';
import type { Pack } from '../../../src/core/catalogue/pack.ts';
import type { Schema, TypeName } from '../../../src/core/catalogue/schema.ts';
import type { BaseTypes } from '../packages/packageTypes.ts';
import { typeMeta } from '../packages/packageTypes.ts';
import { reviewPack } from '../review/reviewPack.ts';
import { OverlaidTypes, type ReportMistake } from './overlaidTypes.ts';
import { shortenDocs } from './shortenDocs.ts';

export interface MadePack {
  readonly pack: Pack;
  /** Mistakes in the overlay; with any, the pack is not what its author meant. */
  readonly mistakes: readonly string[];
  /** Types of the overlay that no kind reaches, and no other type is made from. */
  readonly unused: readonly TypeName[];
}

/** Makes the pack of an overlay from the types of the packages. Goes on after mistakes, so that all of them are seen. */
export function makePack(base: BaseTypes, overlay: Overlay): MadePack {
  const mistakes = new Set<string>();
  const types = new OverlaidTypes(base, overlay, (mistake) => mistakes.add(mistake));
  const reached = reachTypes(overlay, types, (mistake) => mistakes.add(mistake));
  const unused = Object.keys(overlay.types).filter((name) => !types.isMade(name));
  for (const name of unused) types.find(name);
  const groups = new Set(overlay.kinds.map(({ group }) => group));
  const sorted = [...reached].sort(([a], [b]) => (a < b ? -1 : 1));
  const pack: Pack = {
    name: overlay.pack,
    upstream: overlay.upstream,
    kinds: overlay.kinds,
    types: Object.fromEntries(
      sorted.map(([name, schema]) => [name, groups.has(groupOf(name)) ? schema : shortenDocs(schema)]),
    ),
  };
  return { pack, mistakes: mistakes.size > 0 ? [...mistakes] : reviewPack(pack), unused };
}

/** The types of the kinds, and all that they refer to at any distance. */
function reachTypes(overlay: Overlay, types: OverlaidTypes, report: ReportMistake): Map<TypeName, Schema> {
  const reached = new Map<TypeName, Schema>();
  const waiting: { name: TypeName; from: TypeName }[] = [];
  const reach = (name: TypeName, schema: Schema) => {
    reached.set(name, schema);
    for (const ref of refsOf(schema)) waiting.push({ name: ref, from: name });
  };
  for (const { type, kind } of overlay.kinds) {
    const schema = types.find(type);
    if (schema === undefined) report(`${overlay.pack}: kind ${kind}: Its type ${type} is not there.`);
    else if (!reached.has(type)) reach(type, asResource(schema));
  }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next.name)) continue;
    const schema = types.find(next.name);
    if (schema === undefined) {
      report(`${overlay.pack}: ${next.from}: It refers to ${next.name}, which is not there.`);
    } else reach(next.name, schema);
  }
  return reached;
}

/** The API group of a type: of `apps/v1.Deployment` it is `apps`, of `v1.Service` the core group. */
function groupOf(name: TypeName): string {
  return /^(.*)\/[^/]*$/.exec(name)?.[1] ?? '';
}

/** Every named type that a schema mentions, at any depth. */
export function refsOf(schema: Schema): TypeName[] {
  const parts = [
    ...Object.values(schema.properties ?? {}),
    ...Object.values(schema.inChannel ?? {}),
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...[schema.items, schema.values, schema.not].filter((part) => part !== undefined),
  ];
  return [...(schema.ref === undefined ? [] : [schema.ref]), ...parts.flatMap(refsOf)];
}

/** A whole resource has apiVersion, kind and the metadata that every resource has. */
function asResource(schema: Schema): Schema {
  const { apiVersion, kind, metadata: _, ...rest } = schema.properties ?? {};
  const properties = {
    apiVersion: apiVersion ?? typeMeta.apiVersion,
    kind: kind ?? typeMeta.kind,
    metadata: { ref: 'apis/meta/v1.ObjectMeta' },
    ...rest,
  };
  return { ...schema, type: 'object', properties };
}

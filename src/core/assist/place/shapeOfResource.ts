import type { Catalogue, KindHeader } from '../../catalogue/catalogue.ts';
import type { Schema } from '../../catalogue/schema.ts';
import { Shape } from '../../catalogue/shape.ts';
import type { Path } from '../../yaml/path.ts';
import type { ResourceHead } from './resourceHead.ts';

/** What the catalogue knows of a resource. */
export interface KnownShape {
  /** Of the whole resource; of any resource where the kind is not known. */
  readonly shape: Shape;
  readonly header?: KindHeader;
  /** The pack that knows it and is not loaded. */
  readonly wants?: string;
}

/** The fields of a resource, as its apiVersion and kind say; where only the kind is there, as its best version has them. */
export function shapeOfResource(
  catalogue: Catalogue,
  head: Pick<ResourceHead, 'apiVersion' | 'group' | 'version' | 'kind'>,
): KnownShape {
  const version =
    head.apiVersion === '' ? bestHeaders(catalogue).find((each) => each.kind === head.kind) : head;
  if (version === undefined || head.kind === '') return { shape: anyResource(catalogue) };
  const found = catalogue.find(version.group, version.version, head.kind);
  if (found.state === 'known') return { shape: found.kind.shape, header: found.kind };
  const shape = anyResource(catalogue);
  if (found.state === 'unloaded') return { shape, header: found.header, wants: found.pack };
  return found.state === 'not-served' ? { shape, header: found.header } : { shape };
}

/** The shape at a path below another; undefined where nothing is known. */
export function shapeAt(shape: Shape, path: Path): Shape | undefined {
  let at: Shape | undefined = shape;
  for (const step of path) {
    at = at?.step(step);
    if (at === undefined) return undefined;
  }
  return at;
}

const best = new WeakMap<Catalogue, readonly KindHeader[]>();

/** One header for each group and kind that is served: the version that clusters store, else the first. */
export function bestHeaders(catalogue: Catalogue): readonly KindHeader[] {
  let headers = best.get(catalogue);
  if (headers === undefined) {
    const chosen = new Map<string, KindHeader>();
    for (const header of servedHeaders(catalogue)) {
      const name = `${header.group}/${header.kind}`;
      const before = chosen.get(name);
      if (before === undefined || (before.storage !== true && header.storage === true))
        chosen.set(name, header);
    }
    headers = [...chosen.values()];
    best.set(catalogue, headers);
  }
  return headers;
}

/** Every kind and version that the server answers in the chosen channel. */
export function servedHeaders({ headers, channel }: Catalogue): readonly KindHeader[] {
  return headers.filter((each) => each.served !== false && (each.servedIn ?? channel) === channel);
}

/** `gateway.networking.k8s.io/v1`, `v1`. */
export function apiVersionOf({ group, version }: Pick<KindHeader, 'group' | 'version'>): string {
  return group === '' ? version : `${group}/${version}`;
}

const text = { type: 'string' } as const;
const texts: Schema = { type: 'object', values: text };

/** What every resource has. */
const anySchema: Schema = {
  type: 'object',
  keepsUnknown: true,
  required: ['apiVersion', 'kind', 'metadata'],
  properties: {
    apiVersion: { ...text, doc: 'The group and version of the API that the resource belongs to.' },
    kind: { ...text, doc: 'What the resource is: its type within the API.' },
    metadata: {
      type: 'object',
      keepsUnknown: true,
      doc: 'The identity of the resource, with its labels and annotations.',
      properties: {
        name: { ...text, doc: 'The name, unique among the resources of its kind in the namespace.' },
        namespace: { ...text, doc: 'The namespace it lives in; `default` when none is written.' },
        labels: { ...texts, doc: 'Words to find and select it by.' },
        annotations: { ...texts, doc: 'Notes for tools; they select nothing.' },
      },
    },
  },
};

const anyShapes = new WeakMap<Catalogue, Shape>();

function anyResource(catalogue: Catalogue): Shape {
  let shape = anyShapes.get(catalogue);
  if (shape === undefined) {
    shape = new Shape(anySchema, {}, catalogue.channel);
    anyShapes.set(catalogue, shape);
  }
  return shape;
}

import type { CatalogueKind } from '../../catalogue/catalogue.ts';
import type { Channel, Schema } from '../../catalogue/schema.ts';
import { Shape } from '../../catalogue/shape.ts';

/** A namespaced kind `Thing` of `example.com/v1` with that spec, for tests. */
export function kindOf(
  spec: Schema,
  more: Partial<CatalogueKind> = {},
  channel: Channel = 'standard',
): CatalogueKind {
  const schema: Schema = {
    type: 'object',
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { type: 'object' },
      spec,
      status: { type: 'object', properties: { phase: { type: 'string', enum: ['Ready', 'Failed'] } } },
    },
  };
  return {
    group: 'example.com',
    version: 'v1',
    kind: 'Thing',
    plural: 'things',
    scope: 'namespaced',
    origin: {
      type: 'built-in',
      pack: 'example.com',
      upstream: { project: 'Example', version: 'v1.0.0', docs: 'https://example.com/docs' },
    },
    shape: new Shape(schema, {}, channel),
    ...more,
  };
}

/** A `Thing` with that spec. */
export function thing(
  spec: unknown,
  metadata: unknown = { name: 'it', namespace: 'shop' },
): Record<string, unknown> {
  return { apiVersion: 'example.com/v1', kind: 'Thing', metadata, spec };
}

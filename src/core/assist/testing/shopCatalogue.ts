import { Catalogue } from '../../catalogue/catalogue.ts';
import type { Pack } from '../../catalogue/pack.ts';
import type { Schema } from '../../catalogue/schema.ts';

const text = { type: 'string' } as const;
const name = { ...text, minLength: 1, maxLength: 253 } as const;

function resource(spec: Schema, required: readonly string[] = []): Schema {
  return {
    type: 'object',
    required: ['apiVersion', 'kind', 'metadata', ...required],
    properties: {
      apiVersion: text,
      kind: text,
      metadata: { ref: 'ObjectMeta' },
      spec,
      status: { type: 'object' },
    },
  };
}

const upstream = { project: 'Shop API', version: 'v1.2.3', docs: 'https://shop.example/docs' };
const reference: Schema = {
  type: 'object',
  required: ['name'],
  properties: {
    group: { ...text, default: '' },
    kind: { ...text, default: 'Service' },
    name,
    namespace: text,
    port: { type: 'integer', minimum: 1, maximum: 65535 },
    weight: { type: 'integer', default: 1 },
  },
};

const pack: Pack = {
  name: 'gateway.networking.k8s.io',
  upstream,
  kinds: [
    {
      group: 'gateway.networking.k8s.io',
      version: 'v1',
      kind: 'HTTPRoute',
      plural: 'httproutes',
      scope: 'namespaced',
      type: 'HTTPRoute',
      storage: true,
    },
    {
      group: 'gateway.networking.k8s.io',
      version: 'v1beta1',
      kind: 'HTTPRoute',
      plural: 'httproutes',
      scope: 'namespaced',
      type: 'HTTPRoute',
    },
    {
      group: 'gateway.networking.k8s.io',
      version: 'v1',
      kind: 'Gateway',
      plural: 'gateways',
      scope: 'namespaced',
      type: 'Gateway',
      storage: true,
    },
    {
      group: 'shop.example',
      version: 'v1',
      kind: 'Basket',
      plural: 'baskets',
      scope: 'cluster',
      type: 'Basket',
      storage: true,
    },
    {
      group: 'shop.example',
      version: 'v1alpha1',
      kind: 'Old',
      plural: 'olds',
      scope: 'namespaced',
      type: 'Basket',
      served: false,
    },
  ],
  types: {
    ObjectMeta: {
      type: 'object',
      properties: {
        annotations: { type: 'object', values: text },
        creationTimestamp: text,
        labels: { type: 'object', values: text },
        name: { ...name, doc: 'The name.' },
        namespace: text,
      },
    },
    Gateway: resource({ ref: 'GatewaySpec' }, ['spec']),
    GatewaySpec: {
      type: 'object',
      required: ['gatewayClassName', 'listeners'],
      properties: {
        addresses: { type: 'array', items: { type: 'object', properties: { value: text } } },
        gatewayClassName: name,
        listeners: {
          type: 'array',
          minItems: 1,
          items: { ref: 'Listener' },
          listType: 'map',
          listKeys: ['name'],
        },
      },
    },
    Listener: {
      type: 'object',
      required: ['name', 'port', 'protocol'],
      properties: {
        hostname: text,
        name,
        port: { type: 'integer', minimum: 1, maximum: 65535 },
        protocol: { ...text, enum: ['HTTP', 'HTTPS', 'TLS'] },
        tls: {
          type: 'object',
          properties: {
            mode: { ...text, enum: ['Terminate', 'Passthrough'], default: 'Terminate' },
            certificateRefs: {
              type: 'array',
              items: { type: 'object', required: ['name'], properties: { name, namespace: text } },
            },
          },
        },
      },
    },
    HTTPRoute: resource({ ref: 'HTTPRouteSpec' }),
    HTTPRouteSpec: {
      type: 'object',
      properties: {
        hostnames: { type: 'array', items: text, maxItems: 16, doc: 'Hosts that match.' },
        parentRefs: {
          type: 'array',
          items: {
            type: 'object',
            required: ['name'],
            properties: { name, namespace: text, port: { type: 'integer' }, sectionName: text },
          },
        },
        rules: { type: 'array', items: { ref: 'HTTPRouteRule' }, maxItems: 16 },
        isOpen: { type: 'boolean', deprecated: true },
        timeout: { ...text, default: '10s' },
        extra: { ...text, channel: 'experimental' },
      },
    },
    HTTPRouteRule: {
      type: 'object',
      properties: {
        backendRefs: { type: 'array', items: reference },
        filters: {
          type: 'array',
          items: {
            type: 'object',
            required: ['type'],
            properties: {
              type: text,
              requestMirror: {
                type: 'object',
                required: ['backendRef'],
                properties: { backendRef: reference },
              },
            },
            rules: [
              {
                rule: 'union',
                tag: 'type',
                members: { RequestMirror: 'requestMirror', Redirect: 'redirect' },
              },
            ],
          },
        },
        matches: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              path: {
                type: 'object',
                properties: {
                  type: {
                    ...text,
                    enum: ['Exact', 'PathPrefix', 'RegularExpression'],
                    default: 'PathPrefix',
                  },
                  value: { ...text, default: '/' },
                },
              },
            },
          },
        },
        name: text,
      },
    },
    Basket: resource({
      type: 'object',
      required: ['size', 'scaleTargetRef'],
      properties: {
        size: { type: 'integer', minimum: 3 },
        scaleTargetRef: {
          type: 'object',
          required: ['kind', 'name'],
          properties: { apiVersion: text, kind: text, name },
        },
        secretName: text,
      },
    }),
  },
};

/** For tests: a small catalogue of one pack, with kinds that the studio draws and one that it does not. */
export const shopCatalogue = new Catalogue({
  index: { packs: [{ name: pack.name, upstream, kinds: pack.kinds }] },
  packs: [pack],
  crds: [],
  channel: 'standard',
});

/** For tests: the same before its pack has come. */
export const unloadedShop = new Catalogue({
  index: { packs: [{ name: pack.name, upstream, kinds: pack.kinds }] },
  packs: [],
  crds: [],
  channel: 'standard',
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCrds } from './readCrd.ts';
import { Shape } from './shape.ts';

const crd = (spec: object, metadata: object = { name: 'things.example.org' }, version = 'v1') => ({
  apiVersion: `apiextensions.k8s.io/${version}`,
  kind: 'CustomResourceDefinition',
  metadata,
  spec,
});
const names = { kind: 'Thing', plural: 'things' };
const withSchema = (openAPIV3Schema: unknown) =>
  crd({
    ...{ group: 'example.org', names, scope: 'Namespaced' },
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema } }],
  });
const schemaOf = (openAPIV3Schema: unknown) => {
  const { crds, problems } = readCrds(withSchema(openAPIV3Schema), 'a.yaml');
  return { schema: crds[0]?.versions[0]?.schema, problems };
};
const specOf = (spec: unknown) => {
  const { schema, problems } = schemaOf({ type: 'object', properties: { spec } });
  return { spec: schema?.properties?.['spec'], problems };
};

describe('readCrds', () => {
  it('reads what a definition says of its kind', () => {
    const { crds, problems } = readCrds(
      crd(
        {
          ...{ group: 'example.org', names, scope: 'Cluster' },
          versions: [
            { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } },
            {
              name: 'v1alpha1',
              served: false,
              storage: false,
              deprecated: true,
              schema: { openAPIV3Schema: { type: 'object' } },
            },
          ],
        },
        { name: 'things.example.org', annotations: { 'example.org/bundle-version': 'v1.6.1' } },
      ),
      'crds/thing.yaml',
    );
    expect(problems).toEqual([]);
    expect(crds).toMatchObject([
      {
        ...{ name: 'things.example.org', source: 'crds/thing.yaml', release: 'v1.6.1' },
        ...{ group: 'example.org', kind: 'Thing', plural: 'things', scope: 'cluster' },
        versions: [
          { version: 'v1', served: true, storage: true },
          { version: 'v1alpha1', served: false, storage: false, schema: { deprecated: true } },
        ],
      },
    ]);
  });

  it.each([
    [{ labels: { 'app.kubernetes.io/version': '1.21.1' } }, 'v1.21.1'],
    [{ annotations: { 'operator.prometheus.io/version': '0.93.0' } }, 'v0.93.0'],
    [{ labels: { 'helm.sh/chart': 'keda-2.20.2' } }, 'v2.20.2'],
    [{ annotations: { 'controller-gen.kubebuilder.io/version': 'v0.18.0' } }, undefined],
    [{ annotations: 'none' }, undefined],
  ])('takes the release from %j', (metadata, release) => {
    const spec = { group: 'example.org', names, scope: 'Cluster', versions: [{ name: 'v1' }] };
    expect(readCrds(crd(spec, metadata), 'a').crds[0]?.release).toBe(release);
  });

  it('reads a list as kubectl prints it, and passes over other kinds', () => {
    const value = {
      kind: 'List',
      items: [
        withSchema({ type: 'object' }),
        { apiVersion: 'v1', kind: 'Namespace' },
        withSchema({ type: 'object' }),
      ],
    };
    const { crds, problems } = readCrds(value, 'all.yaml');
    expect(crds.length).toBe(2);
    expect(problems).toEqual([]);
    expect(readCrds({ kind: 'Deployment', spec: {} }, 'a')).toEqual({ crds: [], problems: [] });
  });

  it('turns every keyword into its like', () => {
    const { spec, problems } = specOf({
      ...{
        type: 'object',
        description: 'What is wanted.',
        required: ['ports'],
        nullable: true,
        maxProperties: 9,
      },
      properties: {
        port: {
          'x-kubernetes-int-or-string': true,
          anyOf: [{ type: 'integer' }, { type: 'string' }],
          default: 80,
        },
        mode: {
          type: 'string',
          enum: ['A', 'B'],
          pattern: '^[A-Z]$',
          minLength: 1,
          maxLength: 3,
          format: 'uri',
        },
        weight: { type: 'number', minimum: 0, exclusiveMinimum: true, maximum: 1, multipleOf: 0.5 },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
        anything: { type: 'object', additionalProperties: true },
        free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
        template: { type: 'object', 'x-kubernetes-embedded-resource': true },
        ports: {
          ...{ type: 'array', minItems: 1, maxItems: 4, items: { type: 'object' } },
          ...{ 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['name'] },
        },
      },
      oneOf: [{ required: ['port'] }, { not: { required: ['mode'] } }],
      allOf: [{ properties: { weight: { maximum: 0.5 } } }],
    });
    expect(problems).toEqual([]);
    expect(spec).toEqual({
      ...{ type: 'object', doc: 'What is wanted.', required: ['ports'], nullable: true, maxProperties: 9 },
      properties: {
        port: { intOrString: true, default: 80 },
        mode: {
          type: 'string',
          enum: ['A', 'B'],
          pattern: '^[A-Z]$',
          minLength: 1,
          maxLength: 3,
          format: 'uri',
        },
        weight: { type: 'number', minimum: 0, exclusiveMinimum: true, maximum: 1, multipleOf: 0.5 },
        labels: { type: 'object', values: { type: 'string' } },
        anything: { type: 'object', values: { keepsUnknown: true } },
        free: { type: 'object', keepsUnknown: true },
        template: { type: 'object', isResource: true },
        ports: {
          ...{ type: 'array', minItems: 1, maxItems: 4, items: { type: 'object' } },
          ...{ listType: 'map', listKeys: ['name'] },
        },
      },
      oneOf: [{ required: ['port'] }, { not: { required: ['mode'] } }],
      allOf: [{ properties: { weight: { maximum: 0.5 } } }],
    });
  });

  it('keeps what an alternative requires although it lists no fields', () => {
    const { spec } = specOf({ type: 'object', oneOf: [{ required: ['a'] }] });
    const alternative = spec?.oneOf?.[0] ?? {};
    expect([...new Shape(alternative, {}, 'standard').required]).toEqual(['a']);
  });

  it('reads rules with all they may carry', () => {
    const { spec, problems } = specOf({
      type: 'object',
      'x-kubernetes-validations': [
        {
          ...{
            rule: 'self.a == oldSelf.a',
            message: 'No.',
            messageExpression: '"a"',
            fieldPath: '.a',
            reason: 'FieldValueForbidden',
          },
          optionalOldSelf: true,
        },
        { rule: 'true' },
        { message: 'no rule' },
      ],
    });
    expect(spec?.rules).toEqual([
      {
        ...{
          rule: 'cel',
          source: 'self.a == oldSelf.a',
          message: 'No.',
          messageSource: '"a"',
          fieldPath: '.a',
        },
        ...{ reason: 'FieldValueForbidden', optionalOldSelf: true },
      },
      { rule: 'cel', source: 'true' },
    ]);
    expect(problems.map(({ path }) => path.slice(-2))).toEqual([['x-kubernetes-validations', 2]]);
  });

  it('gives every kind its apiVersion, kind and metadata, with the limits of the definition on the name', () => {
    const { schema } = schemaOf({
      type: 'object',
      properties: {
        metadata: {
          type: 'object',
          properties: { name: { type: 'string', maxLength: 10 }, labels: { type: 'string' } },
        },
      },
    });
    const metadata = schema?.properties?.['metadata'];
    expect(Object.keys(schema?.properties ?? {}).slice(0, 3)).toEqual(['apiVersion', 'kind', 'metadata']);
    expect(metadata?.properties?.['name']).toMatchObject({ type: 'string', maxLength: 10 });
    expect(metadata?.properties?.['labels']).toMatchObject({ type: 'object', values: { type: 'string' } });
  });

  it('knows a kind whose definition has no schema, and says that its fields are not checked', () => {
    const { crds, problems } = readCrds(
      crd({ group: 'example.org', names, scope: 'Namespaced', versions: [{ name: 'v1' }] }),
      'a',
    );
    expect(crds[0]?.versions[0]).toMatchObject({
      version: 'v1',
      served: true,
      schema: { keepsUnknown: true },
    });
    expect(problems).toMatchObject([
      { message: expect.stringContaining('comes without a schema'), path: ['spec', 'versions', 0] },
    ]);
  });

  it('reads the form of v1beta1 and says that it is gone', () => {
    const spec = {
      group: 'example.org',
      names,
      scope: 'Namespaced',
      version: 'v1beta1',
      validation: { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'string' } } } },
    };
    const { crds, problems } = readCrds(crd(spec, {}, 'v1beta1'), 'a');
    expect(crds[0]).toMatchObject({
      name: 'things.example.org',
      versions: [
        {
          version: 'v1beta1',
          served: true,
          storage: true,
          schema: { keepsUnknown: true, properties: { spec: { type: 'string' } } },
        },
      ],
    });
    expect(problems).toMatchObject([
      { message: expect.stringContaining('apiextensions.k8s.io/v1'), path: ['spec'] },
    ]);
  });

  it.each([
    ['no spec', { kind: 'CustomResourceDefinition' }, []],
    ['no group', crd({ names }), ['spec', 'group']],
    ['no kind', crd({ group: 'a' }), ['spec', 'names', 'kind']],
    ['no versions', crd({ group: 'a', names, scope: 'Cluster' }), ['spec', 'versions']],
    [
      'a version without a name',
      crd({ group: 'a', names, scope: 'Cluster', versions: [{}] }),
      ['spec', 'versions', 0],
    ],
    ['no resource', 'text', []],
    ['no kind at all', {}, []],
  ])('says what is wrong with %s, and where', (_, value, path) => {
    const { crds, problems } = readCrds(value, 'a');
    expect(crds).toEqual([]);
    expect(problems.map((problem) => problem.path)).toEqual([path]);
  });

  it.each([
    [{ type: 'text' }, 'type'],
    [{ $ref: '#/definitions/a' }, '$ref'],
    [{ type: 'string', pattern: '(?=a)' }, 'pattern'],
    [{ type: 'string', maxLength: '3' }, 'maxLength'],
    [{ type: 'array', items: [{}] }, 'items'],
    [{ type: 'object', properties: { a: 1 } }, 'a'],
  ])('leaves out of %j what cannot be, and says so', (spec, key) => {
    const { problems } = specOf(spec);
    expect(problems.map(({ path }) => path.at(-1))).toEqual([key]);
  });

  it('takes hostile schemas as they are', () => {
    let deep: object = { type: 'object' };
    for (let i = 0; i < 10_000; i++) deep = { type: 'object', properties: { a: deep } };
    const { problems } = specOf(deep);
    expect(problems.length).toBe(1);
    const { spec } = specOf(
      JSON.parse(
        '{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{"type":"string"}}}',
      ),
    );
    expect(Object.keys(spec?.properties ?? {})).toEqual(['__proto__', 'constructor']);
  });

  it('never throws', () => {
    const keys = fc.constantFrom(
      'spec',
      'names',
      'kind',
      'versions',
      'schema',
      'openAPIV3Schema',
      'properties',
      'items',
      'type',
      'rule',
      'x-kubernetes-validations',
      'allOf',
      'metadata',
      'annotations',
      'enum',
      '__proto__',
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.jsonValue(),
        fc.constantFrom('CustomResourceDefinition', 'object', 'array'),
        fc.array(tie('value')),
        fc.dictionary(keys, tie('value')),
      ),
    }));
    fc.assert(
      fc.property(value, (any) => {
        expect(Array.isArray(readCrds(any, 'a').crds)).toBe(true);
        expect(Array.isArray(readCrds({ kind: 'List', items: [any, crd(any as object)] }, 'a').crds)).toBe(
          true,
        );
        expect(Array.isArray(readCrds(withSchema(any), 'a').crds)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../yaml/parseYaml.ts';
import { fieldsOfForm } from './form.ts';
import { readAt, readFlag, readList, readMap, readText, readTexts } from './reading.ts';
import { kinds } from './registry.ts';
import { checkStructure, schemaAt } from './testing/checkStructure.ts';
import { choicePaths } from './testing/choicePaths.ts';
import { emptyContext, fullContext, namedContext } from './testing/contexts.ts';
import { fieldPaths } from './testing/fieldPaths.ts';
import type { KindDefinition } from './types.ts';

const root = join(import.meta.dirname, '../../../../shared/crds');

/** Where the CRDs of the kinds of this folder are; the experimental channel holds more than the standard one. */
const folders = [
  'gateway-api-v1.6.1/standard',
  'gateway-api-v1.6.1/experimental',
  'envoy-gateway-v1.9.0',
  'keda-v2.20.2',
  'keda-http-add-on-v0.15.0',
  'cert-manager-v1.21.1',
  'prometheus-operator-v0.93.0',
  'vertical-pod-autoscaler-v1.7.1',
  'ai-gateway-v1.1.0',
  'inference-extension-v1.6.0',
];

interface Crd {
  readonly folder: string;
  readonly definition: unknown;
}

function loadCrds(): ReadonlyMap<string, readonly Crd[]> {
  const found = new Map<string, Crd[]>();
  const wanted = new Set(kinds.map(({ group, plural }) => `${group}_${plural}.yaml`)).add(
    'vpa-v1-crd-gen.yaml',
  );
  for (const folder of folders) {
    for (const file of readdirSync(join(root, folder)).filter((each) => wanted.has(each))) {
      const documents = readFileSync(join(root, folder, file), 'utf8').split(/^---$/m);
      for (const definition of documents.map((text) => parseYaml(text).value)) {
        const key = `${readText(definition, 'spec', 'group')}/${readText(definition, 'spec', 'names', 'kind')}`;
        found.set(key, [...(found.get(key) ?? []), { folder, definition }]);
      }
    }
  }
  return found;
}

function versionsOf(crds: readonly Crd[]) {
  return crds.flatMap(({ definition }) => readList(definition, 'spec', 'versions'));
}

/** The schema that a written version is checked against. */
function schemaOf(crd: Crd, version: string): unknown {
  const found = readList(crd.definition, 'spec', 'versions').find(
    (each) => readText(each, 'name') === version,
  );
  return readAt(found, 'schema', 'openAPIV3Schema');
}

/** The paths of a schema that hold the name of another resource, by their shape. */
function referencePaths(schema: unknown, path = 'spec'): readonly string[] {
  const at = schemaAt(schema, path);
  const properties = readAt(at, 'properties');
  const names = typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  const looksTyped = names.includes('name') && names.includes('kind');
  const isCalledSo = names.includes('name') && /(Refs?|Secret|Users)(\[\*\])?$/i.test(path);
  const isName = readText(at, 'type') === 'string' && /(secretName|gatewayClassName)$/.test(path);
  return [
    ...(looksTyped || isCalledSo || isName ? [path] : []),
    ...names.flatMap((name) => referencePaths(schema, `${path}.${name}`)),
    ...(readAt(at, 'items') === undefined ? [] : referencePaths(schema, `${path}[*]`)),
  ];
}

/**
 * Volumes of storage drivers, service accounts, the settings of pods that solvers start, and what no template of pods
 * has: containers for debugging, and the groups of a scheduler that is still being made.
 */
const notReferences =
  /serviceAccountRef$|podTemplate|\.(cephfs|cinder|csi|flexVolume|iscsi|rbd|scaleIO|storageos|ephemeral|azureFile)\.|imagePullSecrets|describedObject|fileKeyRef$|ephemeralContainers|workloadRef$/;

/** Fields whose type the schema defaults to what its own rules refuse: the one kind that they take is always written. */
const ruledTypes = new Set(['AIServiceBackend spec.backendRef']);

/** Some value of a schema's type that switches a setting on. */
function exampleOf(schema: unknown): unknown {
  switch (readText(schema, 'type')) {
    case 'boolean':
      return true;
    case 'integer':
      return 1;
    case 'array':
      return [{}];
    case 'object':
      return { level: { all: 'info' } };
    default:
      return 'some';
  }
}

/** Every document of the embedded samples. */
function readSamples() {
  const folder = join(import.meta.dirname, '../../../public/samples');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) =>
    each.endsWith('.yaml'),
  );
  return files.flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split(/^---$/m)
      .map((text) => ({ file, value: parseYaml(text).value })),
  );
}

if (!existsSync(root)) {
  console.log('skipped: no corpus');
  describe.skip('kinds against the CRDs', () => it('needs them', () => {}));
} else {
  const crds = loadCrds();
  const withCrd = kinds.filter(({ group, kind }) => crds.has(`${group}/${kind}`));
  const crdsOf = ({ group, kind }: KindDefinition) => crds.get(`${group}/${kind}`) ?? [];

  describe('kinds against the CRDs', () => {
    it('finds one for every kind that is not built into Kubernetes', () => {
      const without = kinds.filter((each) => !withCrd.includes(each)).map(({ kind }) => kind);
      expect(without.sort()).toEqual([
        'ConfigMap',
        'Deployment',
        'HorizontalPodAutoscaler',
        'Ingress',
        'Job',
        'Namespace',
        'PodDisruptionBudget',
        'Secret',
        'Service',
        'ServiceAccount',
        'StatefulSet',
      ]);
    });

    describe.each(withCrd.map((each) => [each.kind, each] as const))('%s', (_, definition) => {
      const own = crdsOf(definition);
      const widest = own.at(-1);
      if (widest === undefined) throw new Error('no CRD');
      const schema = schemaOf(widest, definition.versions[0] ?? '');

      it('has the same plural, scope and served versions, the stored one first', () => {
        const served = versionsOf(own).flatMap((each) =>
          readFlag(each, 'served') ? (readText(each, 'name') ?? []) : [],
        );
        const stored = versionsOf(own).find((each) => readFlag(each, 'storage'));
        expect(definition.plural).toBe(readText(widest.definition, 'spec', 'names', 'plural'));
        expect(definition.scope).toBe(
          readText(widest.definition, 'spec', 'scope') === 'Cluster' ? 'cluster' : 'namespaced',
        );
        expect([...definition.versions].sort()).toEqual([...new Set(served)].sort());
        expect(definition.versions[0]).toBe(readText(stored, 'name'));
      });

      it('declares references only where the schema has a field', () => {
        const unknown = definition.references.filter(
          ({ path }) => !path.startsWith('metadata.') && schemaAt(schema, path) === undefined,
        );
        expect(unknown.map(({ path }) => path)).toEqual([]);
      });

      it('declares references in the form that the schema has', () => {
        for (const reference of definition.references) {
          if (reference.path.startsWith('metadata.')) continue;
          const at = schemaAt(schema, reference.path);
          const fields = Object.keys((readAt(at, 'properties') as object | undefined) ?? {});
          if (reference.form === 'name') {
            expect(readText(at, 'type'), reference.path).toBe('string');
            continue;
          }
          if (reference.form !== 'object') continue;
          expect(fields, reference.path).toContain('name');
          if (reference.name === 'to') continue;
          const has = reference.has ?? [];
          for (const field of ['sectionName', 'port', 'weight'] as const) {
            // A port that is a map of its own is none that a reference can name, nor one of a name beside it.
            const isOthers = definition.references.some(
              ({ path, portAt }) => portAt?.number === field && path.startsWith(`${reference.path}.`),
            );
            const isPart =
              !isOthers && fields.includes(field) && readText(at, 'properties', field, 'type') !== 'object';
            expect(isPart, `${reference.path}.${field}`).toBe(has.includes(field));
          }
          const { rankedBy } = reference;
          if (rankedBy !== undefined)
            expect(readText(at, 'properties', rankedBy, 'type'), reference.path).toBe('integer');
          if (reference.namespace === 'field') expect(fields, reference.path).toContain('namespace');
          if (reference.namespace === 'own') expect(fields, reference.path).not.toContain('namespace');
          if (reference.typedBy === 'none') expect(fields, reference.path).not.toContain('kind');
          if (reference.typedBy === 'apiVersion') expect(fields, reference.path).toContain('apiVersion');
          if (ruledTypes.has(`${definition.kind} ${reference.path}`)) continue;
          const required = readList(at, 'required');
          if (reference.typedBy === undefined && reference.name !== 'authenticationRef')
            expect(required.includes('kind'), `${reference.path} explicitType`).toBe(
              reference.explicitType === true,
            );
          const kind = readText(at, 'properties', 'kind', 'default');
          if (kind !== undefined) expect(reference.to[0]?.kind, reference.path).toBe(kind);
        }
      });

      it('declares every field of the schema that looks like a reference', () => {
        const declared = new Set(definition.references.map(({ path }) => path));
        const missed = referencePaths(schema).filter(
          (path) => !declared.has(path) && !notReferences.test(path),
        );
        expect(missed).toEqual([]);
      });

      it('has no field in its form that the schema does not have, and no option that it refuses', () => {
        for (const { path, field } of fieldPaths(fieldsOfForm(definition.form))) {
          const at = schemaAt(schema, path);
          expect(at ?? path.startsWith('metadata.'), path).toBeTruthy();
          const options = readTexts(at, 'enum');
          if (field.type === 'enum' && options.length > 0)
            expect(
              field.options.filter((each) => !options.includes(each)),
              path,
            ).toEqual([]);
        }
      });

      it('has members of choices with keys and words that the schema has, and values that fit', () => {
        for (const { path, choice } of choicePaths(fieldsOfForm(definition.form))) {
          const start = path === '' ? '' : `${path}.`;
          const words = readTexts(schemaAt(schema, `${start}${choice.by}`), 'enum');
          for (const { word, key, newValue } of choice.members) {
            if (word !== undefined && words.length > 0) expect(words, path).toContain(word);
            if (key === undefined) continue;
            const at = schemaAt(schema, `${start}${key}`);
            expect(at, `${start}${key}`).toBeDefined();
            if (newValue !== undefined) expect(checkStructure(at, newValue()), `${start}${key}`).toEqual([]);
          }
        }
      });

      it('makes new list items that fit', () => {
        for (const { path, field } of fieldPaths(fieldsOfForm(definition.form))) {
          if (field.type !== 'list') continue;
          const item = schemaAt(schema, `${path}[*]`);
          expect(checkStructure(item, field.newItem([])), path).toEqual([]);
          const two = [field.newItem([])];
          expect(checkStructure(schemaAt(schema, path), [...two, field.newItem(two)]), path).toEqual(
            path === 'spec.rules' && readAt(schemaAt(schema, path), 'maxItems') === 1
              ? [': too many items']
              : expect.not.arrayContaining([expect.stringContaining('missing')]),
          );
        }
      });

      it('has a template that is valid in every channel, with and without things at hand', () => {
        for (const context of [
          emptyContext(definition),
          fullContext(definition),
          namedContext(definition, 'no'),
        ]) {
          const value = parseYaml(definition.template(context)).value;
          for (const crd of own) {
            const at = schemaOf(crd, readText(value, 'apiVersion')?.split('/').at(-1) ?? '');
            expect(at, 'the version of the template').toBeDefined();
            expect(checkStructure(at, value), `${crd.folder}\n${definition.template(context)}`).toEqual([]);
          }
        }
      });
    });

    it.each([
      'BackendTrafficPolicy',
      'ClientTrafficPolicy',
      'SecurityPolicy',
      'EnvoyProxy',
      'EnvoyExtensionPolicy',
      'HTTPRouteFilter',
    ])('%s shows something for every setting that it can have', (kind) => {
      const definition = kinds.find((each) => each.kind === kind);
      const crd = crds.get(`gateway.envoyproxy.io/${kind}`)?.[0];
      if (definition === undefined || crd === undefined) throw new Error(`no ${kind}`);
      const settings = readMap(schemaOf(crd, 'v1alpha1'), 'properties', 'spec', 'properties');
      const silent = Object.entries(settings).filter(([name, schema]) => {
        if (/^(target|provider$|telemetry$)/.test(name)) return false;
        const { chips } = definition.summarise({ spec: { [name]: exampleOf(schema) } });
        return chips.length === 0;
      });
      expect(silent.map(([name]) => name)).toEqual([]);
    });

    it('takes every resource of the samples', () => {
      for (const { file, value } of readSamples()) {
        const [group = '', version = ''] = (readText(value, 'apiVersion') ?? '').split('/');
        for (const crd of crds.get(`${group}/${readText(value, 'kind')}`) ?? []) {
          const name = `${file} ${readText(value, 'kind')} ${readText(value, 'metadata', 'name')}`;
          expect(checkStructure(schemaOf(crd, version), value), name).toEqual([]);
        }
      }
    });
  });
}

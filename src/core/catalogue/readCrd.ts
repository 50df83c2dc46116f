import type { CrdKinds } from './catalogue.ts';
import { CrdReader, type DefinitionProblem, isObject, textOf } from './readCrdReader.ts';
import { addMetadata, readCrdSchema } from './readCrdSchema.ts';
import type { Schema } from './schema.ts';

/** What a file of definitions holds, and what of it could not be used. */
export interface ReadCrds {
  readonly crds: readonly CrdKinds[];
  readonly problems: readonly DefinitionProblem[];
}

/**
 * Reads custom resource definitions: one, or a list of them as `kubectl get crd -o yaml` prints it. `value` is plain data
 * from wherever, `source` the file it came from. Whatever is wrong becomes a problem that names the place (a path into
 * `value`) and the way out; what can still be used is. Objects of other kinds are passed over. Never throws.
 * https://kubernetes.io/docs/reference/kubernetes-api/extend-resources/custom-resource-definition-v1/
 */
export function readCrds(value: unknown, source: string): ReadCrds {
  const reader = new CrdReader();
  const crds: CrdKinds[] = [];
  readAny(reader, value, source, crds, 0);
  return { crds, problems: reader.problems };
}

function readAny(reader: CrdReader, value: unknown, source: string, crds: CrdKinds[], depth: number): void {
  if (!isObject(value)) {
    reader.report('This is not a resource: a definition begins with apiVersion and kind.');
    return;
  }
  const kind = textOf(value, 'kind') ?? '';
  const items = reader.own(value, 'items');
  if (kind.endsWith('List') && Array.isArray(items) && depth === 0) {
    items.forEach((item, index) => {
      reader.inside(['items', index], () => readAny(reader, item, source, crds, depth + 1));
    });
  } else if (kind === 'CustomResourceDefinition') {
    const read = readDefinition(reader, value, source);
    if (read !== undefined) crds.push(read);
  } else if (kind === '') {
    reader.report('This is not a resource: it has no kind. A definition is a CustomResourceDefinition.');
  }
}

function readDefinition(reader: CrdReader, value: object, source: string): CrdKinds | undefined {
  const spec = reader.own(value, 'spec');
  const metadata = reader.own(value, 'metadata');
  const written = isObject(metadata) ? textOf(metadata, 'name') : undefined;
  const what = `The definition ${written ?? 'without a name'}`;
  if (!isObject(spec)) {
    reader.report(`${what} has no spec: nothing is known of its kind. Export it again from the cluster.`);
    return undefined;
  }
  return reader.inside(['spec'], () => {
    const names = reader.own(spec, 'names');
    const kind = isObject(names) ? textOf(names, 'kind') : undefined;
    const group = textOf(spec, 'group');
    if (kind === undefined || group === undefined) {
      const missing = kind === undefined ? 'names.kind' : 'group';
      reader.report(`${what} does not say its ${missing}: add spec.${missing}.`, missing.split('.'));
      return undefined;
    }
    const plural = (isObject(names) ? textOf(names, 'plural') : undefined) ?? `${kind.toLowerCase()}s`;
    const versions = readVersions(reader, spec, `${kind} of ${group}`, isBeta(value));
    if (versions.length === 0) return undefined;
    if (isBeta(value)) {
      reader.report(
        `${what} is written for apiextensions.k8s.io/v1beta1, which clusters no longer take (gone in Kubernetes 1.22). It was read as well as that form allows; get the project's present definition, in apiextensions.k8s.io/v1.`,
      );
    }
    const release = releaseOf(metadata);
    return {
      name: written ?? `${plural}.${group}`,
      source,
      ...(release === undefined ? {} : { release }),
      ...{ group, kind, plural, scope: readScope(reader, spec, what), versions },
    };
  });
}

function isBeta(value: object): boolean {
  return textOf(value, 'apiVersion') === 'apiextensions.k8s.io/v1beta1';
}

function readScope(reader: CrdReader, spec: object, what: string): CrdKinds['scope'] {
  const scope = reader.own(spec, 'scope');
  if (scope !== 'Cluster' && scope !== 'Namespaced') {
    reader.report(
      `${what} must say whether its resources live in namespaces: set spec.scope to Namespaced or Cluster. It is taken for Namespaced.`,
      ['scope'],
    );
  }
  return scope === 'Cluster' ? 'cluster' : 'namespaced';
}

function readVersions(reader: CrdReader, spec: object, what: string, beta: boolean): CrdKinds['versions'] {
  const listed = reader.own(spec, 'versions');
  const single = beta ? textOf(spec, 'version') : undefined;
  const versions = Array.isArray(listed)
    ? listed
    : single === undefined
      ? []
      : [{ name: single, served: true, storage: true }];
  if (versions.length === 0) {
    reader.report(`${what} lists no versions: add spec.versions with a name and a schema each.`, [
      'versions',
    ]);
  }
  const read = versions.map((version: unknown, index) =>
    reader.inside(['versions', index], () => readVersion(reader, spec, version, what, beta)),
  );
  return read.filter((version) => version !== undefined);
}

function readVersion(
  reader: CrdReader,
  spec: object,
  version: unknown,
  what: string,
  beta: boolean,
): CrdKinds['versions'][number] | undefined {
  const name = isObject(version) ? textOf(version, 'name') : undefined;
  if (!isObject(version) || name === undefined) {
    reader.report(`A version of ${what} has no name: write name: v1, or take the entry away.`);
    return undefined;
  }
  const validation = reader.own(version, 'schema') ?? (beta ? reader.own(spec, 'validation') : undefined);
  const open = isObject(validation) ? reader.own(validation, 'openAPIV3Schema') : undefined;
  let schema: Schema;
  if (isObject(open)) {
    schema = reader.inside(['schema', 'openAPIV3Schema'], () => readCrdSchema(reader, open));
    // In the old form, fields that the schema does not list were kept unless it said otherwise.
    if (beta && reader.own(spec, 'preserveUnknownFields') !== false)
      schema = { ...schema, keepsUnknown: true };
  } else {
    reader.report(`${name} of ${what} comes without a schema (openAPIV3Schema): its fields are not checked.`);
    schema = { type: 'object', keepsUnknown: true };
  }
  if (reader.own(version, 'deprecated') === true) schema = { ...schema, deprecated: true };
  return {
    version: name,
    served: reader.own(version, 'served') !== false,
    storage: reader.own(version, 'storage') === true,
    schema: addMetadata(schema),
  };
}

/** What projects write to say which release a definition belongs to, the surest first. */
const releaseKeys: readonly (readonly ['annotations' | 'labels', RegExp])[] = [
  ['annotations', /\/bundle-version$/],
  ['labels', /^app\.kubernetes\.io\/version$/],
  ['annotations', /^operator\.prometheus\.io\/version$/],
  ['annotations', /^(?!controller-gen\.)[^/]*\/(?:release|version)$/],
  ['labels', /^(?:helm\.sh\/chart|chart)$/],
];

function releaseOf(metadata: unknown): string | undefined {
  if (!isObject(metadata)) return undefined;
  for (const [where, pattern] of releaseKeys) {
    const texts = Object.hasOwn(metadata, where) ? (metadata as Record<string, unknown>)[where] : undefined;
    if (!isObject(texts)) continue;
    const key = Object.keys(texts).find((each) => pattern.test(each));
    const version =
      key === undefined ? undefined : /\d[\w.+-]*$/.exec(textOf(texts, key)?.slice(0, 100) ?? '');
    if (version !== null && version !== undefined) return `v${version[0]}`;
  }
  return undefined;
}

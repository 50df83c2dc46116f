import { kindOf } from '../kinds/registry.ts';
import type { KindDefinition, ObjectReference, ReferenceDeclaration } from '../kinds/types.ts';
import { isRecord } from '../workspace/readDocument.ts';
import type { GroupKind } from '../workspace/types.ts';
import type { Path } from '../yaml/path.ts';

/** One place of a resource's value that a declaration describes, read but not yet resolved. */
export type FoundReference =
  | {
      readonly type: 'object';
      readonly declaration: ReferenceDeclaration;
      readonly path: Path;
      readonly to: GroupKind;
      readonly name: string;
      /** As written in the reference. */
      readonly namespace: string | undefined;
      readonly sectionName: string | undefined;
      readonly port: number | undefined;
      readonly weight: number | undefined;
    }
  | {
      readonly type: 'target-selector';
      readonly declaration: ReferenceDeclaration;
      readonly path: Path;
      readonly to: GroupKind;
      readonly selector: LabelSelector;
    }
  | {
      readonly type: 'pod-selector';
      readonly declaration: ReferenceDeclaration;
      readonly path: Path;
      readonly labels: Readonly<Record<string, string>>;
    };

/** `matchLabels` and `matchExpressions` as Kubernetes has them. */
export interface LabelSelector {
  readonly matchLabels: Readonly<Record<string, string>>;
  readonly matchExpressions: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values: readonly string[];
  }[];
}

type Body = Readonly<Record<string, unknown>>;

const found = new WeakMap<Body, readonly FoundReference[]>();

/** Every reference that a resource's kind declares and its value holds. Memoised by the value. */
export function extractReferences(group: string, kind: string, value: Body): readonly FoundReference[] {
  const known = found.get(value);
  if (known !== undefined) return known;
  const references = readAll(kindOf(group, kind), value);
  found.set(value, references);
  return references;
}

function readAll(definition: KindDefinition | undefined, value: Body): readonly FoundReference[] {
  if (definition === undefined) return [];
  return definition.references.flatMap((declaration) =>
    placesOf(value, stepsOf(declaration.path)).flatMap(
      ({ path, value: at }) => readOne(declaration, path, at) ?? [],
    ),
  );
}

const stepsCache = new Map<string, readonly string[]>();

/** `spec.rules[*].backendRefs[*]` as steps; `*` is any list item. */
export function stepsOf(pattern: string): readonly string[] {
  let steps = stepsCache.get(pattern);
  if (steps === undefined) {
    steps = pattern.replaceAll('[*]', '.*').split('.');
    stepsCache.set(pattern, steps);
  }
  return steps;
}

interface Found {
  readonly path: Path;
  readonly value: unknown;
}

/** Every place of a value that a path pattern reaches. */
export function placesOf(value: unknown, steps: readonly string[]): readonly Found[] {
  let places: readonly Found[] = [{ path: [], value }];
  for (const step of steps) {
    places = places.flatMap(({ path, value: at }): readonly Found[] => {
      if (step === '*')
        return Array.isArray(at) ? at.map((item, i) => ({ path: [...path, i], value: item })) : [];
      return isRecord(at) && Object.hasOwn(at, step) ? [{ path: [...path, step], value: at[step] }] : [];
    });
  }
  return places;
}

function readOne(declaration: ReferenceDeclaration, path: Path, value: unknown): FoundReference | undefined {
  const [first] = declaration.to;
  if (first === undefined) return undefined;
  switch (declaration.form) {
    case 'name':
      return typeof value === 'string' && value !== ''
        ? {
            type: 'object',
            declaration,
            path,
            to: first,
            name: value,
            namespace: undefined,
            sectionName: undefined,
            port: undefined,
            weight: undefined,
          }
        : undefined;
    case 'object':
      return readObject(declaration, first, path, value);
    case 'target-selector':
      return isRecord(value)
        ? {
            type: 'target-selector',
            declaration,
            path,
            to: { group: text(value.group) ?? first.group, kind: text(value.kind) ?? first.kind },
            selector: readSelector(value),
          }
        : undefined;
    case 'pod-selector':
      return isRecord(value) && Object.keys(value).length > 0
        ? { type: 'pod-selector', declaration, path, labels: readLabels(value) }
        : undefined;
  }
}

function readObject(
  declaration: ObjectReference,
  first: GroupKind,
  path: Path,
  value: unknown,
): FoundReference | undefined {
  if (!isRecord(value)) return undefined;
  const name = text(value.name);
  if (name === undefined || name === '') return undefined;
  const has = (field: 'sectionName' | 'port' | 'weight') => declaration.has?.includes(field) === true;
  return {
    type: 'object',
    declaration,
    path,
    to: readType(declaration, first, value),
    name,
    namespace: declaration.namespace === 'field' ? text(value.namespace) : undefined,
    sectionName: has('sectionName') ? text(value.sectionName) : undefined,
    port: has('port') && typeof value.port === 'number' ? value.port : undefined,
    weight: has('weight') && typeof value.weight === 'number' ? value.weight : undefined,
  };
}

function readType(declaration: ObjectReference, first: GroupKind, value: Body): GroupKind {
  if (declaration.typedBy === 'none') return first;
  const kind = text(value.kind) ?? first.kind;
  if (declaration.typedBy !== 'apiVersion') return { group: text(value.group) ?? first.group, kind };
  const apiVersion = text(value.apiVersion);
  if (apiVersion === undefined)
    return { group: declaration.to.find((each) => each.kind === kind)?.group ?? first.group, kind };
  const slash = apiVersion.indexOf('/');
  return { group: slash === -1 ? '' : apiVersion.slice(0, slash), kind };
}

function readSelector(value: Body): LabelSelector {
  const expressions = Array.isArray(value.matchExpressions) ? value.matchExpressions.filter(isRecord) : [];
  return {
    matchLabels: isRecord(value.matchLabels) ? readLabels(value.matchLabels) : {},
    matchExpressions: expressions.map((each) => ({
      key: text(each.key) ?? '',
      operator: text(each.operator) ?? '',
      values: Array.isArray(each.values) ? each.values.map(String) : [],
    })),
  };
}

function readLabels(value: Body): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, String(each)]));
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

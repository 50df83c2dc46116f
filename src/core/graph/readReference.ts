import { externalHost, service } from '../kinds/targets.ts';
import type {
  AddressReference,
  ObjectReference,
  PodSelectorReference,
  ReferenceDeclaration,
} from '../kinds/types.ts';
import { isRecord } from '../workspace/readDocument.ts';
import type { GroupKind } from '../workspace/types.ts';
import { type Path, valueAt } from '../yaml/path.ts';
import type { FoundReference, LabelSelector } from './foundReference.ts';
import { readAddress } from './readAddress.ts';

type Body = Readonly<Record<string, unknown>>;

/** What stands at a declared place; undefined when it is not of the declared form. `parent` holds the place. */
export function readReference(
  declaration: ReferenceDeclaration,
  path: Path,
  value: unknown,
  parent: unknown,
): FoundReference | undefined {
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
            ...readPort(declaration, parent),
            weight: undefined,
            isOptional: saysOptional(declaration, parent),
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
            namespaces:
              declaration.reach === 'namespaceSelector'
                ? readNamespaceSelector(parent)
                : readNamespaces(value.namespaces),
          }
        : undefined;
    case 'pod-selector':
      return readPodSelector(declaration, path, value);
    case 'address':
      return typeof value === 'string' ? readHost(declaration, path, value) : undefined;
  }
}

function readHost(declaration: AddressReference, path: Path, value: string): FoundReference | undefined {
  const address = readAddress(value);
  if (address === undefined) return undefined;
  const { name, namespace, port, isService } = address;
  return {
    type: 'object',
    declaration,
    path,
    to: isService ? service : externalHost,
    name: isService || port === undefined ? name : `${name}:${port}`,
    namespace,
    sectionName: undefined,
    port: isService ? port : undefined,
    weight: undefined,
    isOptional: true,
  };
}

function readPodSelector(
  declaration: PodSelectorReference,
  path: Path,
  value: unknown,
): FoundReference | undefined {
  if (!isRecord(value)) return undefined;
  if (declaration.style === 'selector')
    return { type: 'pod-selector', declaration, path, selector: readSelector(value) };
  return Object.keys(value).length === 0
    ? undefined
    : {
        type: 'pod-selector',
        declaration,
        path,
        selector: { matchLabels: readLabels(value), matchExpressions: [] },
      };
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
    ...readPort(declaration, value),
    weight: has('weight') && typeof value.weight === 'number' ? value.weight : undefined,
    ...readRank(declaration, value),
    isOptional: saysOptional(declaration, value),
  };
}

/** A port by its number or its name, where the declaration says that it stands elsewhere. */
function readPort({ portAt }: ReferenceDeclaration, holder: unknown): { port?: number; portName?: string } {
  if (portAt === undefined) return {};
  const number = valueAt(holder, portAt.number.split('.'));
  const name = valueAt(holder, portAt.name.split('.'));
  return {
    ...(typeof number === 'number' ? { port: number } : {}),
    ...(typeof name === 'string' && name !== '' ? { portName: name } : {}),
  };
}

function readRank({ rankedBy }: ObjectReference, value: Body): { rank?: number } {
  if (rankedBy === undefined) return {};
  const rank = value[rankedBy];
  return { rank: typeof rank === 'number' ? rank : 0 };
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

/** `namespaces: { from: Same | All | Selector, selector? }`, as Envoy Gateway has it. */
function readNamespaces(value: unknown): 'own' | 'all' | LabelSelector {
  if (!isRecord(value) || (value.from !== 'All' && value.from !== 'Selector')) return 'own';
  if (value.from === 'All') return 'all';
  return readSelector(isRecord(value.selector) ? value.selector : {});
}

/** `namespaceSelector: { any?, matchNames? }` beside a selector, as the Prometheus operator has it. */
function readNamespaceSelector(holder: unknown): 'own' | 'all' | LabelSelector {
  const selector = isRecord(holder) ? holder.namespaceSelector : undefined;
  if (!isRecord(selector)) return 'own';
  if (selector.any === true) return 'all';
  if (!Array.isArray(selector.matchNames) || selector.matchNames.length === 0) return 'own';
  const values = selector.matchNames.map(String);
  return {
    matchLabels: {},
    matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values }],
  };
}

function saysOptional({ mayBeAbsent, optionalBy }: ReferenceDeclaration, beside: unknown): boolean {
  return (
    mayBeAbsent === true || (optionalBy !== undefined && isRecord(beside) && beside[optionalBy] === true)
  );
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

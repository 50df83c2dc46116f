import type { AnalysedResource, Analysis } from '../../../core/analysis.ts';
import type { ReferenceDeclaration } from '../../../core/kinds/types.ts';
import type { Path } from '../../../core/yaml/path.ts';
import type { Plain } from '../../../core/yaml/types.ts';

/** A value to write, and where below the reference it goes. */
export interface ReferenceEdit {
  readonly below: Path;
  readonly value: Plain;
}

type Values = Readonly<Record<string, unknown>>;

/** Fields that say what a reference points at, in the order in which people write them. */
const pointing = ['apiVersion', 'group', 'kind', 'name', 'namespace', 'sectionName', 'port'];

/** The resources that a reference of the holder may point at: its kinds, in the namespaces it reaches. */
export function candidatesOf(
  declaration: ReferenceDeclaration,
  holder: AnalysedResource,
  resources: Analysis['resources'],
): readonly AnalysedResource[] {
  const { to, namespace } = declaration;
  return [...resources.values()].filter((one) => {
    if (one.id === holder.id || !to.some(({ group, kind }) => group === one.group && kind === one.kind))
      return false;
    if (namespace === 'field' || one.namespace === '') return true;
    if (typeof namespace === 'object') return one.namespace === namespace.fixed;
    return namespace === 'own' && one.namespace === holder.namespace;
  });
}

/**
 * What to write so that a reference points at a target. Where the name alone differs, only the name; else the
 * reference anew, with its other fields (weight, filters) kept. Sections and ports are kept where they fit.
 */
export function pointAt(
  declaration: ReferenceDeclaration,
  holder: AnalysedResource,
  old: unknown,
  target: AnalysedResource,
): ReferenceEdit {
  if (declaration.form !== 'object') return { below: [], value: target.name };
  const before = isValues(old) ? old : {};
  const { typedBy = 'group', explicitType = false, namespace, has = [] } = declaration;
  const [standard] = declaration.to;
  const next: Record<string, unknown> = { name: target.name };
  const isDefaultKind = target.kind === standard?.kind && target.group === standard.group;
  if (typedBy !== 'none') {
    const isWritten = 'kind' in before || 'group' in before || 'apiVersion' in before;
    if (explicitType || !isDefaultKind || isWritten) {
      next.kind = target.kind;
      if (typedBy === 'apiVersion') next.apiVersion = target.apiVersion;
      else if (explicitType || 'group' in before || target.group !== standard?.group)
        next.group = target.group;
    }
  }
  const isElsewhere = target.namespace !== '' && target.namespace !== holder.namespace;
  if (namespace === 'field' && (isElsewhere || 'namespace' in before)) {
    if (target.namespace !== '') next.namespace = target.namespace;
  }
  const section = target.summary.rows.find(
    (row) => row.section !== undefined && row.section === before.sectionName,
  );
  if (has.includes('sectionName') && section !== undefined) next.sectionName = section.section;
  if (has.includes('port')) {
    const port = portFor(target, before.port, declaration.portRequired === true && isDefaultKind);
    if (port !== undefined) next.port = port;
  }
  const isPart = (key: string) => key === 'sectionName' || key === 'port';
  return assemble(
    before,
    next,
    // A part that the declaration does not know is no business of its target: a port that is a map.
    pointing.filter((key) => !isPart(key) || has.some((each) => each === key)),
  );
}

/** What to write for a name that was typed: of something that is not in the workspace (yet). */
export function pointAtName(declaration: ReferenceDeclaration, old: unknown, name: string): ReferenceEdit {
  if (declaration.form !== 'object') return { below: [], value: name };
  if (isValues(old)) return { below: ['name'], value: name };
  const [standard] = declaration.to;
  const { typedBy = 'group', explicitType = false } = declaration;
  if (typedBy === 'none' || !explicitType || standard === undefined) return { below: [], value: { name } };
  return { below: [], value: { group: standard.group, kind: standard.kind, name } };
}

function portFor(target: AnalysedResource, old: unknown, isRequired: boolean): unknown {
  const ports = target.summary.rows.flatMap((row) => row.port ?? []);
  if (old !== undefined && ports.some((port) => port === old)) return old;
  if (!isRequired) return undefined;
  return ports[0] ?? old;
}

function assemble(before: Values, next: Values, keys: readonly string[]): ReferenceEdit {
  const kept = Object.entries(before).filter(([key]) => !keys.includes(key));
  const own = keys.flatMap((key) => (next[key] === undefined ? [] : [[key, next[key]] as const]));
  const owned = Object.keys(before).filter((key) => keys.includes(key));
  const isNameOnly =
    owned.length === own.length && own.every(([key, value]) => key === 'name' || before[key] === value);
  if (isNameOnly) return { below: ['name'], value: String(next.name) };
  return { below: [], value: Object.fromEntries([...own, ...kept]) as Plain };
}

function isValues(value: unknown): value is Values {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

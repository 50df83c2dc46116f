import type { AnalysedResource, Analysis } from '../../analysis.ts';
import type { ReferenceDeclaration } from '../../kinds/types.ts';
import type { GroupKind } from '../../workspace/types.ts';
import type { ResourceHead } from '../place/resourceHead.ts';

/** Something that a reference could name. */
export interface Candidate extends GroupKind {
  readonly namespace: string;
  readonly name: string;
  /** Absent for what a controller will make. */
  readonly resource?: AnalysedResource;
  /** `Certificate web`: whose controller makes it. */
  readonly madeBy?: string;
}

/** Fields that take a TLS Secret and nothing else. */
const tlsFields = /certificateRef|clientCertificate/i;

/** What a reference could name, the nearest first: own namespace, then the others that it can reach. */
export function candidatesFor(
  analysis: Analysis,
  head: ResourceHead,
  declaration: ReferenceDeclaration,
): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const target of declaration.to) {
    if (target.kind === '*') continue;
    for (const resource of analysis.resources.values()) {
      const isSelf =
        resource.kind === head.kind && resource.group === head.group && resource.name === head.name;
      if (!isSame(resource, target) || (isSelf && resource.namespace === head.namespace)) continue;
      if (isInReach(resource.namespace, head, declaration) && isRightSecret(resource, declaration))
        found.push({ ...pick(resource), resource });
    }
    for (const ghost of analysis.ghosts.values()) {
      const maker = ghost.madeBy === undefined ? undefined : analysis.resources.get(ghost.madeBy);
      if (maker === undefined || !isSame(ghost, target) || !isInReach(ghost.namespace, head, declaration))
        continue;
      found.push({ ...pick(ghost), madeBy: `${maker.kind} ${maker.name}` });
    }
  }
  const isNear = ({ namespace }: Candidate) => (namespace === head.namespace || namespace === '' ? 0 : 1);
  return found.sort((a, b) => isNear(a) - isNear(b));
}

function pick({ group, kind, namespace, name }: Candidate): Candidate {
  return { group, kind, namespace, name };
}

function isSame(a: GroupKind, b: GroupKind): boolean {
  return a.group === b.group && a.kind === b.kind;
}

function isInReach(namespace: string, head: ResourceHead, declaration: ReferenceDeclaration): boolean {
  if (namespace === '') return true;
  if (declaration.namespace === 'cluster') return false;
  if (typeof declaration.namespace === 'object') return namespace === declaration.namespace.fixed;
  return declaration.namespace === 'field' || namespace === head.namespace;
}

function isRightSecret(resource: AnalysedResource, declaration: ReferenceDeclaration): boolean {
  if (resource.kind !== 'Secret' || resource.group !== '' || !tlsFields.test(declaration.name)) return true;
  // Bundles of authorities come in Secrets of any type.
  return /^ca/i.test(declaration.name) || resource.value.type === 'kubernetes.io/tls';
}

/** A port or section of a resource that a reference can name. */
export interface Part {
  readonly value: string | number;
  readonly words: string;
}

/** The ports of a resource, each once. */
export function portsOf(resource: AnalysedResource | undefined): readonly Part[] {
  const parts = new Map<number, Part>();
  for (const row of resource?.summary.rows ?? []) {
    if (row.port === undefined || parts.has(row.port)) continue;
    parts.set(row.port, { value: row.port, words: [row.label, ...row.parts].join(' ') });
  }
  return [...parts.values()];
}

/** The sections of a resource: the listeners of a Gateway, the rules of a route. */
export function sectionsOf(resource: AnalysedResource | undefined): readonly Part[] {
  return (resource?.summary.rows ?? []).flatMap((row) =>
    row.section === undefined ? [] : [{ value: row.section, words: [row.label, ...row.parts].join(' ') }],
  );
}

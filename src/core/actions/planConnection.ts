import type { Analysis } from '../analysis.ts';
import { targetOf } from '../graph/edgeParts.ts';
import { extractReferences } from '../graph/extractReferences.ts';
import type { FoundReference } from '../graph/foundReference.ts';
import { GrantBook } from '../graph/grants.ts';
import { selectsLabels } from '../graph/selectLabels.ts';
import type { PodSelectorReference, ReferenceDeclaration, SelectorReference } from '../kinds/types.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { pathStartsWith, valueAt } from '../yaml/path.ts';
import type { ConnectionEnd } from './connectionEnd.ts';
import type { ConnectionPlan } from './connectionPlan.ts';
import { sentenceOf } from './connectionWords.ts';
import { type Fit, roleWords } from './fits.ts';
import { findSite, type Site, siblingsPath } from './referenceSite.ts';
import { isSelecting, labelsField, labelsPattern, labelsToSelect } from './selectorLabels.ts';
import type { Refusal } from './types.ts';
import { nameOf, withArticle, withCapitalArticle } from './words.ts';

export type { ConnectionPlan };

/** A refusal because the connection is there. */
export interface AlreadyThere extends Refusal {
  readonly isThere: true;
}

/** What plans may ask of the workspace. */
export class ConnectionWorld {
  readonly analysis: Analysis;
  #grants: GrantBook | undefined;

  constructor(analysis: Analysis) {
    this.analysis = analysis;
  }

  get grants(): GrantBook {
    this.#grants ??= new GrantBook(this.analysis.resources.values());
    return this.#grants;
  }
}

/** Decides one connection, or says why it cannot be. Needs values only, no text. */
export function planConnection(
  { declaration, holder: side }: Fit,
  from: ConnectionEnd,
  to: ConnectionEnd,
  world: ConnectionWorld,
): ConnectionPlan | Refusal | AlreadyThere {
  const [holder, target] = side === 'from' ? [from, to] : [to, from];
  const refusal =
    refuseHolder(holder) ?? refuseNamespace(declaration, holder, target) ?? refuseBeside(declaration, holder);
  if (refusal !== undefined) return refusal;
  const site: Site | Refusal =
    holder.state === 'planned'
      ? { type: 'make', path: [], key: 'spec', rest: [] }
      : findSite(
          holder,
          isSelecting(declaration) ? { ...declaration, path: labelsPattern(declaration) } : declaration,
        );
  if ('refused' in site) return site;
  const part = choosePart(declaration, target, world);
  if ('refused' in part) return part;
  const base = {
    declaration,
    holder,
    target,
    needsGrant: needsGrant(declaration, holder, target, world),
    ...part,
  };
  return isSelecting(declaration) ? planSelector({ ...base, site }, declaration) : settle({ ...base, site });
}

function refuseHolder(holder: ConnectionEnd): Refusal | undefined {
  if (holder.state === 'ghost') {
    return {
      refused: `${nameOf(holder)} is not in the workspace, so nothing can be written in it. Create it first.`,
    };
  }
  return holder.staleFile === undefined
    ? undefined
    : {
        refused: `${nameOf(holder)} cannot be changed while ${holder.staleFile} does not parse. Mend that first.`,
      };
}

/** References that stay in one namespace, or in a fixed one. */
function refuseNamespace(
  { namespace, role }: ReferenceDeclaration,
  holder: ConnectionEnd,
  target: ConnectionEnd,
): Refusal | undefined {
  if (namespace === 'field' || target.namespace === '') return undefined;
  if (typeof namespace === 'object') {
    if (target.namespace === namespace.fixed) return undefined;
    return {
      refused: `${withCapitalArticle(holder.kind)} can ${roleWords[role].can} only ${withArticle(target.kind)} in namespace ${namespace.fixed}; ${nameOf(target)} is in ${target.namespace}.`,
    };
  }
  if (namespace === 'cluster' || target.namespace === holder.namespace) return undefined;
  const where = holder.namespace === '' ? 'outside namespaces' : `in ${holder.namespace}`;
  return {
    refused: `${withCapitalArticle(holder.kind)} can ${roleWords[role].can} only ${withArticle(target.kind)} of its own namespace. ${nameOf(holder)} is ${where}, ${nameOf(target)} in ${target.namespace}.`,
  };
}

/** The deprecated `targetRef` may not stand beside `targetRefs`. */
function refuseBeside(declaration: ReferenceDeclaration, holder: ConnectionEnd): Refusal | undefined {
  if (declaration.path !== 'spec.targetRefs[*]' || !isRecord(valueAt(holder.value, ['spec', 'targetRef'])))
    return undefined;
  return {
    refused: `${nameOf(holder)} uses the deprecated spec.targetRef, which may not stand beside spec.targetRefs. Turn it into an item of spec.targetRefs first.`,
  };
}

function needsGrant(
  declaration: ReferenceDeclaration,
  holder: ConnectionEnd,
  target: ConnectionEnd,
  world: ConnectionWorld,
): boolean {
  if (declaration.needsGrant !== true || target.namespace === '' || target.namespace === holder.namespace)
    return false;
  return !world.grants.allows(holder, target);
}

type Part = { readonly sectionName?: string; readonly port?: number };

/** The section or port of the target that the reference names. */
function choosePart(
  declaration: ReferenceDeclaration,
  target: ConnectionEnd,
  world: ConnectionWorld,
): Part | Refusal {
  if (declaration.form !== 'object' && declaration.form !== 'name') return {};
  const { row } = target;
  const [standard] = declaration.to;
  if (
    declaration.portRequired === true &&
    standard?.kind === target.kind &&
    standard.group === target.group
  ) {
    if (target.state === 'planned') return {};
    const port =
      row?.port ?? target.rows.find((each) => each.port !== undefined)?.port ?? askedPort(target, world);
    if (port !== undefined) return { port };
    if (target.state === 'ghost') {
      return {
        refused: `${nameOf(target)} is not in the workspace, so its port is not known. Create it first.`,
      };
    }
    return { refused: `${nameOf(target)} has no port to send to. Add a port to it first.` };
  }
  if (declaration.form === 'name') return {};
  if (declaration.has?.includes('sectionName') === true && row?.section !== undefined)
    return { sectionName: row.section };
  if (declaration.has?.includes('port') === true && row?.port !== undefined && row.section === undefined) {
    return { port: row.port };
  }
  return {};
}

/** The port by which others refer to something that is not there. */
function askedPort(target: ConnectionEnd, { analysis }: ConnectionWorld): number | undefined {
  if (target.state !== 'ghost') return undefined;
  for (const edge of analysis.edges.values()) {
    if (edge.to === target.id && edge.target.port !== undefined) return edge.target.port;
  }
  return undefined;
}

type Draught = Omit<ConnectionPlan, 'site' | 'instead'> & { readonly site: Site };

/** Compares with what is there: refuses what exists, narrows to a section, says what is replaced. */
function settle(plan: Draught): ConnectionPlan | Refusal | AlreadyThere {
  const { declaration, holder, target, site, sectionName, port } = plan;
  // What is yet to be made cannot be there already; it will have a name of its own.
  const isPlanned = target.state === 'planned';
  const at = siblingsPath(site);
  const present = extractReferences(holder.group, holder.kind, holder.value).filter(
    (each): each is FoundReference & { type: 'object' } =>
      each.type === 'object' && each.declaration === declaration && pathStartsWith(each.path, at),
  );
  const same = present.filter((each) => {
    if (isPlanned) return false;
    const asked = targetOf(holder, each);
    return (
      asked.name === target.name &&
      asked.kind === target.kind &&
      asked.group === target.group &&
      asked.namespace === target.namespace
    );
  });
  const isPartChosen = target.row !== undefined && (sectionName ?? port) !== undefined;
  const whole = same.find((each) => each.sectionName === undefined);
  if (sectionName !== undefined && whole !== undefined && same.length === 1) {
    return { ...plan, site: { type: 'narrow', path: whole.path } };
  }
  const equal = isPartChosen
    ? same.find((each) => each.sectionName === sectionName && (port === undefined || each.port === port))
    : same[0];
  if (equal !== undefined) return alreadyThere(plan);
  const [old] = present;
  return site.type === 'replace' && old !== undefined ? { ...plan, instead: targetOf(holder, old) } : plan;
}

function planSelector(
  plan: Draught,
  declaration: PodSelectorReference | SelectorReference,
): ConnectionPlan | Refusal | AlreadyThere {
  const { holder, target } = plan;
  if (target.state === 'planned') return plan;
  const { all, toSelect } = labelsToSelect(declaration, target);
  if (Object.keys(toSelect).length === 0) {
    const lacks = declaration.form === 'pod-selector' ? 'gives its pods no labels' : 'has no labels';
    return {
      refused: `${nameOf(target)} ${lacks} to select by. Add some to ${labelsField(declaration)} first.`,
    };
  }
  const present = extractReferences(holder.group, holder.kind, holder.value).find(
    (each) => each.declaration === declaration,
  );
  const isThere = present !== undefined && present.type !== 'object' && selectsLabels(present.selector, all);
  return isThere ? alreadyThere(plan) : plan;
}

function alreadyThere(plan: Draught): AlreadyThere {
  return { refused: `${sentenceOf(plan)} already.`, isThere: true };
}

import type { Finding } from '../analysis.ts';
import type { Catalogue, CatalogueKind } from '../catalogue/catalogue.ts';
import { recogniseMistake } from '../mistakes/registry.ts';
import type { CelEngine } from '../schema/cel.ts';
import { faultCodes } from '../schema/codes.ts';
import { describeFault } from '../schema/describeFault.ts';
import type { Fault, Verdict } from '../schema/fault.ts';
import { type JudgeOptions, judge } from '../schema/judge.ts';
import { judgeKind } from '../schema/judgeKind.ts';
import { repairsOf } from '../schema/repairsOf.ts';
import { WaysOut } from '../schema/waysOut.ts';
import { sayValue } from '../schema/words/sayValue.ts';
import type { Resource } from '../workspace/types.ts';
import type { YamlTree } from '../yaml/parseYaml.ts';
import { type Path, samePath } from '../yaml/path.ts';
import { sayNotChecked } from './gatherNotChecked.ts';
import { rangeOf } from './rangeOf.ts';

/** What the API server's verdict is made with. A new object whenever any of it is another. */
export interface Judging {
  readonly catalogue: Catalogue;
  /** There once a user's CRD has rules and the engine is loaded. */
  readonly cel?: CelEngine;
  /** True where nobody takes a way out of these findings: none is tried then, which saves a verdict for each. */
  readonly areWaysUntried?: boolean;
}

/**
 * What the API server holds against a resource, as findings at exact places. It is judged as a new resource; when
 * `old` (the same resource of the baseline) is there, also as an update of it, for rules that forbid a change.
 */
export function schemaFindings(
  resource: Resource,
  tree: YamlTree,
  judging: Judging,
  old?: Readonly<Record<string, unknown>>,
): readonly Finding[] {
  const { catalogue, cel } = judging;
  const { group, version, kind, apiVersion, value } = resource;
  const found = catalogue.find(group, version, kind);
  if (found.state === 'unloaded') return [];
  if (found.state !== 'known') {
    const fault = judgeKind(found, apiVersion, kind, catalogue);
    return fault === undefined ? [] : [finish(fault, resource, tree)];
  }
  const known = { kind: found.kind, resource, tree, areWaysTried: judging.areWaysUntried !== true };
  const options = cel === undefined ? {} : { cel };
  const verdict = judge(found.kind, value, options);
  const created = [...findingsOf(known, verdict, options), ...notCheckedOf(known, verdict)];
  if (old === undefined || old === value) return created;
  const asUpdate = { ...options, operation: 'update' as const, old };
  const updated = judge(found.kind, value, asUpdate);
  const isNew = (fault: Fault) =>
    fault.isRatcheted !== true &&
    !created.some((each) => each.fault?.fault === fault.fault && samePath(each.fault.path, fault.path));
  return [...created, ...findingsOf(known, updated, asUpdate, isNew)];
}

interface Known {
  readonly kind: CatalogueKind;
  readonly resource: Resource;
  readonly tree: YamlTree;
  readonly areWaysTried: boolean;
}

/** Of a verdict, with the ways out that work. */
function findingsOf(
  { kind, resource, tree, areWaysTried }: Known,
  verdict: Verdict,
  options: JudgeOptions,
  isSaid: (fault: Fault) => boolean = () => true,
): readonly Finding[] {
  const ways = areWaysTried ? new WaysOut(kind, resource.value, verdict, options) : undefined;
  const said = verdict.faults.filter(isSaid).map((fault) => finish(fault, resource, tree, kind, ways));
  const last = said.at(-1);
  if (verdict.omitted === undefined || last === undefined) return said;
  const message = `${last.message} There are ${verdict.omitted} more problems in this resource.`;
  return [...said.slice(0, -1), { ...last, message }];
}

/** A rule that cannot be run is neither passed nor broken. */
function notCheckedOf({ kind, resource, tree }: Known, { notChecked }: Verdict): readonly Finding[] {
  if (notChecked.length === 0) return [];
  const { code, severity } = faultCodes['not-checked'];
  const definition = `${kind.kind} (${kind.group}/${kind.version})`;
  const rules = notChecked.map(({ rule: { source, message }, reason }) => ({
    source,
    says: sayValue(message ?? source),
    reason,
  }));
  const place = { ...resource.place, path: [...resource.place.path, 'kind'] };
  return [
    {
      ...{ code, severity, place, resource: resource.id },
      message: sayNotChecked(definition, rules, 1),
      range: rangeOf(tree, place.path, 'value'),
      notChecked: { definition, rules },
    },
  ];
}

function finish(
  fault: Fault,
  resource: Resource,
  tree: YamlTree,
  kind?: CatalogueKind,
  ways?: WaysOut,
): Finding {
  const mistake = recogniseMistake(fault, resource);
  const { code, severity, message } = describeFault(fault, kind);
  const placeOf = (path: Path) => ({ ...resource.place, path: [...resource.place.path, ...path] });
  const place = placeOf(fault.path);
  const offered = mistake?.repairs ?? repairsOf(fault, resource.value, kind);
  const repairs = ways?.of(fault, offered) ?? offered;
  const related = (fault.related ?? []).map((path) => ({
    place: placeOf(path),
    range: rangeOf(tree, placeOf(path).path, 'key'),
    message: 'See here',
  }));
  return {
    code: mistake?.mistake.code ?? code,
    severity,
    message: mistake?.message ?? message,
    place,
    range: rangeOf(tree, place.path, fault.mark),
    resource: resource.id,
    fault,
    ...(mistake === undefined ? {} : { mistake: mistake.mistake.name }),
    ...(repairs.length === 0 ? {} : { repairs }),
    ...(related.length === 0 ? {} : { related }),
  };
}

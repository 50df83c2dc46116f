import type { Finding } from '../analysis.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { recogniseMistake } from '../mistakes/registry.ts';
import type { CelEngine } from '../schema/cel.ts';
import { describeFault } from '../schema/describeFault.ts';
import type { Fault } from '../schema/fault.ts';
import { judge } from '../schema/judge.ts';
import { judgeKind } from '../schema/judgeKind.ts';
import { repairsOf } from '../schema/repairsOf.ts';
import type { Resource } from '../workspace/types.ts';
import type { YamlTree } from '../yaml/parseYaml.ts';
import { type Path, samePath } from '../yaml/path.ts';
import { rangeOf } from './rangeOf.ts';

/** What the API server's verdict is made with. A new object whenever any of it is another. */
export interface Judging {
  readonly catalogue: Catalogue;
  /** There once a user's CRD has rules and the engine is loaded. */
  readonly cel?: CelEngine;
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
  const options = cel === undefined ? {} : { cel };
  const created = judge(found.kind, value, { ...options, operation: 'create' }).faults;
  const faults =
    old === undefined || old === value
      ? created
      : [
          ...created,
          ...ofUpdate(judge(found.kind, value, { ...options, operation: 'update', old }).faults, created),
        ];
  return faults.map((fault) => finish(fault, resource, tree, found.kind));
}

/** What only an update has against it. */
function ofUpdate(updated: readonly Fault[], created: readonly Fault[]): readonly Fault[] {
  return updated.filter(
    (fault) =>
      fault.isRatcheted !== true &&
      !created.some((each) => each.fault === fault.fault && samePath(each.path, fault.path)),
  );
}

function finish(
  fault: Fault,
  resource: Resource,
  tree: YamlTree,
  kind?: Parameters<typeof repairsOf>[2],
): Finding {
  const mistake = recogniseMistake(fault, resource);
  const { code, severity, message } = describeFault(fault, kind);
  const placeOf = (path: Path) => ({ ...resource.place, path: [...resource.place.path, ...path] });
  const place = placeOf(fault.path);
  const repairs = mistake?.repairs ?? repairsOf(fault, resource.value, kind);
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

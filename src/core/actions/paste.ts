import { targetOf } from '../graph/edgeParts.ts';
import { extractReferences } from '../graph/extractReferences.ts';
import { isClusterScoped } from '../kinds/registry.ts';
import { type ResourceId, resourceId } from '../workspace/types.ts';
import type { ActionArgTable } from './args.ts';
import { Draft, type Spot } from './draft.ts';
import { lineBreaks } from './lineBreaks.ts';
import { TakenNames } from './names.ts';
import { fileNameOf, uniquePath, wholeFile } from './placeNew.ts';
import { type PastedDocument, readPasted } from './readPasted.ts';
import type { Action } from './types.ts';
import { count, nameOf } from './words.ts';

type Body = PastedDocument['bodies'][number];

/** A pasted resource with the name it gets. */
interface Arrival {
  readonly body: Body;
  readonly namespace: string;
  readonly name: string;
  readonly spot: Spot;
}

/** Adds resources from the clipboard. Names that exist are made new; references among the pasted follow. */
export const paste: Action<'paste', ActionArgTable['paste']> = {
  name: 'paste',
  run(context, { text, file }) {
    const pasted = readPasted(text);
    if ('refused' in pasted) return pasted;
    const draft = new Draft(context);
    const path = file ?? choosePath(draft, pasted);
    const taken = new TakenNames(context);
    const moved = new Map<ResourceId, string>();
    const seen = new Set<ResourceId>();
    const arrivals = pasted.flatMap((each) => {
      const document = draft.append(path, lineBreaks(each.text, draft.lineBreak(path)));
      return each.bodies.map((body): Arrival => {
        const namespace = namespaceOf(body);
        const id = resourceId(body.group, body.kind, namespace, body.name);
        const isTaken = taken.has(body, namespace, body.name);
        const name = isTaken ? taken.copyOf(body, namespace, body.name) : body.name;
        taken.add(body, namespace, name);
        if (isTaken && !seen.has(id)) moved.set(id, name);
        seen.add(id);
        return { body, namespace, name, spot: { document, path: body.path } };
      });
    });
    for (const arrival of arrivals) adapt(draft, arrival, moved);
    const [first] = arrivals;
    const isOne = arrivals.length === 1 && first !== undefined;
    return draft.finish({
      label: isOne
        ? `Paste ${nameOf({ kind: first.body.kind, name: first.name })}`
        : `Paste ${count(arrivals.length, 'resource')}`,
      select: arrivals.map(({ body, namespace, name }) => resourceId(body.group, body.kind, namespace, name)),
    });
  },
};

function choosePath(draft: Draft, pasted: readonly PastedDocument[]): string {
  const { paths } = draft;
  const [only] = paths;
  if (only === undefined) return wholeFile;
  if (paths.length === 1) return only;
  const bodies = pasted.flatMap((each) => each.bodies);
  const [first] = bodies;
  return uniquePath(paths, bodies.length === 1 && first !== undefined ? fileNameOf(first) : 'pasted.yaml');
}

function namespaceOf({ group, kind, namespace }: Body): string {
  const isCluster = isClusterScoped(group, kind);
  if (isCluster === true) return '';
  return namespace ?? (isCluster === false ? 'default' : '');
}

/** Writes the new name, and those of other pasted resources wherever this one names them. */
function adapt(
  draft: Draft,
  { body, namespace, name, spot }: Arrival,
  moved: ReadonlyMap<ResourceId, string>,
): void {
  if (name !== body.name) draft.setKey(spot, ['metadata'], 'name', name);
  if (moved.size === 0) return;
  for (const reference of extractReferences(body.group, body.kind, body.value)) {
    if (reference.type !== 'object' || reference.declaration.form === 'address') continue;
    const target = targetOf({ namespace }, reference);
    const to = moved.get(resourceId(target.group, target.kind, target.namespace, target.name));
    if (to === undefined) continue;
    if (reference.declaration.form === 'name') draft.setValue(spot, reference.path, to);
    else draft.setKey(spot, reference.path, 'name', to);
  }
}

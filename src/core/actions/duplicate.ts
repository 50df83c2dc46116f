import type { AnalysedResource } from '../analysis.ts';
import { resourceId } from '../workspace/types.ts';
import { copyListItem } from '../yaml/listItems.ts';
import type { ActionArgTable } from './args.ts';
import { Draft } from './draft.ts';
import { headerLength } from './draftFile.ts';
import { TakenNames } from './names.ts';
import type { Action } from './types.ts';
import { count, nameOf } from './words.ts';

/** Copies resources, each right behind its original: the same text, comments included, under a new name. */
export const duplicate: Action<'duplicate', ActionArgTable['duplicate']> = {
  name: 'duplicate',
  run(context, { ids }) {
    const draft = new Draft(context);
    const taken = new TakenNames(context);
    const copies = ids.flatMap((id) => {
      const resource = draft.resource(id);
      if (resource === undefined) return [];
      const name = taken.copyOf(resource, resource.namespace, resource.name);
      taken.add(resource, resource.namespace, name);
      return [{ resource, name }];
    });
    // Items of one list from the last to the first, so that the positions stay right.
    const position = ({ resource }: (typeof copies)[number]) => Number(resource.place.path.at(-1) ?? 0);
    for (const { resource, name } of copies.toSorted((a, b) => position(b) - position(a)))
      copy(draft, resource, name);
    const [first] = copies;
    const isOne = copies.length === 1 && first !== undefined;
    return draft.finish({
      label: isOne
        ? `Duplicate ${nameOf(first.resource)} as ${first.name}`
        : `Duplicate ${count(copies.length, 'resource')}`,
      select: copies.map(({ resource, name }) =>
        resourceId(resource.group, resource.kind, resource.namespace, name),
      ),
    });
  },
};

function copy(draft: Draft, resource: AnalysedResource, name: string): void {
  const { document, path } = draft.spotOf(resource);
  if (!draft.checkParses(document)) return;
  const index = path.at(-1);
  if (typeof index === 'number') {
    const list = path.slice(0, -1);
    draft.edit(document, (tree) => copyListItem(tree, list, index));
    draft.setKey({ document, path: [...list, index + 1] }, ['metadata'], 'name', name);
    return;
  }
  const text = document.text.slice(document.start === 0 ? headerLength(document.text) : 0);
  draft.setKey({ document: draft.insertAfter(document, text), path: [] }, ['metadata'], 'name', name);
}

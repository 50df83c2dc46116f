import { useCallback, useState } from 'react';
import type { ResourceId } from '../../core/workspace/types.ts';
import { useView } from '../../state/react.tsx';
import type { TreeSource } from './buildTree.ts';
import type { Grouping } from './treeNode.ts';

interface TreeState {
  readonly toggled: ReadonlySet<string>;
  readonly toggle: (keys: readonly string[]) => void;
  readonly active: string | null;
  readonly setActive: (key: string) => void;
  /** Where a range with Shift begins. */
  readonly anchor: ResourceId | null;
  readonly setAnchor: (id: ResourceId) => void;
}

/**
 * What is open in the tree and which row is active. When something else selects a resource, its row becomes
 * active and the way to it opens.
 */
export function useTreeState(source: TreeSource, grouping: Grouping): TreeState {
  const selection = useView((view) => view.selection);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | null>(null);
  const [anchor, setAnchor] = useState<ResourceId | null>(null);
  const [seen, setSeen] = useState<readonly ResourceId[] | null>(null);
  const [first] = selection;
  if (selection !== seen) {
    setSeen(selection);
    if (first !== undefined && !isWithin(active, selection)) {
      const way = wayTo(source, grouping, first);
      setActive(source.ghosts.has(first) ? `ghost:${first}` : `res:${first}`);
      setAnchor(first);
      if (way.some((key) => toggled.has(key)))
        setToggled(new Set([...toggled].filter((key) => !way.includes(key))));
    }
  }
  const toggle = useCallback((keys: readonly string[]) => {
    setToggled((old) => {
      const next = new Set(old);
      for (const key of keys) if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  return { toggled, toggle, active, setActive, anchor, setAnchor };
}

/** True when the active row is one of the selected resources, or a row of one. */
function isWithin(active: string | null, selection: readonly ResourceId[]): boolean {
  if (active === null) return false;
  return selection.some(
    (id) => active === `res:${id}` || active === `ghost:${id}` || active.startsWith(`row:${id}:`),
  );
}

/** Keys of the groups above a resource. */
function wayTo(source: TreeSource, grouping: Grouping, id: ResourceId): readonly string[] {
  const resource = source.resources.get(id);
  if (resource === undefined) return ['ghosts'];
  const kind = `kind:${resource.group}/${resource.kind}`;
  if (grouping === 'kind') return [kind];
  if (grouping === 'file') return [`file:${resource.place.file}`];
  return [`ns:${resource.namespace}`, `ns:${resource.namespace}/${kind}`];
}

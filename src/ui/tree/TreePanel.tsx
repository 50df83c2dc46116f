import { SegmentedControl } from '@mantine/core';
import { ListTree, SearchX } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { ResourceId } from '../../core/workspace/types.ts';
import { useAnalysis, useStudio, useView } from '../../state/react.tsx';
import { ContextMenu, type MenuEntry } from '../kit/ContextMenu.tsx';
import { createGhost } from '../kit/createGhost.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { hasMod } from '../kit/isMac.ts';
import { Panel } from '../kit/Panel.tsx';
import { SearchField } from '../kit/SearchField.tsx';
import { buildTree } from './buildTree.ts';
import { TreeRowContent } from './TreeRowContent.tsx';
import { type Choice, TreeView } from './TreeView.tsx';
import { treeMenu } from './treeMenu.ts';
import type { Grouping, TreeRow } from './treeNode.ts';
import { flattenTree } from './treeNode.ts';
import { useTreeState } from './useTreeState.ts';

const groupings: readonly { readonly value: Grouping; readonly label: string }[] = [
  { value: 'namespace', label: 'Namespace' },
  { value: 'kind', label: 'Kind' },
  { value: 'file', label: 'File' },
];

interface OpenMenu {
  readonly label: string;
  readonly at: { readonly x: number; readonly y: number };
  readonly entries: readonly (MenuEntry | null)[];
}

/**
 * The same resources as the canvas shows, as a tree: for those who read lists faster than pictures, and for
 * those who cannot see the picture. In step with the selection both ways, all of it by keyboard. It keeps
 * nothing of its own but what is open and how it is grouped.
 */
export function TreePanel() {
  const studio = useStudio();
  const [grouping, setGrouping] = useState<Grouping>('namespace');
  const [filter, setFilter] = useState('');
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const source = useTreeSource();
  const selection = useView((view) => view.selection);
  const selected = useMemo(() => new Set<string>(selection), [selection]);
  const roots = useMemo(() => buildTree(source, grouping, filter), [source, grouping, filter]);
  const state = useTreeState(source, grouping);
  const rows = useMemo(() => flattenTree(roots, state.toggled), [roots, state.toggled]);

  const choose = (row: TreeRow, choice: Choice) => {
    const { subject } = row.node;
    if (subject.type === 'resource' || subject.type === 'ghost') {
      const ids = idsToSelect(rows, selection, subject.id, choice, state.anchor);
      if (choice === 'one') state.setAnchor(subject.id);
      studio.select(ids, { bring: true });
    } else if (subject.type === 'row') {
      studio.select([subject.id], { quiet: true, bring: true });
      void studio.revealPlace(subject.place);
    } else if (subject.type === 'document') {
      studio.revealRange(subject.file, subject.document, { start: 0, end: 0 });
    } else if (subject.type === 'file') studio.setView({ openFile: subject.path });
  };

  const open = (row: TreeRow) => {
    const { subject } = row.node;
    if (subject.type === 'resource') studio.select([subject.id], { bring: true, focusEditor: true });
    else if (subject.type === 'row') void studio.revealPlace(subject.place, { focus: true });
    else if (subject.type === 'document')
      studio.revealRange(subject.file, subject.document, { start: 0, end: 0 }, { focus: true });
    else if (row.node.hasChildren) state.toggle([row.node.key]);
    else if (subject.type === 'ghost') createGhost(studio, subject.id);
  };

  return (
    <Panel
      title="Tree"
      head={
        <>
          <SearchField label="Filter resources" value={filter} onChange={setFilter} />
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label="Group by"
            data={[...groupings]}
            value={grouping}
            onChange={(value) => setGrouping(value as Grouping)}
          />
        </>
      }
    >
      {rows.length === 0 ? (
        <Nothing filter={filter} />
      ) : (
        <TreeView
          label="Resources"
          rows={rows}
          active={state.active}
          isSelected={({ node: { subject } }) =>
            (subject.type === 'resource' || subject.type === 'ghost') && selected.has(subject.id)
          }
          onActive={(row) => state.setActive(row.node.key)}
          onChoose={choose}
          onOpen={open}
          onToggle={state.toggle}
          onMenu={(row, at) => {
            const { subject } = row.node;
            if (subject.type === 'resource' && !selected.has(subject.id)) choose(row, 'one');
            const entries = treeMenu(studio, row.node);
            if (entries.length > 0) setMenu({ label: row.node.label, at, entries });
          }}
          onKey={(row, event) => runKey(studio, row, event.key, hasMod(event))}
          renderRow={(row) => <TreeRowContent node={row.node} />}
        />
      )}
      {menu === null ? null : <ContextMenu {...menu} onClose={() => setMenu(null)} />}
    </Panel>
  );
}

/** The parts of the analysis that the tree shows; deferred, so that typing never waits for it. */
function useTreeSource() {
  const files = useAnalysis((analysis) => analysis.files);
  const resources = useAnalysis((analysis) => analysis.resources);
  const ghosts = useAnalysis((analysis) => analysis.ghosts);
  const findings = useAnalysis((analysis) => analysis.findings);
  const source = useMemo(
    () => ({ files, resources, ghosts, findings }),
    [files, resources, ghosts, findings],
  );
  return useDeferredValue(source);
}

/** Keys of a row that are also in its menu. */
function runKey(studio: ReturnType<typeof useStudio>, row: TreeRow, key: string, mod: boolean): boolean {
  const wanted = key === 'Backspace' ? 'Delete' : mod ? `Mod+${key.toUpperCase()}` : key;
  const entry = treeMenu(studio, row.node).find((one) => one?.keys === wanted && one.isDisabled !== true);
  entry?.run();
  return entry !== null && entry !== undefined && wanted.length > 1;
}

/** The selection after a choice: this one, it more or less, or all from the anchor to it. */
function idsToSelect(
  rows: readonly TreeRow[],
  selection: readonly ResourceId[],
  id: ResourceId,
  choice: Choice,
  anchor: ResourceId | null,
): readonly ResourceId[] {
  if (choice === 'one') return [id];
  if (choice === 'toggle')
    return selection.includes(id) ? selection.filter((one) => one !== id) : [...selection, id];
  const ids = rows.flatMap(({ node: { subject } }) => (subject.type === 'resource' ? subject.id : []));
  const from = anchor === null ? -1 : ids.indexOf(anchor);
  const to = ids.indexOf(id);
  if (from < 0 || to < 0) return [id];
  return ids.slice(Math.min(from, to), Math.max(from, to) + 1);
}

function Nothing({ filter }: { readonly filter: string }) {
  if (filter.trim() !== '') {
    return (
      <EmptyState icon={SearchX} title={`Nothing matches “${filter.trim()}”`}>
        The filter looks at kind, namespace and name.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={ListTree} title="No resources yet">
      Drag a kind from the palette, or drop YAML anywhere.
    </EmptyState>
  );
}

import { Download, FilePlus, FileText, FileUp, Pencil, Trash2 } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useAnalysis, useStudio, useView, useWorkspace } from '../../state/react.tsx';
import type { Studio } from '../../state/types.ts';
import { ContextMenu, type MenuEntry } from '../kit/ContextMenu.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { deleteFile, newFile, renameFile } from '../kit/fileCommands.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { Panel } from '../kit/Panel.tsx';
import { buildFileTree } from './buildFileTree.ts';
import { FileNameField } from './FileNameField.tsx';
import styles from './TreePanel.module.css';
import { TreeRowContent } from './TreeRowContent.tsx';
import { TreeView } from './TreeView.tsx';
import { flattenTree, type TreeRow } from './treeNode.ts';

interface OpenMenu {
  readonly label: string;
  readonly at: { readonly x: number; readonly y: number };
  readonly entries: readonly (MenuEntry | null)[];
}

/** Which file is being named: a new one, or one that is there. */
type Naming = { readonly type: 'new' } | { readonly type: 'rename'; readonly path: string };

/** The files of the workspace with their documents: open, create, rename, delete, import. */
export function FilesPanel() {
  const studio = useStudio();
  const texts = useWorkspace((workspace) => workspace.files);
  const files = useAnalysis((analysis) => analysis.files);
  const resources = useAnalysis((analysis) => analysis.resources);
  const openFile = useView((view) => view.openFile);
  const selection = useView((view) => view.selection);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | null>(null);
  const [naming, setNaming] = useState<Naming | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const paths = useMemo(() => [...texts.keys()], [texts]);
  const roots = useMemo(() => buildFileTree(paths, files, resources), [paths, files, resources]);
  const rows = useMemo(() => flattenTree(roots, toggled), [roots, toggled]);

  const toggle = (keys: readonly string[]) =>
    setToggled((old) => {
      const next = new Set(old);
      for (const key of keys) if (!next.delete(key)) next.add(key);
      return next;
    });

  const menuOf = (row: TreeRow): readonly (MenuEntry | null)[] => {
    const { subject } = row.node;
    if (subject.type !== 'file') return [];
    return [
      {
        label: 'Rename…',
        icon: Pencil,
        keys: 'F2',
        run: () => setNaming({ type: 'rename', path: subject.path }),
      },
      { label: 'New file…', icon: FilePlus, run: () => setNaming({ type: 'new' }) },
      null,
      {
        label: 'Delete',
        icon: Trash2,
        keys: 'Delete',
        isDanger: true,
        run: () => deleteFile(studio, subject.path),
      },
    ];
  };

  const endNaming = () => {
    setNaming(null);
    // The field had the focus; the tree takes it back once the field is gone.
    window.setTimeout(() => tree.current?.querySelector<HTMLElement>('[role="tree"]')?.focus());
  };
  const finishNaming = (path: string) => {
    if (naming?.type === 'new') newFile(studio, path);
    else if (naming?.type === 'rename' && path !== naming.path) renameFile(studio, naming.path, path);
    setActive(`file:${path}`);
    endNaming();
  };

  return (
    <Panel
      title="Files"
      actions={
        <>
          <IconButton label="New file" icon={FilePlus} onClick={() => setNaming({ type: 'new' })} />
          <IconButton
            label="Import files"
            icon={FileUp}
            onClick={() => studio.setView({ dialog: { type: 'import' } })}
          />
          <IconButton
            label="Export"
            icon={Download}
            onClick={() => studio.setView({ dialog: { type: 'export' } })}
          />
        </>
      }
      head={
        naming?.type === 'new' ? (
          <FileNameField existing={paths} onDone={finishNaming} onCancel={endNaming} />
        ) : undefined
      }
    >
      {rows.length === 0 ? (
        <EmptyState icon={FileText} title="No files yet">
          Drop YAML anywhere, or add a kind from the palette: it makes its own file.
        </EmptyState>
      ) : (
        <div ref={tree} className={styles.fill}>
          <TreeView
            label="Files"
            rows={rows}
            active={active}
            isSelected={({ node: { subject } }) =>
              subject.type === 'file'
                ? subject.path === openFile
                : subject.type === 'resource' && selection.includes(subject.id)
            }
            onActive={(row) => setActive(row.node.key)}
            onChoose={(row) => showRow(studio, row, false)}
            onOpen={(row) => showRow(studio, row, true)}
            onToggle={toggle}
            onMenu={(row, at) => {
              const entries = menuOf(row);
              if (entries.length > 0) setMenu({ label: row.node.label, at, entries });
            }}
            onKey={(row, event) => {
              const entry = menuOf(row).find((one) => one?.keys === event.key);
              entry?.run();
              return entry !== null && entry !== undefined;
            }}
            renderRow={(row) =>
              naming?.type === 'rename' && row.node.key === `file:${naming.path}` ? (
                <FileNameField
                  existing={paths}
                  own={naming.path}
                  onDone={finishNaming}
                  onCancel={endNaming}
                />
              ) : (
                <TreeRowContent node={row.node} />
              )
            }
          />
        </div>
      )}
      {menu === null ? null : <ContextMenu {...menu} onClose={() => setMenu(null)} />}
    </Panel>
  );
}

function showRow(studio: Studio, row: TreeRow, focus: boolean): void {
  const { subject } = row.node;
  if (subject.type === 'file') studio.setView({ openFile: subject.path });
  else if (subject.type === 'resource') studio.select([subject.id], { bring: true, focusEditor: focus });
  else if (subject.type === 'document') {
    studio.revealRange(subject.file, subject.document, { start: 0, end: 0 }, { focus });
  }
}

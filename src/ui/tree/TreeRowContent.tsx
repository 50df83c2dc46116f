import { EyeOff, FileText, FileWarning, Ghost, Plus } from 'lucide-react';
import { useStudio, useView } from '../../state/react.tsx';
import type { ViewState } from '../../state/types.ts';
import { createGhost } from '../kit/createGhost.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { KindIcon } from '../kit/icons.tsx';
import { SeverityMark } from '../kit/SeverityMark.tsx';
import styles from './TreePanel.module.css';
import type { TreeNode, TreeSubject } from './treeNode.ts';

/** What one row of the tree shows: icon, name, a muted word more, severity, count. */
export function TreeRowContent({ node }: { readonly node: TreeNode }) {
  const { subject } = node;
  const isHidden = useView((view) => isHiddenOnCanvas(view, subject));
  const isGroup = node.count !== undefined;
  return (
    <>
      <RowIcon node={node} />
      <span
        className={styles.label}
        data-group={isGroup || undefined}
        data-ghost={subject.type === 'ghost' || undefined}
        data-stale={(subject.type === 'resource' && subject.isStale) || undefined}
        data-row={subject.type === 'row' || undefined}
      >
        {node.label}
      </span>
      {node.detail === undefined ? null : <span className={styles.detail}>{node.detail}</span>}
      <span className={styles.end}>
        {isHidden ? (
          <EyeOff size={13} strokeWidth={1.5} role="img" aria-label="Hidden on the canvas" />
        ) : null}
        {node.severity === undefined ? null : <SeverityMark severity={node.severity} size={13} />}
        {isGroup ? <span className={styles.count}>{node.count}</span> : null}
        {subject.type === 'ghost' && !subject.isMade ? <CreateButton node={node} id={subject.id} /> : null}
      </span>
    </>
  );
}

function RowIcon({ node }: { readonly node: TreeNode }) {
  const { subject } = node;
  if (subject.type === 'row') return <span className={styles.dot} aria-hidden="true" />;
  if (node.icon !== undefined && node.family !== undefined) {
    return <KindIcon icon={node.icon} family={node.family} size={14} />;
  }
  if (subject.type === 'resource') return null;
  if (subject.type === 'ghosts') return <Ghost size={14} strokeWidth={1.5} aria-hidden="true" />;
  const isBroken = subject.type === 'documents' || (subject.type === 'document' && subject.isBroken);
  const Icon = isBroken ? FileWarning : FileText;
  return <Icon className={styles.fileIcon} size={14} strokeWidth={1.5} aria-hidden="true" />;
}

function CreateButton({
  node,
  id,
}: {
  readonly node: TreeNode;
  readonly id: Extract<TreeSubject, { type: 'ghost' }>['id'];
}) {
  const studio = useStudio();
  return (
    <IconButton
      label={`Create ${node.label}`}
      icon={Plus}
      size={20}
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation();
        createGhost(studio, id);
      }}
    />
  );
}

function isHiddenOnCanvas(view: ViewState, subject: TreeSubject): boolean {
  if (subject.type === 'namespace') return view.hiddenNamespaces.includes(subject.namespace);
  if (subject.type === 'kind') return view.hiddenKinds.includes(`${subject.kind.group}/${subject.kind.kind}`);
  return false;
}

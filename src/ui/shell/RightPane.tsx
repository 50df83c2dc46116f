import { SegmentedControl } from '@mantine/core';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { useStudio, useView } from '../../state/react.tsx';
import type { RightTab } from '../../state/types.ts';
import styles from './RightPane.module.css';
import type { Slots } from './slots.ts';

const tabs: { label: string; value: RightTab }[] = [
  { label: 'YAML', value: 'yaml' },
  { label: 'Inspector', value: 'inspector' },
  { label: 'Both', value: 'split' },
];

/** YAML, inspector, or one above the other. The editor stays alive behind the inspector. */
export function RightPane({ slots }: { readonly slots: Slots }) {
  const studio = useStudio();
  const tab = useView((view) => view.rightTab);
  return (
    // nokey: React Flow listens for Space on the whole document; text is typed here.
    <aside className={`${styles.pane} nokey`} aria-label="YAML and inspector">
      <div className={styles.tabs}>
        <SegmentedControl
          size="xs"
          radius={6}
          data={tabs}
          value={tab}
          aria-label="What the side pane shows"
          onChange={(value) => studio.setView({ rightTab: value as RightTab })}
          transitionDuration={0}
        />
      </div>
      {tab === 'split' ? (
        <Group className={styles.body} orientation="vertical">
          <Panel minSize={120} className={styles.half}>
            <div className={styles.fill} data-pane="inspector">
              {slots.inspector}
            </div>
          </Panel>
          <Separator className={styles.separator} aria-label="Resize inspector and YAML" />
          <Panel minSize={120} className={styles.half}>
            <div className={styles.fill} data-pane="editor">
              {slots.editor}
            </div>
          </Panel>
        </Group>
      ) : (
        <div className={styles.body}>
          <div
            className={styles.layer}
            data-front={tab === 'yaml'}
            inert={tab !== 'yaml'}
            data-pane={tab === 'yaml' ? 'editor' : undefined}
          >
            {slots.editor}
          </div>
          {tab === 'inspector' ? (
            <div className={styles.layer} data-front="true" data-pane="inspector">
              {slots.inspector}
            </div>
          ) : null}
        </div>
      )}
    </aside>
  );
}

/**
 * The frame around everything: top bar, rail with one panel, canvas, YAML and inspector, drawer, status bar.
 * Wide windows show canvas and YAML side by side; narrow ones as two pages. It owns the keys that work
 * everywhere, the live region, and files dropped on the window.
 */
import { useMediaQuery } from '@mantine/hooks';
import { type DragEvent, useState } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { useView } from '../../state/react.tsx';
import styles from './AppShell.module.css';
import { BottomDrawer } from './BottomDrawer.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { LeftPanel } from './LeftPanel.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { Notices } from './Notices.tsx';
import { PaneBoundary } from './PaneBoundary.tsx';
import { Rail } from './Rail.tsx';
import { RightPane } from './RightPane.tsx';
import { SecretsBar } from './SecretsBar.tsx';
import { StatusBar } from './StatusBar.tsx';
import type { ShellDeeds, Slots } from './slots.ts';
import { TopBar } from './TopBar.tsx';
import { useGlobalKeys } from './useGlobalKeys.ts';

/** Narrower than this, canvas and YAML take turns. */
export const WIDE = '(min-width: 1181px)';

const names: Readonly<Record<keyof Slots, string>> = {
  palette: 'The palette',
  patterns: 'The panel of patterns',
  tree: 'The tree',
  files: 'The list of files',
  canvas: 'The canvas',
  editor: 'The editor',
  inspector: 'The inspector',
  problems: 'Problems',
  changes: 'Changes',
  dialogs: 'The dialog',
};

/** Each pane behind a boundary of its own. */
function guard(panes: Slots): Slots {
  const guarded = Object.entries(names).map(([slot, name]) => [
    slot,
    <PaneBoundary key={slot} name={name}>
      {panes[slot as keyof Slots]}
    </PaneBoundary>,
  ]);
  return Object.fromEntries(guarded) as Slots;
}

export function AppShell({ slots: panes, deeds }: { readonly slots: Slots; readonly deeds: ShellDeeds }) {
  const slots = guard(panes);
  const isWide = useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false }) ?? true;
  const page = useView((view) => view.page);
  useGlobalKeys();
  const drop = useFileDrop(deeds);
  return (
    <div className={styles.shell} {...drop.handlers}>
      <TopBar deeds={deeds} isWide={isWide} />
      <SecretsBar />
      <div className={styles.middle}>
        <Rail />
        <LeftPanel slots={slots} isOverlay={!isWide} />
        {isWide ? <WideMain slots={slots} /> : <NarrowMain slots={slots} page={page} />}
      </div>
      <StatusBar />
      {slots.dialogs}
      <CommandPalette deeds={deeds} />
      <Notices />
      <LiveRegion />
      {drop.isOver ? <div className={styles.drop}>Drop files, folders or a zip to import them</div> : null}
    </div>
  );
}

function WideMain({ slots }: { readonly slots: Slots }) {
  const kept = useDefaultLayout({
    id: 'traffic-studio-main',
    panelIds: ['canvas', 'side'],
    storage: localStorage,
  });
  return (
    <Group className={styles.main} orientation="horizontal" {...kept}>
      <Panel id="canvas" minSize={320} className={styles.pane}>
        <CanvasAndDrawer slots={slots} />
      </Panel>
      <Separator className={styles.separator} aria-label="Resize canvas and YAML" />
      <Panel
        id="side"
        defaultSize={460}
        minSize={320}
        groupResizeBehavior="preserve-pixel-size"
        className={styles.pane}
      >
        <RightPane slots={slots} />
      </Panel>
    </Group>
  );
}

function NarrowMain({ slots, page }: { readonly slots: Slots; readonly page: 'canvas' | 'side' }) {
  return (
    <div className={styles.main}>
      <div className={styles.page} data-front={page === 'canvas'} inert={page !== 'canvas'}>
        <CanvasAndDrawer slots={slots} />
      </div>
      <div className={styles.page} data-front={page === 'side'} inert={page !== 'side'}>
        <RightPane slots={slots} />
      </div>
    </div>
  );
}

function CanvasAndDrawer({ slots }: { readonly slots: Slots }) {
  return (
    <div className={styles.column}>
      <main className={styles.canvas} aria-label="Canvas" data-pane="canvas">
        {slots.canvas}
      </main>
      <BottomDrawer slots={slots} />
    </div>
  );
}

function useFileDrop(deeds: ShellDeeds) {
  const [isOver, setIsOver] = useState(false);
  const isFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return {
    isOver,
    handlers: {
      onDragOver(event: DragEvent) {
        if (!isFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setIsOver(true);
      },
      onDragLeave(event: DragEvent) {
        if (event.relatedTarget === null) setIsOver(false);
      },
      onDrop(event: DragEvent) {
        setIsOver(false);
        if (!isFiles(event)) return;
        event.preventDefault();
        void deeds.importDropped(event.dataTransfer);
      },
    },
  };
}

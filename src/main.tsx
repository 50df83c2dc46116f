import '@mantine/core/styles.css';
import '@mantine/spotlight/styles.css';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './ui/kit/tokens.css';
import './ui/kit/global.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { wrap } from 'comlink';
import { type ComponentType, lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { cataloguePartQuery } from './live/catalogue.ts';
import { sampleFilesQuery, samplesQuery } from './live/samples.ts';
import { followAddress, readAddress, takeAddress } from './state/address.ts';
import { createStudio } from './state/createStudio.ts';
import { followCatalogue } from './state/followCatalogue.ts';
import { KeeperProvider } from './state/keeperContext.tsx';
import { keepPreferences } from './state/preferences.ts';
import { StudioProvider, useView } from './state/react.tsx';
import { Keeper } from './state/storage/keeper.ts';
import { WorkspaceStorage } from './state/storage/workspaceStorage.ts';
import type { OpenedWorkspace } from './state/types.ts';
import { Canvas, prepareCanvas } from './ui/canvas/Canvas.tsx';
// Not later: what was dropped can only be read while the event lasts.
import { importDropped } from './ui/dialogs/importDropped.ts';
import { EditorPane } from './ui/editor/EditorPane.tsx';
import { PalettePanel } from './ui/palette/PalettePanel.tsx';
import { AppShell } from './ui/shell/AppShell.tsx';
import type { ShellDeeds } from './ui/shell/slots.ts';
import { theme } from './ui/shell/theme.ts';
import type { CoreHost } from './worker/coreHost.ts';

// What is not on the first screen is loaded when it is first asked for.
const PatternsPanel = later(() =>
  import('./ui/patterns/PatternsPanel.tsx').then((room) => room.PatternsPanel),
);
const TreePanel = later(() => import('./ui/tree/TreePanel.tsx').then((room) => room.TreePanel));
const FilesPanel = later(() => import('./ui/tree/FilesPanel.tsx').then((room) => room.FilesPanel));
const InspectorPanel = later(() =>
  import('./ui/inspector/InspectorPanel.tsx').then((room) => room.InspectorPanel),
);
const ProblemsPanel = later(() =>
  import('./ui/problems/ProblemsPanel.tsx').then((room) => room.ProblemsPanel),
);
const ReviewPanel = later(() => import('./ui/review/ReviewPanel.tsx').then((room) => room.ReviewPanel));
const Dialogs = later(() => import('./ui/dialogs/Dialogs.tsx').then((room) => room.Dialogs));

const core = wrap<CoreHost>(
  new Worker(new URL('./worker/core.worker.ts', import.meta.url), { type: 'module' }),
);
const studio = createStudio(core);
const keeper = new Keeper(studio, new WorkspaceStorage());
const queries = new QueryClient();
window.trafficStudio = studio;
followCatalogue(studio, (name) => queries.fetchQuery(cataloguePartQuery(name)));

/** The first sample with its files; fetched once. */
async function fetchSample(): Promise<Omit<OpenedWorkspace, 'id'> | undefined> {
  const [sample] = await queries.fetchQuery(samplesQuery);
  if (sample === undefined) return undefined;
  return { name: sample.name, files: await queries.fetchQuery(sampleFilesQuery(sample)) };
}

const deeds: ShellDeeds = {
  importDropped: (data) => importDropped(studio, data),
  async openSample() {
    const sample = await fetchSample();
    if (sample !== undefined) await keeper.openNew(sample);
  },
};

/** A pane that comes with its own chunk; nothing stands in its place meanwhile. */
function later(load: () => Promise<ComponentType>): ComponentType {
  const Pane = lazy(async () => ({ default: await load() }));
  return () => (
    <Suspense fallback={null}>
      <Pane />
    </Suspense>
  );
}

/** Opens what the address names, else what was open last, else the sample. */
async function openFirst(): Promise<void> {
  const address = readAddress(location.hash);
  const wanted = [address.workspace, await keeper.lastOpened().catch(() => undefined)];
  for (const id of wanted) {
    const opened = id === undefined ? undefined : await keeper.openKept(id).catch(() => undefined);
    if (opened === undefined) continue;
    if (opened.id === address.workspace) await takeAddress(studio, keeper, address);
    return;
  }
  await deeds.openSample();
}

function Studio() {
  const scheme = useView((view) => view.theme);
  const isAsking = useView((view) => view.dialog !== null);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      {...(scheme === 'auto' ? {} : { forceColorScheme: scheme })}
    >
      <AppShell
        deeds={deeds}
        slots={{
          palette: <PalettePanel />,
          patterns: <PatternsPanel />,
          tree: <TreePanel />,
          files: <FilesPanel />,
          canvas: <Canvas onOpenSample={() => void deeds.openSample()} />,
          editor: <EditorPane />,
          inspector: <InspectorPanel />,
          problems: <ProblemsPanel />,
          changes: <ReviewPanel />,
          dialogs: isAsking ? <Dialogs /> : null,
        }}
      />
    </MantineProvider>
  );
}

// Without an address this is likely a first start: the sample comes while the page is still being built.
if (location.hash === '') void fetchSample().catch(() => undefined);
prepareCanvas(studio);
keepPreferences(studio, localStorage);
window.addEventListener('pagehide', () => void keeper.flush());
document.addEventListener(
  'visibilitychange',
  () => document.visibilityState === 'hidden' && void keeper.flush(),
);
void openFirst()
  .catch((error: unknown) =>
    studio.notify({
      tone: 'error',
      sticky: true,
      text: `The workspace could not be opened: ${String(error)}`,
    }),
  )
  .then(() => followAddress(studio, keeper));

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <StudioProvider studio={studio}>
          <KeeperProvider keeper={keeper}>
            <Studio />
          </KeeperProvider>
        </StudioProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}

import type { Change } from '../../core/actions/types.ts';
import { isRefusal } from '../../core/actions/types.ts';
import type { Imported, RawItem } from '../../core/exchange/types.ts';
import type { Studio } from '../../state/types.ts';
import { countOf } from '../kit/countOf.ts';
import { notifyUndo } from '../kit/notifyUndo.ts';
import { readDropped } from './readItems.ts';

/** What happens to the files that are there: both stay, those of the same path go, or all go. */
export type ImportMode = 'add' | 'replace-same' | 'replace-all';

/**
 * Takes files, folders or archives that were dropped anywhere on the window. When all of it comes in and
 * nothing is in the way it is added at once (one undo step); else the dialog shows the report first.
 */
export async function importDropped(studio: Studio, data: DataTransfer): Promise<void> {
  await importItems(studio, await readDropped(data));
}

/** Imports raw items, asking only when there is something to decide or to know. */
export async function importItems(studio: Studio, items: readonly RawItem[]): Promise<void> {
  if (items.length === 0) return;
  const imported = await readItems(items, [...studio.workspace.getState().files.keys()]);
  const { files, skipped } = imported.report;
  const isPlain =
    files.length > 0 && skipped.length === 0 && files.every(({ exists, broken }) => !exists && broken === 0);
  if (isPlain) await takeImported(studio, imported, 'add');
  else studio.setView({ dialog: { type: 'import', items } });
}

/** Reads items with the importers of the core, which are loaded only now. */
export async function readItems(items: readonly RawItem[], existing: readonly string[]): Promise<Imported> {
  const core = await import('../../core/exchange/importItems.ts');
  return core.importItems(items, existing);
}

/** Reads a pasted text. */
export async function readText(text: string, existing: readonly string[]): Promise<Imported> {
  const core = await import('../../core/exchange/importItems.ts');
  return core.importText(text, existing);
}

/** Puts what was read into the workspace, as one undo step. */
export async function takeImported(studio: Studio, imported: Imported, mode: ImportMode): Promise<void> {
  await takeDefinitions(studio, imported);
  if (imported.files.length === 0) return;
  const resources = countResources(imported);
  const what = `${countOf(resources, 'resource')} from ${countOf(imported.files.length, 'file')}`;
  if (mode === 'replace-all') {
    studio.commit(
      replaceAll(studio.workspace.getState().files, imported, `Import ${what} in place of everything`),
      'import',
    );
  } else {
    const args = { files: imported.files, replace: mode === 'replace-same' };
    const result = await studio.run('import', args, { origin: 'import' });
    if (isRefusal(result)) return;
  }
  studio.setView({ bring: { ids: [] } });
  notifyUndo(studio, `Imported ${what}.`);
}

/** Resources that become cards: CRDs do not. */
export function countResources({ report }: Imported): number {
  return report.files.reduce((sum, file) => sum + (file.isDefinition ? 0 : file.resources), 0);
}

/** CRDs are kept beside the files; taking them back is one click as well. */
async function takeDefinitions(studio: Studio, { definitions, report }: Imported): Promise<void> {
  if (definitions.length === 0) return;
  const before = studio.workspace.getState().definitions;
  await studio.define(definitions);
  const kinds = report.files.reduce((sum, file) => sum + (file.isDefinition ? file.resources : 0), 0);
  studio.notify({
    tone: 'info',
    text: `${countOf(kinds, 'kind')} described by ${definitions.map(({ path }) => path).join(', ')}: resources are judged by it from now on.`,
    action: { label: 'Undo', run: () => void studio.equip({ definitions: before }) },
  });
}

function replaceAll(files: ReadonlyMap<string, string>, imported: Imported, label: string): Change {
  return {
    label,
    files: [
      ...[...files.keys()].map((path) => ({ type: 'delete', path }) as const),
      ...imported.files.map(({ path, text }) => ({ type: 'create', path, text }) as const),
    ],
  };
}

import type { Studio } from '../../state/types.ts';
import { countOf } from './countOf.ts';
import { notifyUndo } from './notifyUndo.ts';

/** Makes an empty file, opens it and answers its path; a free one when none is given. */
export function newFile(studio: Studio, path = freePath(studio.workspace.getState().files)): string {
  studio.commit({ label: `Create file ${path}`, files: [{ type: 'create', path, text: '' }] }, 'form');
  studio.setView({ openFile: path });
  return path;
}

/** Renames a file; it stays open if it was. */
export function renameFile(studio: Studio, path: string, to: string): void {
  if (path === to) return;
  const wasOpen = studio.view.getState().openFile === path;
  studio.commit({ label: `Rename file ${path} to ${to}`, files: [{ type: 'rename', path, to }] }, 'form');
  if (wasOpen) studio.setView({ openFile: to });
}

/** Deletes a file, opens its neighbour if it was open, and offers the way back. */
export function deleteFile(studio: Studio, path: string): void {
  const paths = [...studio.workspace.getState().files.keys()];
  const at = paths.indexOf(path);
  const outline = studio.analysis.getState().files.find((file) => file.path === path);
  const resources = outline?.documents.reduce((sum, document) => sum + document.resources.length, 0) ?? 0;
  if (studio.view.getState().openFile === path) {
    studio.setView({ openFile: paths[at + 1] ?? paths[at - 1] ?? null });
  }
  studio.commit({ label: `Delete file ${path}`, files: [{ type: 'delete', path }] }, 'form');
  notifyUndo(
    studio,
    resources === 0 ? `Deleted ${path}.` : `Deleted ${path} with ${countOf(resources, 'resource')}.`,
  );
}

/** `untitled.yaml`, or the first free number behind it. */
export function freePath(files: ReadonlyMap<string, string>): string {
  for (let number = 1; ; number++) {
    const path = number === 1 ? 'untitled.yaml' : `untitled-${number}.yaml`;
    if (!files.has(path)) return path;
  }
}

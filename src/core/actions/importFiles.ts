import type { ActionArgTable } from './args.ts';
import { diffAsEdits } from './diffAsEdits.ts';
import { uniquePath } from './placeNew.ts';
import type { Action, FileChange } from './types.ts';
import { count } from './words.ts';

/** Adds files as they are. A path that exists gets a number, or its file is replaced where it stands. */
export const importFiles: Action<'import', ActionArgTable['import']> = {
  name: 'import',
  run(context, { files, replace }) {
    if (files.length === 0) return { refused: 'There is no file to import.' };
    const texts = new Map(context.files);
    const changes: FileChange[] = [];
    for (const file of files) {
      const path = cleanPath(file.path);
      const before = texts.get(path);
      if (before !== undefined && replace === true) {
        const edits = diffAsEdits(before, file.text);
        if (edits.length > 0) changes.push({ type: 'edit', path, edits });
        texts.set(path, file.text);
        continue;
      }
      const free = uniquePath(texts.keys(), path);
      changes.push({ type: 'create', path: free, text: file.text });
      texts.set(free, file.text);
    }
    const [first] = files;
    const label =
      files.length === 1 && first !== undefined ? cleanPath(first.path) : count(files.length, 'file');
    return { label: `Import ${label}`, files: changes };
  },
};

/** Forward slashes, nothing that leads out of the workspace. */
function cleanPath(path: string): string {
  const steps = path.replaceAll('\\', '/').split('/');
  return steps.filter((step) => step !== '' && step !== '.' && step !== '..').join('/') || 'imported.yaml';
}

/** What was typed as a file's name: the path it means, or what is wrong with it. */
export type FileName = { readonly path: string } | { readonly problem: string };

/** Reads a typed file name: folders are allowed, a missing ending becomes `.yaml`, names are unique. */
export function readFileName(typed: string, paths: readonly string[], own: string): FileName {
  const steps = typed
    .trim()
    .replaceAll('\\', '/')
    .split('/')
    .filter((step, index) => step !== '' || index > 0);
  const name = steps.at(-1) ?? '';
  if (name === '') return { problem: 'Write a name for the file.' };
  if (steps.some((step) => step === '' || step === '.' || step === '..')) {
    return { problem: 'A path stays inside the workspace: leave out “.”, “..” and doubled slashes.' };
  }
  if (/[<>:"|?*\p{Cc}]/u.test(typed))
    return { problem: 'Leave out < > : " | ? *: not every system can store them.' };
  const path = steps.join('/') + (name.includes('.', 1) ? '' : '.yaml');
  if (path !== own && paths.includes(path))
    return { problem: `There is a file ${path} already. Choose another name.` };
  return { path };
}

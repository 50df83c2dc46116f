/** What was typed as a file's name: the path to use, or what is wrong with it. */
export type FileNameResult = { readonly path: string } | { readonly problem: string };

/** Checks and completes a file's path as typed: `.yaml` is added, folders are allowed, names are unique. */
export function readFileName(typed: string, existing: readonly string[], own?: string): FileNameResult {
  const trimmed = typed
    .trim()
    .replaceAll('\\', '/')
    .replace(/^\/+/, '')
    .replace(/\/{2,}/g, '/');
  if (trimmed === '' || trimmed.endsWith('/')) return { problem: 'Give the file a name.' };
  const steps = trimmed.split('/');
  if (steps.some((step) => step === '.' || step === '..')) {
    return { problem: 'A path stays inside the workspace: leave out “.” and “..”.' };
  }
  if ([...trimmed].some((letter) => letter < ' ' || '<>:"|?*'.includes(letter))) {
    return { problem: 'A name cannot hold any of < > : " | ? * on every system. Leave them out.' };
  }
  const path = /\.[A-Za-z0-9]+$/.test(trimmed) ? trimmed : `${trimmed}.yaml`;
  if (path !== own && existing.includes(path))
    return { problem: `${path} exists already. Choose another name.` };
  return { path };
}

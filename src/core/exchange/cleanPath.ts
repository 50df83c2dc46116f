/** A path as a workspace has it, with what was changed on the way, or why it cannot be one. */
export type CleanPath =
  | { readonly path: string; readonly notes: readonly string[] }
  | { readonly reason: string };

const junk: readonly (readonly [pattern: RegExp, what: string])[] = [
  [
    /(^|\/)__MACOSX\/|(^|\/)\.DS_Store$|(^|\/)\._[^/]*$|(^|\/)(Thumbs\.db|desktop\.ini)$/i,
    'the operating system',
  ],
  [/(^|\/)\.git\//, 'Git'],
  [/(^|\/)node_modules\//, 'a package manager'],
];

/**
 * Makes a relative path with `/` out of what a browser or an archive says. Paths that lead out of the
 * workspace are refused: unpacked elsewhere they would overwrite other files ("zip slip").
 */
export function cleanPath(raw: string): CleanPath {
  const slashed = raw.replaceAll('\\', '/');
  const notes = slashed === raw ? [] : ['Backslashes in its path are read as folders.'];
  if (/^\/|^[A-Za-z]:/.test(slashed)) {
    return { reason: 'Its path is absolute. Only paths within the archive or folder can be imported.' };
  }
  const steps = slashed.split('/').filter((step) => step !== '' && step !== '.');
  if (steps.includes('..')) {
    return { reason: 'Its path leads out of the folder with "..". Pack it again without such paths.' };
  }
  if (steps.length === 0) return { reason: 'It has no name.' };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are refused
  if (/[\u0000-\u001f\u007f]/.test(slashed)) return { reason: 'Its name has control characters. Rename it.' };
  if (steps.includes('__proto__')) return { reason: 'The name __proto__ is not safe. Rename it.' };
  return { path: steps.join('/'), notes };
}

/** Why nobody wants the file in a workspace; undefined when it is a file like any other. */
export function junkReason(path: string): string | undefined {
  const origin = junk.find(([pattern]) => pattern.test(path))?.[1];
  return origin === undefined ? undefined : `It belongs to ${origin}, not to your manifests.`;
}

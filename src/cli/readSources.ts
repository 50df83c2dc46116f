import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { decodeText } from '../core/exchange/decodeText.ts';
import { yamlExtensions } from '../core/exchange/importYaml.ts';
import type { SourceFile } from '../core/workspace/types.ts';
import { Misuse } from './misuse.ts';
import type { Io } from './types.ts';

/** What the text from standard input is called in the output. */
export const stdinPath = '<stdin>';

/** A file as read, with where it lies. */
export interface ReadSource extends SourceFile {
  /** Absolute; undefined for standard input. */
  readonly location?: string;
}

/**
 * Reads files, folders (recursively: .yaml, .yml and .json) and `-`. The order is that of the arguments, in
 * folders by name. `except` is not taken from a folder: the file that is about to be written.
 */
export async function readSources(
  paths: readonly string[],
  io: Io,
  except?: string,
): Promise<readonly ReadSource[]> {
  if (paths.length === 0)
    throw new Misuse('Name at least one file or folder, or - to read from standard input.');
  const sources = new Map<string, ReadSource>();
  for (const path of paths) {
    if (path === '-') {
      sources.set('-', decodeSource(stdinPath, await io.readStdin()));
      continue;
    }
    const location = resolve(io.cwd, path);
    const stats = statOf(location, path);
    const found = stats.isDirectory() ? findFiles(location, new Set()) : [location];
    if (found.length === 0)
      throw new Misuse(`There is no .yaml, .yml or .json file in ${path}. Name another folder or file.`);
    for (const each of found) {
      if (sources.has(each) || (stats.isDirectory() && each === except)) continue;
      const shown = stats.isDirectory() ? join(path, relative(location, each)) : path;
      const source = readSource(each, shown.split(sep).join('/'), stats.isDirectory(), io);
      if (source !== undefined) sources.set(each, source);
    }
  }
  return [...sources.values()];
}

function statOf(location: string, path: string): Stats {
  try {
    return statSync(location);
  } catch (error) {
    throw new Misuse(`${path} cannot be read: ${wordsFor(error)}. Check the path.`);
  }
}

/** The manifests below a folder, by name. Hidden folders and packages are left out, loops are not followed. */
function findFiles(folder: string, seen: Set<string>): readonly string[] {
  const real = realpathSync(folder);
  if (seen.has(real)) return [];
  seen.add(real);
  const names = readdirSync(folder).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return names.flatMap((name) => {
    const location = join(folder, name);
    const stats = statSync(location, { throwIfNoEntry: false });
    if (stats?.isDirectory())
      return name.startsWith('.') || name === 'node_modules' ? [] : findFiles(location, seen);
    const isManifest = yamlExtensions.some((extension) => name.toLowerCase().endsWith(extension));
    return stats?.isFile() && isManifest ? [location] : [];
  });
}

/** A file that was named must be readable; one that was found in a folder is passed over with a word. */
function readSource(location: string, path: string, isFound: boolean, io: Io): ReadSource | undefined {
  try {
    return { ...decodeSource(path, readFileSync(location)), location };
  } catch (error) {
    const message = error instanceof Misuse ? error.message : `${path} cannot be read: ${wordsFor(error)}.`;
    if (!isFound) throw new Misuse(message);
    io.say(`Left out: ${message}`);
    return undefined;
  }
}

function decodeSource(path: string, bytes: Uint8Array): ReadSource {
  const decoded = decodeText(bytes);
  if ('reason' in decoded) throw new Misuse(`${path} cannot be read. ${decoded.reason}`);
  return { path, text: decoded.text };
}

function wordsFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file or folder',
    EACCES: 'permission is denied',
    EPERM: 'permission is denied',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of its path is no folder',
  };
  return words[code] ?? (error instanceof Error ? error.message : String(error));
}

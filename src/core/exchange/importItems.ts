import { fileNameOf, uniquePath } from '../actions/placeNew.ts';
import { readDocument } from '../workspace/readDocument.ts';
import type { SourceFile } from '../workspace/types.ts';
import { cleanPath, junkReason } from './cleanPath.ts';
import { describeFile } from './describeFile.ts';
import { importers } from './importers.ts';
import { otherReason } from './importZip.ts';
import type { Found, FoundText, Imported, RawItem, SkippedItem } from './types.ts';

/**
 * Reads files, folders and archives into files of a workspace. Nothing is dropped in silence: every item is
 * a file of the result, inside one, or skipped with its reason. `existing` are the paths already there; a
 * file of such a path is marked, not renamed (the import action decides). Two items of one path get numbers.
 */
export function importItems(items: readonly RawItem[], existing: readonly string[] = []): Imported {
  const texts: FoundText[] = [];
  const skipped: SkippedItem[] = [];
  const notes: string[] = [];
  const take = (item: RawItem, isInside: boolean): void => {
    const found = readItem(item, isInside);
    texts.push(...(found.texts ?? []));
    skipped.push(...(found.skipped ?? []));
    notes.push(...(found.notes ?? []));
    for (const inner of found.items ?? []) take(inner, true);
  };
  for (const item of items) take(item, false);
  return collect(texts, skipped, notes, existing);
}

/** Reads a pasted text. The file is named after the resource in it when there is just one. */
export function importText(text: string, existing: readonly string[] = []): Imported {
  if (text.trim() === '') {
    return {
      files: [],
      definitions: [],
      report: { files: [], skipped: [], notes: ['There is no text to import.'] },
    };
  }
  const path = uniquePath(existing, pastedPath(text));
  return collect([{ path, text, notes: [] }], [], [], existing);
}

function readItem(item: RawItem, isInside: boolean): Found {
  const clean = cleanPath(item.path);
  if ('reason' in clean) return { skipped: [{ path: item.path, reason: clean.reason }] };
  const { path } = clean;
  const reason = junkReason(path);
  if (reason !== undefined) return { skipped: [{ path, reason }] };
  const importer = importers.find((each) => each.accepts({ path, bytes: item.bytes }));
  if (importer === undefined || (isInside && importer.name === 'zip')) {
    return { skipped: [{ path, reason: otherReason(path) }] };
  }
  const found = importer.read({ path, bytes: item.bytes });
  if (found.texts === undefined) return found;
  return {
    ...found,
    texts: found.texts.map((each) => ({ ...each, notes: [...clean.notes, ...each.notes] })),
  };
}

function collect(
  texts: readonly FoundText[],
  skipped: readonly SkippedItem[],
  notes: readonly string[],
  existing: readonly string[],
): Imported {
  const known = new Set(existing);
  const files = new Map<string, SourceFile>();
  const described = texts.map((each) => {
    const path = files.has(each.path) ? uniquePath(files.keys(), each.path) : each.path;
    const file = { path, text: each.text };
    files.set(path, file);
    const renamed = path === each.path ? [] : [`Two items have the path ${each.path}; this is the second.`];
    return describeFile(file, [...each.notes, ...renamed], known.has(path));
  });
  const definitions = new Set(described.flatMap(({ path, isDefinition }) => (isDefinition ? [path] : [])));
  const all = [...files.values()];
  return {
    files: all.filter(({ path }) => !definitions.has(path)),
    definitions: all.filter(({ path }) => definitions.has(path)),
    report: { files: described, skipped, notes },
  };
}

function pastedPath(text: string): string {
  const isJson = /^\uFEFF?\s*[[{]/.test(text);
  const document = readDocument(text);
  const [body] = document.bodies;
  const name = document.state === 'resource' && body !== undefined ? fileNameOf(body) : 'pasted.yaml';
  return isJson ? name.replace(/\.yaml$/, '.json') : name;
}

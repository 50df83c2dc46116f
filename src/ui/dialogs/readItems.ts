import { junkReason } from '../../core/exchange/cleanPath.ts';
import type { RawItem } from '../../core/exchange/types.ts';

/** Reads files that were picked; a picked folder gives each its path within it. */
export async function readFiles(files: Iterable<File>): Promise<readonly RawItem[]> {
  return Promise.all([...files].map((file) => readFile(file, file.webkitRelativePath || file.name)));
}

/**
 * Reads what was dropped: files, and folders with all that is in them. Must be called while the drop event
 * is being handled: afterwards the browser has emptied the list.
 */
export async function readDropped(data: DataTransfer): Promise<readonly RawItem[]> {
  const entries = [...data.items].flatMap((item) =>
    item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : [],
  );
  if (entries.length === 0) return readFiles(data.files);
  return (await Promise.all(entries.map(readEntry))).flat();
}

async function readEntry(entry: FileSystemEntry): Promise<readonly RawItem[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (entry instanceof FileSystemDirectoryEntry) {
    // A whole folder of junk (`.git`, `node_modules`) is one item of the report, and is not read.
    if (junkReason(`${path}/x`) !== undefined) return [{ path: `${path}/`, bytes: new Uint8Array() }];
    const inside = await listFolder(entry.createReader());
    return (await Promise.all(inside.map(readEntry))).flat();
  }
  if (!(entry instanceof FileSystemFileEntry)) return [];
  const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
  return [await readFile(file, path)];
}

/** A reader gives at most a hundred entries at a time; the end is an empty answer. */
async function listFolder(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return found;
    found.push(...some);
  }
}

async function readFile(file: File, path: string): Promise<RawItem> {
  if (junkReason(path) !== undefined) return { path, bytes: new Uint8Array() };
  return { path, bytes: new Uint8Array(await file.arrayBuffer()) };
}

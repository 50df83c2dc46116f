import { cleanPath, junkReason } from './cleanPath.ts';
import { yamlExtensions } from './importYaml.ts';
import type { Found, Importer, RawItem, SkippedItem } from './types.ts';
import { isZip, readZipDirectory, readZipEntry, type ZipEntry } from './zipEntries.ts';

/** All entries of one archive together may unpack to this many bytes. */
export const mostUnpackedBytes = 200 * 1024 * 1024;

/** Zip archives: folders are kept, each entry is a file of its own. */
export const importZip: Importer = {
  name: 'zip',
  label: 'Zip archive',
  extensions: ['.zip'],
  accepts: (item) => isZip(item.bytes) || item.path.toLowerCase().endsWith('.zip'),
  read: readZip,
};

function readZip(item: RawItem): Found {
  if (!isZip(item.bytes))
    return { skipped: [{ path: item.path, reason: 'It is named .zip but is no zip archive.' }] };
  const directory = readZipDirectory(item.bytes);
  if ('broken' in directory) {
    return { skipped: [{ path: item.path, reason: `${directory.broken} Pack it again and import it.` }] };
  }
  const items: RawItem[] = [];
  const skipped: SkippedItem[] = [];
  let left = mostUnpackedBytes;
  for (const entry of directory.entries) {
    if (entry.isFolder) continue;
    const outcome = readEntry(item.bytes, entry, left);
    if ('reason' in outcome) skipped.push({ path: entry.path, reason: outcome.reason });
    else {
      left -= outcome.bytes.length;
      items.push({ path: entry.path, bytes: outcome.bytes });
    }
  }
  const notes = items.length + skipped.length === 0 ? [`${item.path} holds no files.`] : [];
  return { items, skipped, notes };
}

/** Bytes of what may be a manifest. Other entries are named but never unpacked. */
function readEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  left: number,
): { readonly bytes: Uint8Array } | { readonly reason: string } {
  const clean = cleanPath(entry.path);
  if ('reason' in clean) return clean;
  const reason = junkReason(clean.path);
  if (reason !== undefined) return { reason };
  if (!yamlExtensions.some((extension) => clean.path.toLowerCase().endsWith(extension))) {
    return { reason: otherReason(clean.path) };
  }
  if (entry.isEncrypted) return { reason: 'It is encrypted. Pack the archive again without a password.' };
  if (entry.size > left) {
    return {
      reason: 'With it the archive unpacks to more than 200 MB. Import the manifests without the rest.',
    };
  }
  const content = readZipEntry(bytes, entry);
  return 'broken' in content ? { reason: content.broken } : content;
}

/** Why a file that is neither YAML nor JSON stays out. */
export function otherReason(path: string): string {
  const name = path.toLowerCase();
  if (name.endsWith('.zip')) return 'It is an archive within an archive. Unpack it and import it on its own.';
  if (/\.(tgz|tar|gz|bz2|xz|7z|rar)$/.test(name)) return 'This kind of archive is not read. Pack it as zip.';
  if (/\.(tpl|tmpl|gotmpl|j2|jsonnet|libsonnet|cue)$/.test(name)) {
    return 'It is a template. Render it to YAML first.';
  }
  return `Only YAML and JSON files are imported (${yamlExtensions.join(', ')}).`;
}

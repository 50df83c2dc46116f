import { decodeText } from './decodeText.ts';
import type { Found, Importer, RawItem } from './types.ts';

/** Names of files that hold manifests. */
export const yamlExtensions: readonly string[] = ['.yaml', '.yml', '.json'];

/** YAML and JSON files. The text comes in as it is, whatever it says. */
export const importYaml: Importer = {
  name: 'yaml',
  label: 'YAML or JSON file',
  extensions: yamlExtensions,
  accepts: ({ path }) => yamlExtensions.some((extension) => path.toLowerCase().endsWith(extension)),
  read: readYaml,
};

function readYaml(item: RawItem): Found {
  const decoded = decodeText(item.bytes);
  if ('reason' in decoded) return { skipped: [{ path: item.path, reason: decoded.reason }] };
  return { texts: [{ path: item.path, text: decoded.text, notes: decoded.notes }] };
}

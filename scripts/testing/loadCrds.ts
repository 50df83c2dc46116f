import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Catalogue, type CrdKinds } from '../../src/core/catalogue/catalogue.ts';
import type { Channel } from '../../src/core/catalogue/channel.ts';
import { readCrds } from '../../src/core/catalogue/readCrd.ts';
import { splitDocuments } from '../../src/core/workspace/splitDocuments.ts';
import { parseYaml } from '../../src/core/yaml/parseYaml.ts';

/** Upstream's definitions and test cases, beside the project; not there everywhere. */
export const sharedFolder = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** True when they are; says so once when they are not. */
export function hasCorpus(): boolean {
  const isThere =
    existsSync(path.join(sharedFolder, 'corpus')) && existsSync(path.join(sharedFolder, 'crds'));
  if (!isThere) console.log('skipped: no corpus');
  return isThere;
}

/** A catalogue of upstream's definitions alone, with Gateway API in the release channel asked for. Throws when one has a problem. */
export function crdCatalogue(channel: Channel): Catalogue {
  const crds = new Map<string, CrdKinds>();
  const folder = path.join(sharedFolder, 'crds');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.yaml'),
  );
  const other: Channel = channel === 'standard' ? 'experimental' : 'standard';
  for (const file of files.sort()) {
    if (file.includes(`/${other}/`)) continue;
    for (const crd of crdsOf(path.join(folder, file))) crds.set(crd.name, crd);
  }
  return new Catalogue({ index: { packs: [] }, packs: [], crds: [...crds.values()], channel });
}

function crdsOf(file: string): readonly CrdKinds[] {
  const text = readFileSync(file, 'utf8');
  return splitDocuments(text).flatMap(({ start, end }) => {
    const tree = parseYaml(text.slice(start, end));
    if (tree.isEmpty) return [];
    const { crds, problems } = readCrds(tree.value, path.basename(file));
    if (problems.length > 0) throw new Error(`${file}: ${problems.map(({ message }) => message).join('; ')}`);
    return crds;
  });
}

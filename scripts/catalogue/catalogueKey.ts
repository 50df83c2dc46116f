import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findApiPackages } from './packages/typeFiles.ts';

/** The checkout that these scripts stand in. */
export const projectRoot = path.resolve(import.meta.dirname, '../..');

const sources = ['src/core/catalogue/overlay', 'src/core/catalogue/shape.ts', 'scripts/catalogue'];

/**
 * What the packs are made from, as one hash: the versions of the packages, and the text of the overlays and of the
 * scripts. As long as it is the same, so are the packs.
 */
export function catalogueKey(): string {
  const hash = createHash('sha256');
  for (const { name, version } of findApiPackages()) hash.update(`${name}@${version}\n`);
  for (const file of sources.flatMap((source) => sourcesBelow(path.join(projectRoot, source)))) {
    hash.update(path.relative(projectRoot, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function sourcesBelow(folder: string): string[] {
  if (folder.endsWith('.ts')) return [folder];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort()
    .map((file) => path.join(folder, file));
}

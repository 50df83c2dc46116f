import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Catalogue } from '../../src/core/catalogue/catalogue.ts';
import type { Pack, PackIndex } from '../../src/core/catalogue/pack.ts';
import type { Channel } from '../../src/core/catalogue/schema.ts';
import { catalogueFolder } from './buildCatalogue.ts';

/** Every pack that was built, and their index, for tests and the command line. Throws when they were never built. */
export function loadPacks(folder = catalogueFolder): { index: PackIndex; packs: readonly Pack[] } {
  const index = readJson(path.join(folder, 'index.json')) as PackIndex;
  return { index, packs: index.packs.map(({ name }) => readJson(path.join(folder, `${name}.json`)) as Pack) };
}

/** The built-in catalogue with every pack loaded and no CRDs of the user's. */
export function readCatalogue(channel: Channel = 'standard'): Catalogue {
  return new Catalogue({ ...loadPacks(), crds: [], channel });
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

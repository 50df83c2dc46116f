/**
 * Makes the packs: what the API packages and our overlays say of every kind, as JSON files that the app loads lazily.
 * The result depends on nothing else, so an unchanged catalogue is not made again. A pack whose overlay has mistakes is
 * not written; the others are, and then the build fails with every mistake.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Overlay } from '../../src/core/catalogue/overlay/overlay.ts';
import type { Pack, PackIndex } from '../../src/core/catalogue/pack.ts';
import { catalogueKey, projectRoot } from './catalogueKey.ts';
import { writeNotices } from './notices.ts';
import { type MadePack, makePack } from './overlay/makePack.ts';
import { readPackageTypes } from './packages/packageTypes.ts';
import { findApiPackages } from './packages/typeFiles.ts';

/** Where the app, the tests and the command line look for the packs. */
export const catalogueFolder = path.join(projectRoot, 'generated/catalogue');

export interface BuildOptions {
  /** Where the files go; made when it is not there. */
  readonly outDir?: string;
  /** Make them even when nothing changed. */
  readonly force?: boolean;
  /** Print nothing. */
  readonly quiet?: boolean;
}

/** Makes the packs when what they are made from has changed. Rejects with every mistake of the overlays. */
export async function buildCatalogue(options: BuildOptions = {}): Promise<void> {
  const { outDir = catalogueFolder, force = false, quiet = false } = options;
  const say = (text: string) => (quiet ? undefined : console.log(text));
  const stamp = path.join(outDir, '.key');
  const key = catalogueKey();
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === key) {
    say('The catalogue is up to date.');
    return;
  }
  const made = await makePacks();
  const good = made.filter(({ mistakes }) => mistakes.length === 0).map(({ pack }) => pack);
  rmSync(stamp, { force: true });
  writeFiles(outDir, good);
  say(describeSizes(good));
  for (const { pack, unused } of made) {
    if (unused.length > 0) say(`${pack.name}: no kind reaches ${unused.join(', ')}.`);
  }
  const mistakes = [...new Set(made.flatMap((each) => each.mistakes))];
  if (mistakes.length > 0) throw new Error(`The catalogue has mistakes:\n${mistakes.join('\n')}`);
  writeFile(stamp, key);
}

/** The same for other programs: makes the packs where the app looks for them, in silence, when they are not current. */
export async function ensureCatalogue(): Promise<void> {
  await buildCatalogue({ quiet: true });
}

/** Every pack, in memory; those with mistakes as well. */
export async function makePacks(): Promise<readonly MadePack[]> {
  const overlays = await loadOverlays();
  const base = readPackageTypes();
  return overlays.map((overlay) => makePack(base, overlay));
}

/** The registry is loaded only when the packs are made: it is large. */
export async function loadOverlays(): Promise<readonly Overlay[]> {
  const { overlays } = await import('../../src/core/catalogue/overlay/registry.ts');
  return overlays;
}

/** The index that goes with packs. */
export function indexOf(packs: readonly Pack[]): PackIndex {
  return {
    packs: packs.map(({ name, upstream, kinds }) => ({
      name,
      upstream,
      kinds: kinds.map(({ type: _, ...header }) => header),
    })),
  };
}

function writeFiles(outDir: string, packs: readonly Pack[]): void {
  mkdirSync(outDir, { recursive: true });
  const names = new Set([...packs.map(({ name }) => `${name}.json`), 'index.json']);
  for (const file of readdirSync(outDir)) {
    if (file.endsWith('.json') && !names.has(file)) rmSync(path.join(outDir, file), { force: true });
  }
  for (const pack of packs) writeFile(path.join(outDir, `${pack.name}.json`), JSON.stringify(pack));
  writeFile(path.join(outDir, 'notices.md'), writeNotices(findApiPackages()));
  writeFile(path.join(outDir, 'index.json'), JSON.stringify(indexOf(packs)));
}

/** In one step, so that a program that reads at the same time sees a whole file. */
function writeFile(file: string, text: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}

function describeSizes(packs: readonly Pack[]): string {
  const rows = packs.map((pack) => {
    const text = JSON.stringify(pack);
    return { pack, size: text.length, packed: gzipSync(text, { level: 9 }).length };
  });
  const lines = rows.map(({ pack, size, packed }) => {
    const counts = `${pack.kinds.length} kinds, ${Object.keys(pack.types).length} types`;
    return `${pack.name.padEnd(34)}${kilobytes(size)}${kilobytes(packed)} gzip  ${counts}`;
  });
  const total = rows.reduce((sum, { packed }) => sum + packed, 0);
  return [...lines, `${'in all'.padEnd(34)}${' '.repeat(10)}${kilobytes(total)} gzip`].join('\n');
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
}

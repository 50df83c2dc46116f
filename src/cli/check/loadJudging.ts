import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Channel } from '../../core/catalogue/channel.ts';
import { type DefinitionFile, Library } from '../../core/catalogue/library.ts';
import type { Pack, PackIndex } from '../../core/catalogue/pack.ts';
import type { Judging } from '../../core/checks/schemaFindings.ts';
import { Misuse } from '../misuse.ts';

const folder = fileURLToPath(new URL('../../../generated/catalogue/', import.meta.url));

/**
 * The catalogue as built, with the user's definitions laid over it. What of these cannot be used is said, not
 * dropped; the CEL engine is loaded only for them.
 */
export async function loadJudging(
  definitions: readonly DefinitionFile[],
  channel: Channel,
  say: (line: string) => void,
): Promise<Judging> {
  const library = new Library();
  const index = readPart<PackIndex>('index');
  library.takeIndex(index);
  for (const { name } of index.packs) library.takePack(readPart<Pack>(name));
  library.choose(channel);
  library.define(definitions);
  for (const { source, message } of library.report.problems) say(`${source}: ${message}`);
  const { catalogue } = library;
  if (definitions.length === 0) return { catalogue };
  if (catalogue.crds.length === 0)
    throw new Misuse(
      'There is no CustomResourceDefinition in what --crds names. Name another folder or file.',
    );
  const { createCelEngine } = await import('../../core/schema/celEngine.ts');
  return { catalogue, cel: createCelEngine() };
}

function readPart<T>(name: string): T {
  try {
    return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as T;
  } catch (error) {
    throw new Misuse(
      `The catalogue part ${name} is not there (${error instanceof Error ? error.message : String(error)}). Run "npm run catalogue" once in the studio's folder.`,
    );
  }
}

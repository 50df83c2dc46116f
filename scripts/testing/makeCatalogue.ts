import { ensureCatalogue } from '../catalogue/buildCatalogue.ts';

/** Before the first test: the packs that tests and the command line read. */
export async function setup(): Promise<void> {
  await ensureCatalogue();
}

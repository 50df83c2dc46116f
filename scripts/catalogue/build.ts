/** `npm run catalogue [-- --force]`: makes the packs in generated/catalogue. */
import { buildCatalogue } from './buildCatalogue.ts';

try {
  await buildCatalogue({ force: process.argv.includes('--force') });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

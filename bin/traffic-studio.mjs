#!/usr/bin/env node
// Starts the command line from its TypeScript sources: with tsx where it is installed, else with Node's own
// type stripping (Node 22.18 and later).
import { existsSync } from 'node:fs';

try {
  const { register } = await import('tsx/esm/api');
  register();
} catch (error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
}
if (!existsSync(new URL('../generated/catalogue/index.json', import.meta.url))) {
  const { ensureCatalogue } = await import('../scripts/catalogue/buildCatalogue.ts');
  await ensureCatalogue();
}
await import('../src/cli/main.ts');

#!/usr/bin/env node
// Starts the command line from its TypeScript sources: with tsx where it is installed, else with Node's own
// type stripping (Node 22.18 and later).
try {
  const { register } = await import('tsx/esm/api');
  register();
} catch (error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
}
await import('../src/cli/main.ts');

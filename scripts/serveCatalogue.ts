import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { catalogueFolder, ensureCatalogue } from './catalogue/buildCatalogue.ts';

/**
 * Makes the catalogue's packs as part of the build and puts them beside the page, each a file of its own that is
 * fetched when a workspace needs it.
 */
export function serveCatalogue(): Plugin {
  return {
    name: 'serve-catalogue',
    async buildStart() {
      await ensureCatalogue();
    },
    generateBundle() {
      for (const name of readdirSync(catalogueFolder)) {
        if (name.startsWith('.')) continue;
        const source = readFileSync(path.join(catalogueFolder, name), 'utf8');
        this.emitFile({ type: 'asset', fileName: `catalogue/${name}`, source });
      }
    },
    configureServer(server) {
      server.middlewares.use('/catalogue/', (request, response, next) => {
        const name = path.basename((request.url ?? '').split('?')[0] ?? '');
        const file = readdirSync(catalogueFolder).find((each) => each === name && each.endsWith('.json'));
        if (file === undefined) return next();
        response.setHeader('Content-Type', 'application/json');
        response.end(readFileSync(path.join(catalogueFolder, file)));
      });
    },
  };
}

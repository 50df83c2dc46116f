import { importYaml } from './importYaml.ts';
import { importZip } from './importZip.ts';
import type { Importer } from './types.ts';

/** Every way in; the first that accepts an item reads it. */
export const importers: readonly Importer[] = [importZip, importYaml];

import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { TypeName } from '../../../src/core/catalogue/schema.ts';

/** The packages that hold the API types, in the order in which a folder is looked for. */
export const apiPackages = [
  '@kubernetes-models/apimachinery',
  'kubernetes-models',
  '@kubernetes-models/gateway-api',
  '@kubernetes-models/envoy-gateway',
  '@kubernetes-models/keda',
  '@kubernetes-models/cert-manager',
  '@kubernetes-models/prometheus-operator',
  '@kubernetes-models/autoscaler',
] as const;

export interface ApiPackage {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
}

/** Where one type is declared. */
export interface TypeFile {
  readonly name: TypeName;
  readonly package: ApiPackage;
  /** The declaration file, absolute. */
  readonly file: string;
}

/** The installed API packages. Throws when one is missing. */
export function findApiPackages(): readonly ApiPackage[] {
  const require = createRequire(import.meta.url);
  return apiPackages.map((name) => {
    const folder = (require.resolve.paths(name) ?? [])
      .map((root) => path.join(root, name))
      .find((candidate) => existsSync(path.join(candidate, 'package.json')));
    if (folder === undefined) throw new Error(`The package ${name} is not installed. Run npm ci.`);
    const { version } = require(path.join(folder, 'package.json')) as { version: string };
    return { name, version, folder };
  });
}

/**
 * Every type that the packages declare, by its name: the folder within the package, a dot, and the type
 * (`gateway.networking.k8s.io/v1.HTTPRoute`). Throws when two packages declare the same name.
 */
export function findTypeFiles(packages: readonly ApiPackage[]): ReadonlyMap<TypeName, TypeFile> {
  const found = new Map<TypeName, TypeFile>();
  for (const each of packages) {
    for (const relative of declarationsBelow(each.folder)) {
      const name = typeNameOf(relative);
      const other = found.get(name);
      if (other !== undefined) throw new Error(`${name} is in ${other.package.name} and in ${each.name}.`);
      found.set(name, { name, package: each, file: path.join(each.folder, relative) });
    }
  }
  return found;
}

/** `apps/v1/Deployment.d.ts` -> `apps/v1.Deployment`. */
export function typeNameOf(relative: string): TypeName {
  const bare = relative.replace(/(\.d\.ts|\.js)$/, '');
  const cut = bare.lastIndexOf('/');
  return `${bare.slice(0, cut)}.${bare.slice(cut + 1)}`;
}

function declarationsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.includes('/') && file.endsWith('.d.ts'))
    .filter((file) => !/(^|\/)(_schemas|node_modules)\//.test(file) && !file.endsWith('/index.d.ts'))
    .sort();
}

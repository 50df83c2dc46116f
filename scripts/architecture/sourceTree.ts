import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ImportSite, readSource } from './readSource.ts';

/** An import with what it leads to. */
export interface ResolvedImport extends ImportSite {
  /** The file of the project that it names, whether or not there is one; absent for packages. */
  readonly file?: string;
  /** The package that it names, without the path inside it. */
  readonly packageName?: string;
}

export interface SourceFile {
  /** From the root of the project, with `/`: `src/core/text/textEdit.ts`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly ResolvedImport[];
  /** Lines of its default exports. */
  readonly defaultExports: readonly number[];
  /** Tests and what only tests import: the leaves of the tree. */
  readonly isTest: boolean;
}

/** Every file under `src`, by path. */
export type SourceTree = ReadonlyMap<string, SourceFile>;

/** Files of `src` on disk, below this root of the project. */
export async function readSourceTree(root: string): Promise<SourceTree> {
  const entries = await readdir(path.join(root, 'src'), { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(root, file).split(path.sep).join('/');
    files.set(name, /\.(tsx?|css)$/.test(name) ? await readFile(file, 'utf8') : '');
  }
  return sourceTreeOf(files);
}

/** The tree of these texts by path. */
export function sourceTreeOf(texts: ReadonlyMap<string, string>): SourceTree {
  const tree = new Map<string, SourceFile>();
  for (const [file, text] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const source = /\.tsx?$/.test(file) ? readSource(file, text) : { imports: [], defaultExports: [] };
    tree.set(file, {
      path: file,
      text,
      imports: source.imports.map((site) => resolveImport(file, site)),
      defaultExports: source.defaultExports,
      isTest: /\.(test|property)\.tsx?$/.test(file),
    });
  }
  return tree;
}

function resolveImport(from: string, site: ImportSite): ResolvedImport {
  const specifier = site.specifier.replace(/\?.*$/, '');
  if (/^\.{1,2}(\/|$)/.test(specifier)) {
    return { ...site, file: path.posix.join(path.posix.dirname(from), specifier) };
  }
  if (specifier === '' || specifier.startsWith('node:')) return { ...site, packageName: specifier };
  const steps = specifier.split('/');
  return { ...site, packageName: steps.slice(0, specifier.startsWith('@') ? 2 : 1).join('/') };
}

/*
 * The rules of the house that a program can check. Each takes the tree of sources and answers the places that break
 * it, in one sentence with the file, what is wrong there, and the way out. `src/architecture.test.ts` runs them all.
 */
import { findCycles } from './findCycles.ts';
import { importsAllowed, isKnownRoom, mayImport, roomOf } from './rooms.ts';
import type { ResolvedImport, SourceFile, SourceTree } from './sourceTree.ts';

export interface Rule {
  readonly name: string;
  check(tree: SourceTree): readonly string[];
}

/** Packages that have a home; nothing else imports them. Homes are rooms or folders below `src`. */
const homes: Readonly<Record<string, readonly string[]>> = {
  yaml: ['core/yaml'],
  'monaco-editor': ['ui/editor', 'ui/review', 'ui/kit/monaco'],
  '@xyflow/react': ['ui/canvas'],
  '@tanstack/react-query': ['live', 'main.tsx'],
  elkjs: ['worker'],
};
/** The core is pure: these packages and no other, each in its place. */
const corePackages: Readonly<Record<string, string>> = {
  yaml: 'core/yaml',
  re2js: 'core/text',
  '@bufbuild/cel': 'core/schema',
  '@bufbuild/cel-spec': 'core/schema',
  fflate: 'core/exchange',
};
const testPackages = /^(vitest|fast-check|node:.*)$/;

const maximumLines = 400;
/** Data tables that may be longer, each with its reason. */
const longFiles: Readonly<Record<string, string>> = {};
const maximumDepth = 4;
const emptyNames = /^(utils?|helpers?|common|misc|manager|index)\.tsx?$/;

/** Every file and import for which `find` has something to say. */
function eachImport(
  tree: SourceTree,
  find: (file: SourceFile, site: ResolvedImport) => string | undefined,
): string[] {
  return [...tree.values()].flatMap((file) =>
    file.imports.flatMap((site) => {
      const found = find(file, site);
      return found === undefined ? [] : [`${file.path}:${site.line} ${found}`];
    }),
  );
}

/** The same for files alone. */
function eachFile(tree: SourceTree, find: (file: SourceFile) => string | undefined): string[] {
  return [...tree.values()].flatMap((file) => find(file) ?? []);
}

/** Code or style, as against settings and data beside them. */
function isSource(file: string): boolean {
  return /\.(tsx?|css)$/.test(file);
}

function isIn(file: string, home: string): boolean {
  return file === `src/${home}` || file.startsWith(`src/${home}/`);
}

const importsCanBeRead: Rule = {
  name: 'every import names a file that is there, with its extension',
  check: (tree) =>
    eachImport(tree, ({ isTest }, { specifier, file }) => {
      if (specifier === '') return 'imports a computed name. Write the name out, so that it can be followed.';
      if (file === undefined || tree.has(file) || (isTest && !file.startsWith('src/'))) return undefined;
      if (!file.startsWith('src/')) return `imports ${file}, outside src. Move what it needs into src.`;
      return `imports ${specifier}, which is not there. Name the file with its extension.`;
    }),
};

const arrowsPointLeft: Rule = {
  name: 'rooms import only rooms to their left',
  check: (tree) =>
    eachImport(tree, (file, { file: target }) => {
      const from = roomOf(file.path);
      const to = target?.startsWith('src/') ? roomOf(target) : undefined;
      if (from === undefined || to === undefined || mayImport(from, to)) return undefined;
      // Nothing imports a test, so a test of the core may use any of the core.
      if (file.isTest && from.startsWith('core/') && to.startsWith('core/')) return undefined;
      return `imports ${target}: ${from} may not know ${to}. It may import ${importsAllowed(from)}; move what both need into one of these.`;
    }),
};

const roomsAreKnown: Rule = {
  name: 'every room has its place in the order',
  check: (tree) =>
    eachFile(tree, (file) => {
      const room = roomOf(file.path);
      if (room === undefined || isKnownRoom(room) || !isSource(file.path)) return undefined;
      return `${file.path} is in ${room}, a room without a place. Move it, or add the room to scripts/architecture/rooms.ts.`;
    }),
};

const noCycles: Rule = {
  name: 'no import leads back to where it came from',
  check(tree) {
    const targets = (file: SourceFile) => file.imports.flatMap((site) => (site.file ? [site.file] : []));
    const graph = new Map([...tree.values()].map((file) => [file.path, targets(file)]));
    return findCycles(graph).map(
      (cycle) => `${cycle.join(' -> ')} is a cycle. Move what they share into a file that imports neither.`,
    );
  },
};

const noImportOfTests: Rule = {
  name: 'nothing but tests imports a test',
  check: (tree) =>
    eachImport(tree, (file, { file: target }) => {
      if (file.isTest || target === undefined || tree.get(target)?.isTest !== true) return undefined;
      return `imports ${target}, a test. Move what it needs out of the test.`;
    }),
};

const packagesStayAtHome: Rule = {
  name: 'packages that have a home are imported there only',
  check: (tree) =>
    eachImport(tree, (file, { packageName = '' }) => {
      const allowed = homes[packageName];
      if (allowed === undefined || allowed.some((home) => isIn(file.path, home))) return undefined;
      return `imports ${packageName}, which only ${allowed.join(', ')} may do. Export what is needed from there.`;
    }),
};

const coreIsPure: Rule = {
  name: 'the core imports no package but those it is built on',
  check: (tree) =>
    eachImport(tree, (file, { packageName }) => {
      if (packageName === undefined || !isIn(file.path, 'core')) return undefined;
      if (file.isTest && testPackages.test(packageName)) return undefined;
      const home = corePackages[packageName];
      if (home !== undefined && isIn(file.path, home)) return undefined;
      const way = home === undefined ? 'Pass in what it does as a value' : `Go through ${home}`;
      return `imports ${packageName}; the core is pure. ${way}.`;
    }),
};

const noDefaultExports: Rule = {
  name: 'no default exports',
  check: (tree) =>
    eachFile(tree, ({ path, defaultExports }) => {
      const line = defaultExports[0];
      return line === undefined ? undefined : `${path}:${line} exports a default. Give the export its name.`;
    }),
};

const filesAreShort: Rule = {
  name: `no file is longer than ${maximumLines} lines`,
  check: (tree) =>
    eachFile(tree, ({ path, text }) => {
      const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
      if (lines <= maximumLines || Object.hasOwn(longFiles, path)) return undefined;
      return `${path} has ${lines} lines. Split it by what its parts are for.`;
    }),
};

const foldersAreShallow: Rule = {
  name: `no folder is deeper than ${maximumDepth} under src`,
  check: (tree) =>
    eachFile(tree, ({ path }) => {
      const depth = path.split('/').length - 2;
      return depth <= maximumDepth ? undefined : `${path} lies ${depth} folders deep. Flatten it.`;
    }),
};

const namesSaySomething: Rule = {
  name: 'file names say what is inside',
  check: (tree) =>
    eachFile(tree, ({ path }) =>
      emptyNames.test(path.split('/').at(-1) ?? '')
        ? `${path} has a name that says nothing. Name it after its main export.`
        : undefined,
    ),
};

export const rules: readonly Rule[] = [
  importsCanBeRead,
  roomsAreKnown,
  arrowsPointLeft,
  noCycles,
  noImportOfTests,
  packagesStayAtHome,
  coreIsPure,
  noDefaultExports,
  filesAreShort,
  foldersAreShallow,
  namesSaySomething,
];

import { parseSync } from 'vite';

/** One place where a module names another, in whatever form. */
export interface ImportSite {
  /** As written; empty when it is computed and cannot be read. */
  readonly specifier: string;
  readonly line: number;
}

export interface ReadSource {
  readonly imports: readonly ImportSite[];
  readonly defaultExports: readonly number[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/**
 * What a TypeScript module imports and exports by default: `import`, `export ... from`, `import()`, the type
 * `import('...')`, `import ... = require()`, and `new URL('...', import.meta.url)`, which is how workers are named.
 * Throws when the text does not parse.
 */
export function readSource(file: string, text: string): ReadSource {
  const { program, errors } = parseSync(file, text);
  if (errors[0] !== undefined) throw new Error(`${file} does not parse: ${errors[0].message}`);
  const imports: ImportSite[] = [];
  const defaultExports: number[] = [];
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  visit(program, (node) => {
    const named = moduleNamedBy(node);
    if (named !== undefined) {
      const specifier = isNode(named) && typeof named.value === 'string' ? named.value : '';
      imports.push({ specifier, line: lineAt(node.start) });
    }
    if (isDefaultExport(node)) defaultExports.push(lineAt(node.start));
  });
  return { imports, defaultExports };
}

/** The node that names a module, when this node imports one. */
function moduleNamedBy(node: Node): unknown {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return node.source;
    case 'ExportNamedDeclaration':
      return node.source ?? undefined;
    case 'TSExternalModuleReference':
      return node.expression;
    case 'NewExpression':
      return urlOfModule(node);
    default:
      return undefined;
  }
}

/** The first argument of `new URL('...', import.meta.url)`, unless it names a folder. */
function urlOfModule(node: Node): unknown {
  const [named, base] = node.arguments as readonly unknown[];
  const isFolder = isNode(named) && typeof named.value === 'string' && named.value.endsWith('/');
  const isUrl = isNode(node.callee) && node.callee.name === 'URL' && !isFolder;
  return isUrl && isNode(base) && isNode(base.object) && base.object.type === 'MetaProperty'
    ? named
    : undefined;
}

function isDefaultExport(node: Node): boolean {
  if (node.type === 'ExportDefaultDeclaration' || node.type === 'TSExportAssignment') return true;
  if (node.type !== 'ExportSpecifier' || !isNode(node.exported)) return false;
  return (node.exported.name ?? node.exported.value) === 'default';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see);
  } else if (isNode(value)) {
    see(value);
    for (const child of Object.values(value)) if (typeof child === 'object') visit(child, see);
  }
}

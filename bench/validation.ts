/**
 * `npm run bench:validation`: resources validated per second, ours against `yaml-language-server` and
 * `@monokle/validation`, on the same bundle in the same process. Each gets the structure of the same catalogue
 * as JSON Schema, one a kind, so that none has to fetch anything; ours checks formats, list keys and cross-field rules
 * besides. Parsing is part of the work for all three. The others are installed in `bench/others` first.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { loadPacks } from '../scripts/catalogue/loadPacks.ts';
import { Analyser, analyse } from '../src/core/analyse.ts';
import { Catalogue, type CatalogueKind } from '../src/core/catalogue/catalogue.ts';
import { schemaFindings } from '../src/core/checks/schemaFindings.ts';
import { readDocument } from '../src/core/workspace/readDocument.ts';
import { splitDocuments } from '../src/core/workspace/splitDocuments.ts';
import type { Resource, ResourceId } from '../src/core/workspace/types.ts';
import { makeBundle } from './makeBundle.ts';
import { toJsonSchema } from './toJsonSchema.ts';

const COUNT = Number(process.argv[2] ?? 1000);
const ROUNDS = 5;

interface Manifest {
  readonly path: string;
  readonly text: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
}

const { index, packs } = loadPacks();
const catalogue = new Catalogue({ index, packs, crds: [], channel: 'standard' });
const manifests = readManifests();
const kinds = new Map(manifests.map((each) => [keyOf(each), kindOf(each)]));
const schemas = new Map([...kinds].map(([key, kind]) => [key, toJsonSchema(kind.shape)]));

console.log(
  `${manifests.length} resources of ${kinds.size} kinds, ${ROUNDS} rounds, the best counts, Node ${process.version}\n`,
);
const ours = await measure('ours: the verdict', () => manifests.reduce((sum, each) => sum + judged(each), 0));
await measure('yaml-language-server', await languageServer(), ours);
await measure('@monokle/validation', await monokle(), ours);
await measure('ours: with references and graph', () => {
  const { findings } = analyse(manifests, { judging: { catalogue } });
  return findings.filter(({ fault }) => fault !== undefined).length;
});
afterEdits();
console.log('\nPacks (gzip):');
let total = 0;
for (const pack of packs) {
  const size = gzipSync(JSON.stringify(pack), { level: 9 }).length;
  total += size;
  console.log(`  ${pack.name.padEnd(36)}${(size / 1000).toFixed(1).padStart(7)} kB`);
}
console.log(`  ${'in all'.padEnd(36)}${(total / 1000).toFixed(1).padStart(7)} kB`);

/** Prints resources per second of the best round, and how many times slower than ours. */
async function measure(
  name: string,
  run: () => number | Promise<number>,
  baseline?: number,
): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  let found = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    found = await run();
    best = Math.min(best, performance.now() - start);
  }
  const rate = (manifests.length / best) * 1000;
  const ratio = baseline === undefined ? '' : `   ours is ${(baseline / rate).toFixed(1)} times as fast`;
  console.log(
    `${name.padEnd(34)}${Math.round(rate).toString().padStart(8)} resources/s   ${found} findings${ratio}`,
  );
  return rate;
}

/** How much the API server holds against one manifest. */
function judged({ text }: Manifest): number {
  const { tree, bodies } = readDocument(text);
  return bodies.reduce((sum, body) => {
    const resource = { ...body, id: '' as ResourceId, place: { file: '', document: 0, path: body.path } };
    return sum + schemaFindings(resource as unknown as Resource, tree, { catalogue }).length;
  }, 0);
}

/** The time from an edit to the findings of the whole workspace, which is kept up to date. */
function afterEdits(): void {
  const analyser = new Analyser(manifests, { judging: { catalogue } });
  const times: number[] = [];
  for (let i = 0; i < 200; i++) {
    const { path: file } = manifests[(i * 7) % manifests.length] ?? { path: '' };
    const at = analyser.files.get(file)?.length ?? 0;
    const start = performance.now();
    analyser.update([{ type: 'edit', path: file, edits: [{ start: at, end: at, text: '# more\n' }] }]);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.floor(part * times.length)]?.toFixed(2);
  console.log(
    `\nours, after an edit among ${manifests.length} resources: median ${at(0.5)} ms, p95 ${at(0.95)} ms`,
  );
}

function readManifests(): readonly Manifest[] {
  return [...makeBundle(COUNT)].flatMap(([file, text]) =>
    splitDocuments(text).map(({ start, end }, document) => {
      const own = text.slice(start, end).replace(/^---\n/, '');
      const { apiVersion, kind, metadata } = parse(own) as Manifest & { metadata: { name: string } };
      return { path: `${file}-${document}.yaml`, text: own, apiVersion, kind, name: metadata.name };
    }),
  );
}

function keyOf({ apiVersion, kind }: Manifest): string {
  return `${apiVersion}-${kind}`;
}

function kindOf({ apiVersion, kind }: Manifest): CatalogueKind {
  const [group = '', version = ''] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  const found = catalogue.find(group, version, kind);
  if (found.state !== 'known') throw new Error(`The catalogue does not know ${apiVersion} ${kind}.`);
  return found.kind;
}

/** Their modules, which are not installed with the studio. */
async function others<T>(name: string): Promise<T> {
  const require = createRequire(path.join(import.meta.dirname, 'others/package.json'));
  return (await import(pathToFileURL(require.resolve(name)).href)) as T;
}

async function languageServer(): Promise<() => Promise<number>> {
  const { getLanguageService } = await others<LanguageServer>('yaml-language-server');
  const { TextDocument } = await others<TextDocuments>('vscode-languageserver-textdocument');
  const service = getLanguageService({
    schemaRequestService: () => Promise.reject(new Error('no network')),
    workspaceContext: { resolveRelativePath: (relative) => relative },
  });
  const slug = (key: string) => key.replace(/\W/g, '_');
  service.configure({
    validate: true,
    schemas: [...schemas].map(([key, schema]) => ({
      uri: `schema://${slug(key)}`,
      fileMatch: [`**/${slug(key)}/*.yaml`],
      schema,
    })),
  });
  let version = 0;
  return async () => {
    version++;
    let found = 0;
    for (const [i, manifest] of manifests.entries()) {
      const uri = `file:///${version}/${slug(keyOf(manifest))}/${i}.yaml`;
      const document = TextDocument.create(uri, 'yaml', version, manifest.text);
      found += (await service.doValidation(document, false)).length;
    }
    return found;
  };
}

async function monokle(): Promise<() => Promise<number>> {
  const { createDefaultMonokleValidator } = await others<Monokle>('@monokle/validation');
  // Their schemas come from a server; here a stand-in answers with those of the same catalogue.
  const definitions = Object.fromEntries(schemas);
  const real = globalThis.fetch;
  globalThis.fetch = async () => new Response(JSON.stringify({ $id: 'k8s', definitions: { none: {} } }));
  const validator = createDefaultMonokleValidator();
  await validator.preload({
    plugins: { 'kubernetes-schema': true, 'yaml-syntax': true },
    settings: { 'kubernetes-schema': { schemaVersion: 'v1.34.0' } },
  });
  for (const manifest of new Map(manifests.map((each) => [keyOf(each), each])).values()) {
    const { apiVersion, kind } = manifest;
    await validator.registerCustomSchema({ apiVersion, kind, schema: definitions[keyOf(manifest)] });
  }
  globalThis.fetch = real;
  let round = 0;
  return async () => {
    round++;
    const resources = manifests.map(({ path: filePath, text, apiVersion, kind, name }, i) => ({
      id: `${round}-${i}`,
      fileId: `${round}-${filePath}`,
      filePath,
      fileOffset: 0,
      name,
      apiVersion,
      kind,
      content: parse(text),
      text,
    }));
    const { runs } = await validator.validate({ resources });
    return runs.flatMap(({ results }) => results).length;
  };
}

interface LanguageServer {
  getLanguageService(parts: {
    schemaRequestService: () => Promise<string>;
    workspaceContext: { resolveRelativePath(relative: string): string };
  }): {
    configure(settings: object): void;
    doValidation(document: unknown, isKubernetes: boolean): Promise<readonly unknown[]>;
  };
}

interface TextDocuments {
  readonly TextDocument: { create(uri: string, language: string, version: number, text: string): unknown };
}

interface Monokle {
  createDefaultMonokleValidator(): {
    preload(config: object): Promise<void>;
    registerCustomSchema(schema: object): Promise<void>;
    validate(params: object): Promise<{ runs: readonly { results: readonly unknown[] }[] }>;
  };
}

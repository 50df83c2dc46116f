import { writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { analyse } from '../core/analyse.ts';
import { exporters } from '../core/exchange/exporters.ts';
import { kubectlCommands } from '../core/exchange/kubectlCommands.ts';
import type { Exporter } from '../core/exchange/types.ts';
import type { SourceFile } from '../core/workspace/types.ts';
import { Misuse } from './misuse.ts';
import { type ReadSource, readSources } from './readSources.ts';
import type { Verb } from './types.ts';

/** Puts manifests into what kubectl takes. */
export const exportVerb: Verb = {
  name: 'export',
  summary: 'Write one bundle in an order kubectl can apply, or a zip with a kustomization.',
  options: {
    output: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      help: 'Where to write: a name that ends with .zip makes an archive; - or nothing means standard output.',
    },
  },
  details: [
    'Documents are written byte for byte; only the --- lines between them are adjusted.',
    'Exits with 1 when a document does not parse: it cannot be part of the bundle.',
  ],
  examples: [
    'export manifests/ -o bundle.yaml',
    'export manifests/ -o traffic.zip',
    'export manifests/ | kubectl apply -f -',
  ],
  async run({ paths, options, io }) {
    const output = options.output === undefined || options.output === '-' ? undefined : options.output;
    const target = output === undefined ? undefined : resolve(io.cwd, output);
    const exporter = exporterFor(output);
    const sources = await readSources(paths, io, target);
    const files = exporter.name === 'zip' ? relativeTo(commonFolder(sources), sources) : sources;
    const analysis = analyse(files);
    const { content, notes } = exporter.export(files, analysis);
    if (target === undefined || output === undefined) io.out(content);
    else {
      write(target, output, content);
      const { steps, remarks } = kubectlCommands(files, analysis, exporter.name, output);
      io.say(`Wrote ${output}. To apply it:`);
      for (const { command } of steps) io.say(`  ${command}`);
      for (const remark of remarks) io.say(remark);
    }
    for (const note of notes) io.say(note);
    return analysis.files.some(({ documents }) => documents.some(({ state }) => state === 'broken')) ? 1 : 0;
  },
};

function exporterFor(output: string | undefined): Exporter {
  const name = output?.toLowerCase().endsWith('.zip') === true ? 'zip' : 'bundle';
  const exporter = exporters.find((each) => each.name === name);
  if (exporter === undefined) throw new Error(`no exporter is called ${name}`);
  return exporter;
}

function write(target: string, output: string, content: string | Uint8Array): void {
  try {
    writeFileSync(target, content);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Misuse(
      `${output} cannot be written (${why}). Name a file in a folder that exists and is yours.`,
    );
  }
}

/** The folder that all files lie in. Paths in an archive count from there and never lead out of it. */
function commonFolder(sources: readonly ReadSource[]): string {
  const folders = sources.flatMap(({ location }) =>
    location === undefined ? [] : [dirname(location).split(sep)],
  );
  const [first = []] = folders;
  const length = first.findIndex((step, i) => folders.some((folder) => folder[i] !== step));
  return (length === -1 ? first : first.slice(0, length)).join(sep) || sep;
}

function relativeTo(folder: string, sources: readonly ReadSource[]): readonly SourceFile[] {
  return sources.map(({ path, text, location }) => ({
    path:
      location === undefined
        ? `${path.replace(/\W/g, '')}.yaml`
        : relative(folder, location).split(sep).join('/'),
    text,
  }));
}

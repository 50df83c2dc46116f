import { strToU8, type Zippable, zipSync } from 'fflate';
import { count, listWords } from '../actions/words.ts';
import type { Analysis } from '../analysis.ts';
import type { SourceFile } from '../workspace/types.ts';
import { renderYaml } from '../yaml/scalars.ts';
import { applyOrder } from './applyOrder.ts';
import type { Exported, Exporter } from './types.ts';

/** The files as they are, with a kustomization so that `kubectl apply -k` takes them. */
export const exportZip: Exporter = {
  name: 'zip',
  label: 'Zip archive',
  purpose: 'The files byte for byte, with a kustomization.yaml that lists them in order.',
  fileName: 'traffic-studio.zip',
  mediaType: 'application/zip',
  export: writeZip,
};

/** The same for the same files at any time and in any time zone: the earliest date that zip knows. */
const madeAt = '1980-01-01T00:00:00';

/** Paths under which `kubectl -k` finds a kustomization. */
const kustomizationName = /(^|\/)(kustomization\.ya?ml|Kustomization)$/;

/** The kustomizations of a workspace, the one at the root first. */
export function kustomizationsOf(files: readonly SourceFile[]): readonly string[] {
  const paths = files.map((file) => file.path).filter((path) => kustomizationName.test(path));
  return paths.sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
}

function writeZip(files: readonly SourceFile[], analysis: Analysis): Exported {
  const entries: Zippable = {};
  for (const file of files) entries[file.path] = strToU8(file.text);
  const notes: string[] = [];
  const own = kustomizationsOf(files);
  const listed = listedFiles(files, analysis);
  if (own.length > 0) notes.push(`${listWords(own, 'and')} is used as it is; none was added.`);
  else if (listed.length > 0) {
    entries['kustomization.yaml'] = strToU8(writeKustomization(listed));
    notes.push(`A kustomization.yaml was added that lists ${count(listed.length, 'file')}.`);
    notes.push(...troubleNotes(listed, analysis));
  } else notes.push('There is no resource in these files, so no kustomization.yaml was added.');
  return { content: zipSync(entries, { mtime: madeAt, level: 6 }), notes };
}

/** Files that hold resources, each at the place of its earliest one. */
function listedFiles(files: readonly SourceFile[], analysis: Analysis): readonly string[] {
  const { documents } = applyOrder(files, analysis);
  return [...new Set(documents.map(({ file }) => file.path))];
}

function writeKustomization(paths: readonly string[]): string {
  const body = renderYaml({
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: paths,
  });
  return `# Written by Traffic Studio: the files in the order they can be applied.\n${body}`;
}

/** Kustomize reads whole files: what is no resource in them stops it. */
function troubleNotes(listed: readonly string[], analysis: Analysis): readonly string[] {
  const troubled = analysis.files.filter(
    ({ path, documents }) =>
      listed.includes(path) && documents.some(({ state }) => state === 'broken' || state === 'foreign'),
  );
  if (troubled.length === 0) return [];
  const names = listWords(
    troubled.map(({ path }) => path),
    'and',
    20,
  );
  return [`kubectl -k will refuse documents that do not parse or are no Kubernetes resources: see ${names}.`];
}

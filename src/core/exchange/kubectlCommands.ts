import { listWords } from '../actions/words.ts';
import type { Analysis } from '../analysis.ts';
import { isClusterScoped } from '../kinds/registry.ts';
import type { SourceFile } from '../workspace/types.ts';
import { applyOrder } from './applyOrder.ts';
import { exportBundle } from './exportBundle.ts';
import { exportZip, kustomizationsOf } from './exportZip.ts';
import type { ExportFormat } from './types.ts';

/** One line for a terminal, and what it is for. */
export interface CommandStep {
  readonly title: string;
  readonly command: string;
}

/** How to bring an export to a cluster. */
export interface ApplyGuide {
  /** In this order. */
  readonly steps: readonly CommandStep[];
  /** What must hold before the first step works. */
  readonly remarks: readonly string[];
}

/** Projects whose CRDs a cluster does not have by itself, by API group. */
const projects: readonly { readonly name: string; readonly groups: RegExp }[] = [
  { name: 'Gateway API', groups: /^gateway\.networking\.(x-)?k8s\.io$/ },
  { name: 'Gateway API Inference Extension', groups: /^inference\.networking\.(x-)?k8s\.io$/ },
  { name: 'Envoy Gateway', groups: /^gateway\.envoyproxy\.io$/ },
  { name: 'Envoy AI Gateway', groups: /^aigateway\.envoyproxy\.io$/ },
  { name: 'KEDA', groups: /^(eventing\.)?keda\.sh$/ },
  { name: 'KEDA HTTP Add-on', groups: /^http\.keda\.sh$/ },
  { name: 'cert-manager', groups: /^(acme\.)?cert-manager\.io$/ },
];

/** Namespaces that every cluster has. */
const givenNamespaces: ReadonlySet<string> = new Set([
  'default',
  'kube-system',
  'kube-public',
  'kube-node-lease',
]);

/** The exact commands for what an exporter made of the same files, dry run first. */
export function kubectlCommands(
  files: readonly SourceFile[],
  analysis: Analysis,
  format: ExportFormat,
  fileName: string = format === 'zip' ? exportZip.fileName : exportBundle.fileName,
): ApplyGuide {
  const { documents } = applyOrder(files, analysis);
  const resources = documents.flatMap(({ outline }) =>
    outline.resources.flatMap((id) => analysis.resources.get(id) ?? []),
  );
  if (resources.length === 0) return { steps: [], remarks: ['There is no resource to apply yet.'] };
  const made = new Set(resources.filter(isNamespace).map(({ name }) => name));
  const used = resources
    .filter(({ group, kind }) => isClusterScoped(group, kind) !== true)
    .map(({ namespace }) => namespace);
  const missing = [...new Set(used)].filter((name) => isNamespaceName(name) && !made.has(name)).sort();
  const what = format === 'zip' ? `-k ${kustomizationFolder(files)}` : `-f ${quote(fileName)}`;
  return {
    steps: [
      ...(format === 'zip' ? [unpackStep(fileName)] : []),
      ...missing.map((name) => ({
        title: `Create the namespace ${name}, which is not in the export`,
        command: `kubectl create namespace ${name}`,
      })),
      {
        title: 'Let the API server check everything without changing anything',
        command: `kubectl apply --dry-run=server ${what}`,
      },
      {
        title: 'See what would change (exit code 1 means that something would)',
        command: `kubectl diff ${what}`,
      },
      { title: 'Apply', command: `kubectl apply ${what}` },
    ],
    remarks: [
      ...crdRemarks(resources),
      ...dryRunRemarks([...made].filter((name) => used.includes(name) && !givenNamespaces.has(name))),
    ],
  };
}

interface Kinded {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly value: Readonly<Record<string, unknown>>;
}

function isNamespace({ group, kind }: Kinded): boolean {
  return group === '' && kind === 'Namespace';
}

/** False for names no cluster would take: the findings speak of those. */
function isNamespaceName(name: string): boolean {
  return !givenNamespaces.has(name) && /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name);
}

/** Which CRDs must be in the cluster, unless they are in the export too. */
function crdRemarks(resources: readonly Kinded[]): readonly string[] {
  const brought = new Set(
    resources
      .filter(({ kind }) => kind === 'CustomResourceDefinition')
      .map(({ name }) => name.replace(/^[^.]*\./, '')),
  );
  const groups = [...new Set(resources.map(({ group }) => group))].filter((group) => !brought.has(group));
  return projects.flatMap(({ name, groups: pattern }) => {
    const needed = groups.filter((group) => pattern.test(group));
    if (needed.length === 0) return [];
    const checks = needed.map((group) => `kubectl api-resources --api-group=${group}`);
    return [`The CRDs of ${name} must be installed. To see whether they are: ${checks.join(' and ')}`];
  });
}

/** A dry run creates nothing, so what belongs into a new namespace finds none. */
function dryRunRemarks(made: readonly string[]): readonly string[] {
  if (made.length === 0) return [];
  const names = listWords([...made].sort(), 'and');
  return [
    `The dry run and the diff report "not found" for resources in ${names} while ${made.length === 1 ? 'that namespace does' : 'those namespaces do'} not exist. Apply the Namespace first, or go on.`,
  ];
}

function unpackStep(fileName: string): CommandStep {
  const folder = quote(folderOf(fileName));
  return { title: 'Unpack the archive', command: `unzip ${quote(fileName)} -d ${folder} && cd ${folder}` };
}

/** The folder of the kustomization that `-k` wants, seen from the root of the archive. */
function kustomizationFolder(files: readonly SourceFile[]): string {
  const [own] = kustomizationsOf(files);
  return own?.includes('/') ? quote(own.slice(0, own.lastIndexOf('/'))) : '.';
}

function folderOf(fileName: string): string {
  return fileName.replace(/\.zip$/i, '').replace(/^.*\//, '') || 'traffic-studio';
}

/** As a POSIX shell takes it. */
function quote(word: string): string {
  return /^[\w./@%+=:,][\w./@%+=:,-]*$/.test(word)
    ? word
    : `'${word.replace(/^-/, './-').replaceAll("'", "'\\''")}'`;
}

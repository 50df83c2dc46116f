import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './catalogueKey.ts';
import type { ApiPackage } from './packages/typeFiles.ts';

/** The projects whose APIs, and whose words about them, the packages carry. */
const upstreams =
  'Kubernetes, Gateway API, Envoy Gateway, KEDA, cert-manager, Prometheus Operator and Vertical Pod Autoscaler';

/**
 * The notices that ship with the packs, as Markdown: the packages that the data comes from, their versions, the text of
 * each licence once, and that of the projects which the packages describe. Throws when a package has no licence file.
 */
export function writeNotices(packages: readonly ApiPackage[]): string {
  const byText = new Map<string, ApiPackage[]>();
  for (const each of packages) {
    const file = path.join(each.folder, 'LICENSE');
    if (!existsSync(file)) throw new Error(`The package ${each.name} has no LICENSE file to ship.`);
    const text = readFileSync(file, 'utf8').trim();
    byText.set(text, [...(byText.get(text) ?? []), each]);
  }
  const parts = [...byText].map(([text, sharing]) => {
    const names = sharing.map(({ name, version }) => `- ${name} ${version}`).join('\n');
    return `${names}\n\n\`\`\`\n${text}\n\`\`\`\n`;
  });
  const apache = readFileSync(path.join(projectRoot, 'LICENSE'), 'utf8').trim();
  return [
    '# Third-party notices of the API catalogue',
    'Field names, documentation and limits of the built-in API catalogue come from these packages:',
    ...parts,
    `The packages are made from the API definitions of ${upstreams}, which are under this licence:`,
    `\`\`\`\n${apache}\n\`\`\`\n`,
  ].join('\n\n');
}

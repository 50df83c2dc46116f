import type { Analysis } from '../core/analysis.ts';
import type { ResourceId } from '../core/workspace/types.ts';
import { type GraphNode, groupByNamespace, listArrows, listNodes } from './graphParts.ts';

/** The graph as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html). */
export function writeMermaid(analysis: Analysis): string {
  const nodes = listNodes(analysis);
  const names = new Map(nodes.map((node, index) => [node.id, `n${index}`]));
  const nameOf = (id: ResourceId) => names.get(id) ?? 'unknown';
  const lines = ['flowchart LR'];
  let count = 0;
  for (const [namespace, group] of groupByNamespace(nodes)) {
    const indent = namespace === '' ? '  ' : '    ';
    if (namespace !== '') lines.push(`  subgraph ns${count++}["${escapeLabel(namespace)}"]`);
    lines.push(...group.map((node) => `${indent}${nameOf(node.id)}["${nodeLabel(node)}"]`));
    if (namespace !== '') lines.push('  end');
  }
  for (const { from, to, label, isDangling } of listArrows(analysis)) {
    lines.push(`  ${nameOf(from)} ${isDangling ? '-.->' : '-->'}|"${escapeLabel(label)}"| ${nameOf(to)}`);
  }
  const ghosts = nodes.filter(({ isGhost }) => isGhost).map(({ id }) => nameOf(id));
  if (ghosts.length > 0) {
    lines.push('  classDef ghost stroke-dasharray: 4 3', `  class ${ghosts.join(',')} ghost`);
  }
  return `${lines.join('\n')}\n`;
}

function nodeLabel({ kind, name }: GraphNode): string {
  return `${escapeLabel(kind)}<br/>${escapeLabel(name)}`;
}

/** Mermaid reads `#name;` as an entity and has no backslashes. */
function escapeLabel(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '#': '#35;',
    '"': '#quot;',
    '<': '#lt;',
    '>': '#gt;',
    '&': '#amp;',
  };
  return text.replace(/[#"<>&]/g, (sign) => entities[sign] ?? sign).replaceAll('\n', ' ');
}

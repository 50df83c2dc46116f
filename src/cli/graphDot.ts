import type { Analysis } from '../core/analysis.ts';
import { type GraphNode, groupByNamespace, listArrows, listNodes } from './graphParts.ts';

/** The graph for Graphviz (https://graphviz.org/doc/info/lang.html). */
export function writeDot(analysis: Analysis): string {
  const nodes = listNodes(analysis);
  const lines = [
    'digraph traffic {',
    '  rankdir=LR;',
    '  node [shape=box, style=rounded, fontname="sans-serif"];',
    '  edge [fontname="sans-serif", fontsize=10];',
  ];
  for (const [namespace, group] of groupByNamespace(nodes)) {
    if (namespace === '') lines.push(...group.map((node) => `  ${nodeLine(node)}`));
    else {
      lines.push(`  subgraph ${quote(`cluster_${namespace}`)} {`, `    label=${quote(namespace)};`);
      lines.push(...group.map((node) => `    ${nodeLine(node)}`), '  }');
    }
  }
  for (const { from, to, label, isDangling } of listArrows(analysis)) {
    const style = isDangling ? ', style=dashed, color=red' : '';
    lines.push(`  ${quote(from)} -> ${quote(to)} [label=${quote(label)}${style}];`);
  }
  return `${lines.join('\n')}\n}\n`;
}

function nodeLine({ id, kind, name, isGhost }: GraphNode): string {
  const style = isGhost ? ', style="rounded,dashed"' : '';
  return `${quote(id)} [label=${quote(`${kind}\n${name}`)}${style}];`;
}

function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

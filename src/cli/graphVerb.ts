import { analyse } from '../core/analyse.ts';
import type { Analysis } from '../core/analysis.ts';
import { writeDot } from './graphDot.ts';
import { writeGraphJson } from './graphJson.ts';
import { writeMermaid } from './graphMermaid.ts';
import { readSources } from './readSources.ts';
import type { Verb } from './types.ts';

/** Ways to write a graph, the default first. */
const writers: Readonly<Record<string, (analysis: Analysis) => string>> = {
  json: writeGraphJson,
  dot: writeDot,
  mermaid: writeMermaid,
};

/** Draws the resources and what they refer to. */
export const graphVerb: Verb = {
  name: 'graph',
  summary: 'Write the resources and their references as a graph.',
  options: {
    format: {
      type: 'string',
      choices: Object.keys(writers),
      help: 'JSON, Graphviz or Mermaid.',
    },
  },
  details: [
    'Arrows run with the traffic: from a gateway to its routes, from a route to its backends. What is referred to and is not in the files is drawn dashed.',
  ],
  examples: ['graph manifests/ --format dot | dot -Tsvg -o traffic.svg', 'graph shop.yaml --format mermaid'],
  async run({ paths, options, io }) {
    const analysis = analyse(await readSources(paths, io));
    io.out(writers[options.format ?? 'json']?.(analysis) ?? '');
    return 0;
  },
};

/**
 * `npm run catalogue:drift -- DIR [--kind KIND]... [--status] [--rules] [--samples DIR [--mutations N]] [--json]`: compares
 * the built-in catalogue with the CRDs in a folder, and lists every difference; `--rules` also lists where we have fewer
 * rules. With a folder of valid manifests, verdicts are compared too: each manifest is changed at random, and judged by
 * both sides. Exit code 1 when something is not as it should be.
 */
import { parseArgs } from 'node:util';
import { createCelEngine } from '../../src/core/schema/celEngine.ts';
import { makePacks } from './buildCatalogue.ts';
import { compareAllVerdicts } from './drift/driftOfVerdicts.ts';
import { compareWithDefinitions } from './drift/driftReport.ts';
import { failuresOf, printDrift, printVerdicts } from './drift/printDrift.ts';
import { readDefinitions } from './drift/readDefinitions.ts';
import { knownDifferences } from './knownDifferences.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kind: { type: 'string', multiple: true },
    status: { type: 'boolean', default: false },
    rules: { type: 'boolean', default: false },
    samples: { type: 'string' },
    mutations: { type: 'string', default: '300' },
    json: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('Say which folder of CRDs to compare with: `npm run catalogue:drift -- DIR`.');
  process.exitCode = 2;
} else {
  process.exitCode = (await reportDrift(folder)) ? 0 : 1;
}

async function reportDrift(crds: string): Promise<boolean> {
  const made = await makePacks();
  for (const mistake of new Set(made.flatMap(({ mistakes }) => mistakes))) console.error(mistake);
  const packs = made.map(({ pack }) => pack);
  const { definitions, problems } = readDefinitions(crds);
  for (const problem of problems) console.error(problem);
  const wanted = definitions.filter(({ kind }) => values.kind?.includes(kind) ?? true);
  const report = compareWithDefinitions(packs, wanted, {
    withStatus: values.status,
    known: knownDifferences,
  });
  console.log(values.json ? JSON.stringify(report.lines, null, 1) : printDrift(report, values.rules));
  const isGood = failuresOf(report).length === 0;
  return (values.samples === undefined || reportVerdicts(values.samples)) && isGood;

  function reportVerdicts(samples: string): boolean {
    const perKind = Number(values.mutations);
    const verdicts = compareAllVerdicts(packs, wanted, { samples, perKind, seed: 1, cel: createCelEngine() });
    const { text, isGood: areGood } = printVerdicts(verdicts);
    console.log(text);
    return areGood;
  }
}

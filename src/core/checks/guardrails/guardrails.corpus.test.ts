import { existsSync, readdirSync, readFileSync } from 'node:fs';
import nodePath from 'node:path';
import { expect, it } from 'vitest';
import { readCatalogue } from '../../../../scripts/catalogue/loadPacks.ts';
import { Analyser } from '../../analyse.ts';
import type { Finding } from '../../analysis.ts';
import { keyOf, takeWayOut } from '../testing/takeWayOut.property.ts';
import { guardrails } from './registry.ts';

const corpus = nodePath.resolve(import.meta.dirname, '../../../../../shared/corpus/manifests');
/** Ways out that are tried for each guardrail. */
const most = 6;

it.runIf(existsSync(corpus))(
  'ways out of what guardrails find in manifests of the projects settle it and add no error',
  () => {
    const judging = { catalogue: readCatalogue() };
    const readAnew = (text: string) => new Analyser([{ path: 'a.yaml', text }], { judging });
    const errors = ({ analysis }: Analyser) =>
      analysis.findings.filter(({ severity }) => severity === 'error').length;
    const tried = new Map<string, number>();
    const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.ya?ml$/.test(file),
    );
    for (const file of files) {
      const analyser = readAnew(readFileSync(nodePath.join(corpus, file), 'utf8'));
      const isGuardrail = ({ code }: Finding) => guardrails.some((each) => each.code === code);
      for (const finding of analyser.analysis.findings.filter(isGuardrail)) {
        const count = tried.get(finding.code) ?? 0;
        tried.set(finding.code, count + 1);
        for (const [repair, { label }] of (count < most ? (finding.repairs ?? []) : []).entries()) {
          const after = readAnew(takeWayOut(analyser, finding, repair));
          expect(after.analysis.findings.map(keyOf), `${file}: ${label}`).not.toContain(keyOf(finding));
          expect(errors(after), `${file}: ${label}`).toBeLessThanOrEqual(errors(analyser));
        }
      }
    }
    console.log(
      `found in ${files.length} files: ${[...tried]
        .sort()
        .map(([code, count]) => `${code} ${count}`)
        .join(', ')}`,
    );
    expect(tried.size).toBeGreaterThan(8);
  },
  120_000,
);
if (!existsSync(corpus)) console.log('skipped: no corpus');

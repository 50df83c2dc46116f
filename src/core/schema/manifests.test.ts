import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPacks } from '../../../scripts/catalogue/loadPacks.ts';
import { crdCatalogue, hasCorpus, sharedFolder } from '../../../scripts/testing/loadCrds.ts';
import { analyse } from '../analyse.ts';
import type { Finding } from '../analysis.ts';
import { Catalogue } from '../catalogue/catalogue.ts';
import type { Channel } from '../catalogue/channel.ts';
import { formatPath } from '../yaml/path.ts';
import { createCelEngine } from './celEngine.ts';

/** Clean files that we hold to be wrong, each with the reason. */
const wrongUpstream: Readonly<Record<string, string>> = {
  'ai-gateway/examples/mcp/mcp_example.yaml':
    'an annotation key may have one slash only; the file is read by a command-line tool and no cluster would take it',
  'envoy-gateway/site/content/en/v1.9/tasks/traffic/fault-injection.yaml':
    'GRPCRoute has not been served at v1alpha2 since it is at v1',
};

interface Listed {
  readonly file: string;
  readonly project: string;
  readonly clean: boolean;
}

const folder = path.join(sharedFolder, 'corpus/manifests');
const cel = createCelEngine();

function listed(): readonly Listed[] {
  return (JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')) as { files: readonly Listed[] })
    .files;
}

/** The built-in catalogue, or the same with every CRD in place of its kinds. */
function catalogueOf(channel: Channel, hasCrds: boolean): Catalogue {
  return new Catalogue({ ...loadPacks(), crds: hasCrds ? crdCatalogue(channel).crds : [], channel });
}

/** What only the other channel has is no fault of the file. */
function isOfOtherChannel({ fault }: Finding): boolean {
  if (fault?.fault === 'unknown-field') return fault.isExperimental === true;
  return fault?.fault === 'no-such-kind' && fault.why === 'wrong-channel';
}

interface Row {
  files: number;
  resources: number;
  errors: number;
}

describe.skipIf(!hasCorpus())('manifests that upstream ships as valid', () => {
  it.each([
    ['experimental', false],
    ['experimental', true],
    ['standard', false],
  ] as const)(
    'have no error: %s channel, with CRDs: %s',
    (channel, hasCrds) => {
      const judging = { catalogue: catalogueOf(channel, hasCrds), cel };
      const rows = new Map<string, Row>();
      const wrong: string[] = [];
      const passed: string[] = [];
      const core = new Map<string, number>();
      for (const { file, project, clean } of listed()) {
        const text = readFileSync(path.join(folder, file), 'utf8');
        const { findings, resources } = analyse([{ path: file, text }], { judging });
        const errors = findings.filter(
          (each) => each.severity === 'error' && (each.fault !== undefined || each.code === 'TS001'),
        );
        expect(findings.filter(({ code }) => code === 'TS117')).toEqual([]);
        if (!clean) {
          if (errors.length === 0) passed.push(file);
          continue;
        }
        const row = rows.get(project) ?? { files: 0, resources: 0, errors: 0 };
        rows.set(project, row);
        row.files++;
        row.resources += resources.size;
        for (const { group, kind } of resources.values())
          if (!group.includes('.')) core.set(kind, (core.get(kind) ?? 0) + 1);
        const held = errors.filter((each) => channel === 'experimental' || !isOfOtherChannel(each));
        if (wrongUpstream[file] !== undefined) continue;
        row.errors += held.length;
        wrong.push(
          ...held.map((each) => `${file}: ${formatPath(each.place.path)}: ${each.message.slice(0, 200)}`),
        );
      }
      console.log(
        `clean manifests, ${channel} channel, ${hasCrds ? 'CRDs loaded' : 'built-in'}: project | files | resources | errors`,
      );
      for (const [project, row] of rows)
        console.log(`  ${project} | ${row.files} | ${row.resources} | ${row.errors}`);
      console.log(
        `  of the API server itself: ${[...core].map(([kind, count]) => `${count} ${kind}`).join(', ')}`,
      );
      for (const [file, reason] of Object.entries(wrongUpstream))
        console.log(`  wrong upstream: ${file}: ${reason}`);
      expect(wrong).toEqual([]);
      // Those that upstream's own definitions refuse are refused here too.
      expect(passed).toEqual([]);
    },
    120_000,
  );
});

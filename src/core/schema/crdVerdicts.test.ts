import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { crdCatalogue, hasCorpus, sharedFolder } from '../../../scripts/testing/loadCrds.ts';
import { serverWords } from '../../../scripts/testing/serverWords.ts';
import { splitApiVersion, type ValidityCase, validityCases } from '../../../scripts/testing/validityCases.ts';
import type { Catalogue, CatalogueKind } from '../catalogue/catalogue.ts';
import type { Channel } from '../catalogue/channel.ts';
import { splitDocuments } from '../workspace/splitDocuments.ts';
import { parseYaml } from '../yaml/parseYaml.ts';
import { formatPath } from '../yaml/path.ts';
import { createCelEngine } from './celEngine.ts';
import type { Verdict } from './fault.ts';
import { isAccepted, judge } from './judge.ts';

/** Cases that we hold to be wrong upstream, each with the reason. There are none. */
const wrongUpstream: Readonly<Record<string, string>> = {};

/** Words of the server that we have another way of saying. */
const saidOtherwise: Readonly<Record<string, string>> = {
  'must be of type ipv4':
    'the server names the alternative of a one-of that came closest; the fault lists them all',
};

const isThere = hasCorpus();
const cel = createCelEngine();
const catalogues = isThere
  ? { standard: crdCatalogue('standard'), experimental: crdCatalogue('experimental') }
  : undefined;

function channelsOf({ channel }: ValidityCase): readonly Channel[] {
  return channel === 'any' ? ['standard', 'experimental'] : [channel];
}

function kindOf(
  catalogue: Catalogue | undefined,
  apiVersion: string,
  kind: string,
): CatalogueKind | undefined {
  const found = catalogue?.find(...splitApiVersion(apiVersion), kind);
  return found?.state === 'known' ? found.kind : undefined;
}

function verdictOf(kind: CatalogueKind, { object, oldObject, operation }: ValidityCase): Verdict {
  return judge(kind, object, { cel, operation, ...(oldObject === undefined ? {} : { old: oldObject }) });
}

/** Without what depends on the server's version: the value behind `Invalid value`, and the case of letters. */
function comparable(text: string): string {
  return text
    .replace(/^.* is invalid: |^\[|\]$/g, '')
    .replace(/, <nil>: Invalid value: ""/, '')
    .replaceAll('longer', 'more')
    .replace(/Invalid value: ?("(?:[^"\\]|\\.)*"|null|\{\}|-?\d+)?:? ?/g, 'Invalid value: ')
    .replace(/^[:,.\s]+|[:,.\s]+$/g, '')
    .toLowerCase();
}

describe.skipIf(!isThere)("the verdict with upstream's own definitions", () => {
  it('agrees with upstream on every case of its tests, in each channel that the case is for', () => {
    const table = new Map<string, { cases: number; agree: number }>();
    const differences: string[] = [];
    for (const each of validityCases()) {
      const kinds = channelsOf(each).map((channel) =>
        kindOf(catalogues?.[channel], each.apiVersion, each.kind),
      );
      const known = kinds.filter((kind) => kind !== undefined);
      expect(known.length, each.id).toBeGreaterThan(0);
      const row = table.get(each.kind) ?? { cases: 0, agree: 0 };
      table.set(each.kind, row);
      for (const kind of known) {
        const verdict = verdictOf(kind, each);
        expect(verdict.notChecked, each.id).toEqual([]);
        row.cases++;
        if (isAccepted(verdict) === (each.expectErrors.length === 0)) row.agree++;
        else if (wrongUpstream[each.id] === undefined) differences.push(each.id);
      }
    }
    console.log('validity with CRDs loaded: kind | cases | agree');
    for (const [kind, { cases, agree }] of [...table].sort()) console.log(`  ${kind} | ${cases} | ${agree}`);
    for (const [id, reason] of Object.entries(wrongUpstream))
      console.log(`  wrong upstream: ${id}: ${reason}`);
    expect(differences).toEqual([]);
  });

  it('names the place and says the words that upstream expects', () => {
    const missing: string[] = [];
    const otherwise: string[] = [];
    let count = 0;
    for (const each of validityCases()) {
      // The first channel of the two: messages of the standard one are those that most cases were written for.
      const kind = channelsOf(each)
        .map((channel) => kindOf(catalogues?.[channel], each.apiVersion, each.kind))
        .find((found) => found !== undefined);
      if (kind === undefined) throw new Error(each.id);
      const said = verdictOf(kind, each).faults.map((fault) => comparable(serverWords(fault)));
      for (const expected of each.expectErrors) {
        count++;
        const words = comparable(expected);
        if (said.some((text) => text.includes(words))) continue;
        const reason = Object.entries(saidOtherwise).find(([part]) => expected.includes(part))?.[1];
        if (reason === undefined) missing.push(`${each.id}: ${expected}\n  ${said.join('\n  ')}`);
        else otherwise.push(`${each.id}: ${reason}`);
      }
    }
    console.log(
      `validity with CRDs loaded: ${count - missing.length - otherwise.length} of ${count} expected texts are said`,
    );
    for (const line of otherwise) console.log(`  said otherwise: ${line}`);
    expect(missing).toEqual([]);
  });

  it('agrees with what is known of the real manifests: those that fit, and those that do not', () => {
    interface Listed {
      readonly file: string;
      readonly clean: boolean;
    }
    const folder = path.join(sharedFolder, 'corpus/manifests');
    const { files } = JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')) as {
      files: Listed[];
    };
    const wrong: string[] = [];
    let [judged, skipped] = [0, 0];
    for (const { file, clean } of files) {
      const faults: string[] = [];
      for (const resource of resourcesOf(readFileSync(path.join(folder, file), 'utf8'))) {
        const kind = kindOf(catalogues?.experimental, resource.apiVersion ?? '', resource.kind ?? '');
        if (kind === undefined) {
          skipped++;
          continue;
        }
        judged++;
        const verdict = judge(kind, resource, { cel });
        expect(verdict.notChecked).toEqual([]);
        if (isAccepted(verdict)) continue;
        for (const fault of verdict.faults) faults.push(`${formatPath(fault.path)}: ${fault.fault}`);
      }
      if (clean !== (faults.length === 0)) wrong.push(`${file}: ${faults.join(', ')}`);
    }
    console.log(
      `manifests with CRDs loaded: ${judged} resources of ${files.length} files judged, ${skipped} without a CRD skipped`,
    );
    expect(wrong).toEqual([]);
  });
});

interface Resource {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly items?: readonly Resource[];
}

function resourcesOf(text: string): readonly Resource[] {
  return splitDocuments(text).flatMap(({ start, end }) => {
    const value = parseYaml(text.slice(start, end)).value as Resource | null | undefined;
    return value?.kind === 'List' ? (value.items ?? []) : (value ?? []);
  });
}

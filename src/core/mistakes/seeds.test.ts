import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../scripts/catalogue/loadPacks.ts';
import { sharedFolder } from '../../../scripts/testing/loadCrds.ts';
import { readSeedVerdicts, type SeedVerdict } from '../../../scripts/testing/readSeedVerdicts.ts';
import { JudgedYaml } from '../../../scripts/testing/repairYaml.ts';
import { formatPath } from '../yaml/path.ts';
import { type CutManifest, cutManifests } from './testing/cutManifests.ts';

const folder = path.join(sharedFolder, 'seeds');
const verdictsFile = path.join(sharedFolder, 'corpus/seeds/verdicts.json');
const isThere = existsSync(folder);
const hasVerdicts = existsSync(verdictsFile);
if (!isThere) console.log('skipped: no corpus');
else if (!hasVerdicts) console.log('no verdicts.json');

const mostSteps = 30;
/** What no repair can know, `seed:line` with the reason: none so far. */
const beyondRepair: Readonly<Record<string, string>> = {};

interface Seed extends CutManifest {
  readonly seed: string;
}

const seeds: readonly Seed[] = isThere
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .flatMap((file) =>
        cutManifests(readFileSync(path.join(folder, file), 'utf8')).map((manifest) => ({
          ...manifest,
          seed: file.slice(0, 3),
        })),
      )
  : [];

/** Takes the first way out that is offered, again and again. */
function repairAll(start: JudgedYaml): { readonly end: JudgedYaml; readonly taken: readonly string[] } {
  const taken: string[] = [];
  let end = start;
  while (taken.length < mostSteps) {
    const next = firstWay(end);
    if (next === undefined) break;
    taken.push(next.code);
    end = next.judged;
  }
  return { end, taken };
}

function firstWay(judged: JudgedYaml): { readonly code: string; readonly judged: JudgedYaml } | undefined {
  for (const finding of judged.faults) {
    const next = (finding.repairs ?? []).length === 0 ? undefined : judged.take(finding);
    if (next instanceof JudgedYaml) return { code: finding.code, judged: next };
  }
  return undefined;
}

describe.runIf(isThere)("the manifests in the seeds' prose", () => {
  const catalogue = readCatalogue();

  it('are mended by what is offered until the server takes them', () => {
    const rows: Record<string, unknown> = {};
    const left: Record<string, readonly string[]> = {};
    for (const { seed, line, text } of seeds) {
      const judged = new JudgedYaml(text, catalogue);
      if (judged.faults.length === 0) continue;
      const { end, taken } = repairAll(judged);
      rows[`${seed}:${line}`] = {
        resource: judged.resources.join(', '),
        faults: judged.faults.length,
        codes: [...new Set(judged.faults.map(({ code }) => code))].join(' '),
        repairs: taken.join(' '),
        left: end.faults.length,
      };
      if (end.faults.length > 0)
        left[`${seed}:${line}`] = end.faults.map(({ place }) => formatPath(place.path));
    }
    console.log(`${seeds.length} manifests, ${Object.keys(rows).length} of them broken`);
    console.table(rows);
    expect(seeds.length).toBeGreaterThan(100);
    expect(Object.keys(left).sort(), JSON.stringify(left)).toEqual(Object.keys(beyondRepair).sort());
  });

  it('are recognised where they show a mistake of the field', () => {
    const seen = new Set(
      seeds.flatMap(({ text }) => new JudgedYaml(text, catalogue).faults.map((each) => each.mistake)),
    );
    for (const mistake of [
      'retry-on-list',
      'per-retry-timeout',
      'circuit-breaker-max-requests',
      'ai-route-group',
    ])
      expect(seen).toContain(mistake);
  });
});

/** The manifest that a verdict is about: its own text, else by line, else by kind and name. */
function textOf({ text, seed, line, kind, name }: SeedVerdict): string | undefined {
  if (text !== undefined) return text;
  const own = seeds.filter((each) => each.seed === seed || seed === '');
  const byLine = line === undefined ? undefined : own.findLast((each) => each.line <= line);
  const byName = own.find(
    (each) =>
      new RegExp(`^kind: ${kind}$`, 'm').test(each.text) &&
      new RegExp(`^  name: ${name}$`, 'm').test(each.text),
  );
  return (byLine ?? byName)?.text;
}

describe.runIf(isThere && hasVerdicts)("upstream's verdicts on the seeds", () => {
  it('agree, with the place', () => {
    const catalogue = readCatalogue();
    const { rows, others } = readSeedVerdicts(JSON.parse(readFileSync(verdictsFile, 'utf8')));
    const bare = (place: string) =>
      place
        .toLowerCase()
        .replace(/\[(\d+)\]/g, '.$1')
        .replaceAll('/', '.')
        .replace(/^\.+/, '');
    const table = rows.map((row) => {
      const text = textOf(row);
      if (text === undefined) return { about: row.about, verdict: 'no manifest found', place: '' };
      const ours = new JudgedYaml(text, catalogue).faults;
      const found = ours.map(({ place }) => bare(formatPath(place.path)));
      const isSame = (ours.length === 0) === row.isAccepted;
      const away = row.places
        .map(bare)
        .filter((place) => !found.some((each) => place.startsWith(each) || each.startsWith(place)));
      return {
        about: row.about,
        verdict: isSame ? 'agrees' : `differs: ${found.join(', ') || 'accepted'}`,
        place: away.length === 0 ? 'agrees' : `differs: ${away.join(', ')} against ${found.join(', ')}`,
      };
    });
    console.log(`${rows.length} verdicts, ${others} rows not understood`);
    console.table(table);
    expect(table.filter(({ verdict }) => verdict.startsWith('differs'))).toEqual([]);
    expect(table.filter(({ place }) => place.startsWith('differs'))).toEqual([]);
  });
});

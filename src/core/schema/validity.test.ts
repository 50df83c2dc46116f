import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../scripts/catalogue/loadPacks.ts';
import { hasCorpus } from '../../../scripts/testing/loadCrds.ts';
import { splitApiVersion, type ValidityCase, validityCases } from '../../../scripts/testing/validityCases.ts';
import type { CatalogueKind } from '../catalogue/catalogue.ts';
import type { Channel } from '../catalogue/channel.ts';
import { formatPath } from '../yaml/path.ts';
import type { Fault, Repair } from './fault.ts';
import { isAccepted, judge } from './judge.ts';
import { takeSteps } from './repairs/takeSteps.ts';
import { repairsOf } from './repairsOf.ts';
import { WaysOut } from './waysOut.ts';

const isThere = hasCorpus();
if (!isThere) console.log('skipped: no corpus');

const channels: readonly Channel[] = ['standard', 'experimental'];

interface Judged {
  readonly about: ValidityCase;
  readonly channel: Channel;
  readonly kind: CatalogueKind;
}

/** Each case in each channel it holds for. */
function judgedCases(): readonly Judged[] {
  const cases = validityCases();
  return channels.flatMap((channel) => {
    const catalogue = readCatalogue(channel);
    return cases
      .filter((about) => about.channel === 'any' || about.channel === channel)
      .map((about) => {
        const found = catalogue.find(...splitApiVersion(about.apiVersion), about.kind);
        if (found.state !== 'known') throw new Error(`${about.apiVersion} ${about.kind} is ${found.state}.`);
        return { about, channel, kind: found.kind };
      });
  });
}

const verdictOf = ({ about, kind }: Judged) =>
  judge(kind, about.object, { operation: about.operation, old: about.oldObject });

describe.runIf(isThere)('upstream cases, judged by the built-in catalogue', () => {
  it('are accepted and refused as upstream has it', () => {
    const rows = new Map<string, { agreed: number; of: number }>();
    const differing: string[] = [];
    for (const judged of judgedCases()) {
      const { about, channel } = judged;
      const row = rows.get(about.kind) ?? { agreed: 0, of: 0 };
      const isAgreed = isAccepted(verdictOf(judged)) === (about.expectErrors.length === 0);
      rows.set(about.kind, { agreed: row.agreed + (isAgreed ? 1 : 0), of: row.of + 1 });
      if (!isAgreed) differing.push(`${about.id} (${channel})`);
    }
    console.table(Object.fromEntries(rows));
    expect(differing).toEqual([]);
  });

  it('are refused where the server says', () => {
    const elsewhere: string[] = [];
    for (const judged of judgedCases()) {
      const ours = verdictOf(judged).faults.map((fault) => formatPath(fault.path).toLowerCase());
      for (const error of judged.about.expectErrors) {
        // Upstream's tests write some fields in another case than the server does.
        const place = /^(spec[\w.[\]]*)/.exec(error)?.[1]?.toLowerCase();
        const isThere = ours.some(
          (each) => place === undefined || each.startsWith(place) || place.startsWith(each),
        );
        if (!isThere) elsewhere.push(`${judged.about.id}: ${place ?? ''}, ours ${ours.join(' ')}`);
      }
    }
    expect(elsewhere).toEqual([]);
  });

  it('each way out removes its fault', () => {
    let tried = 0;
    const left: string[] = [];
    const withheld: string[] = [];
    for (const judged of judgedCases()) {
      const { about, kind } = judged;
      if (about.operation === 'updateStatus') continue;
      const verdict = verdictOf(judged);
      const { faults } = verdict;
      const ways = new WaysOut(kind, about.object, verdict, {
        operation: about.operation,
        old: about.oldObject,
      });
      for (const fault of faults) {
        const thought = repairsOf(fault, about.object, kind);
        const offered = ways.of(fault, thought);
        tried += thought.length;
        for (const each of thought) {
          const what = `${about.id}: ${each.label} at ${formatPath(fault.path)}`;
          if (!offered.includes(each)) withheld.push(what);
          else if (isLeft(judged, fault, each)) left.push(what);
        }
      }
    }
    console.log(`${tried} ways out of the refused cases were tried; withheld, as another rule forbids them:`);
    for (const what of new Set(withheld)) console.log(`  ${what}`);
    expect(left).toEqual([]);
    expect(withheld.length / tried).toBeLessThan(0.01);
  });
});

/** True when the very same fault is there after the way out, and no fewer of its sort. */
function isLeft(judged: Judged, fault: Fault, { steps }: Repair): boolean {
  const object = takeSteps(judged.about.object, steps) as ValidityCase['object'];
  const [before, after] = [judged.about, { ...judged.about, object }].map(
    (about) => verdictOf({ ...judged, about }).faults,
  );
  const count = (faults: readonly Fault[] = []) => faults.filter((each) => each.fault === fault.fault).length;
  const isThere = after?.some((each) => JSON.stringify(each) === JSON.stringify(fault)) === true;
  return isThere && count(after) >= count(before);
}

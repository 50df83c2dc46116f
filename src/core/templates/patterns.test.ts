import { beforeAll, describe, expect, it } from 'vitest';
import { loadPacks } from '../../../scripts/catalogue/loadPacks.ts';
import { crdCatalogue, hasCorpus } from '../../../scripts/testing/loadCrds.ts';
import { changedLines } from '../actions/testContext.ts';
import { Catalogue } from '../catalogue/catalogue.ts';
import type { Judging } from '../checks/schemaFindings.ts';
import { patternPicture } from '../picture/patternPicture.ts';
import { createCelEngine } from '../schema/celEngine.ts';
import { commentsOf } from '../yaml/comments.ts';
import { defaultAnswers, refuseAnswer } from './checkAnswers.ts';
import { madeWith } from './madeWith.ts';
import { patternGroups, patterns } from './registry.ts';
import { otherAnswers } from './testing/alternatives.ts';
import {
  analyserOf,
  builtIn,
  complaints,
  done,
  type Roles,
  type Texts,
  textsAfter,
} from './testing/applied.property.ts';
import { shopFiles, shopRoles } from './testing/shopWorkspace.ts';
import type { Answers, Pattern, PatternParameter } from './types.ts';

const everyPattern = patterns.map((pattern) => [pattern.id, pattern] as const);

/** Lines that a pattern changes in what it is given, besides those it adds; none where it is not listed. */
const issuer = '-   issuerRef: {kind: Issuer, name: house}';
const changes: Readonly<Record<string, readonly string[]>> = {
  'tls-http01': [issuer],
  'tls-dns01': [issuer],
  'tls-self-signed': [issuer],
  'task-api': [issuer],
  // Its place is taken by the interceptor of the add-on.
  'scale-to-zero': ['-         - name: "cart"  # main backend'],
};

describe('the registry', () => {
  it('has ids that can stand in a comment, each once', () => {
    const ids = patterns.map(({ id }) => id);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(everyPattern)('%s says what it is for', (_id, pattern) => {
    const { title, purpose, group, docs, roles, parameters } = pattern;
    // Sentence case: after the first word only names and acronyms have capitals.
    const proper =
      /^(HTTP|HTTPS|TLS|DNS|DNS-01:?|HTTP-01:?|JWT|OIDC|API|IP|CPU|CORS|LLM|MCP|A\/B|Redis|Kafka|InferencePool|ScaledJob|Task|AI|URL|gRPC|mTLS)$/;
    const capitals = title
      .split(' ')
      .slice(1)
      .filter((word) => /[A-Z]/.test(word) && !proper.test(word));
    expect(capitals).toEqual([]);
    expect(title).toMatch(/^[A-Z]|^gRPC|^mTLS/);
    expect(purpose).toMatch(/^[A-Z].{15,}[^.!]$/);
    expect(docs).toMatch(/^https:\/\//);
    expect(patternGroups.map((each) => each.group)).toContain(group);
    for (const ids of [roles.map(({ id }) => id), parameters.map(({ id }) => id)])
      expect(new Set(ids).size).toBe(ids.length);
    for (const { label, help } of [...roles, ...parameters]) {
      expect(label).toMatch(/^([A-Z]|gRPC)/);
      expect(`${label}${help ?? ''}`).not.toMatch(/!/);
    }
    for (const { shownWhen } of parameters)
      if (shownWhen !== undefined) expect(parameters.map(({ id }) => id)).toContain(shownWhen.parameter);
  });

  it.each(everyPattern)('%s has defaults that it takes', (_id, pattern) => {
    const defaults = defaultAnswers(pattern);
    const refused = pattern.parameters.flatMap((each) => refuseAnswer(each, defaults[each.id]) ?? []);
    expect(refused).toEqual([]);
  });

  it.each(everyPattern)('%s has a picture', (_id, pattern) => {
    const { nodes, edges, columns } = patternPicture(pattern);
    expect(nodes.length).toBeGreaterThanOrEqual(2);
    expect(edges.length).toBeGreaterThanOrEqual(1);
    expect(columns.flat()).toHaveLength(nodes.length);
  });
});

describe('in an empty workspace', () => {
  it.each(everyPattern)('%s makes a whole system without a complaint', (_id, pattern) => {
    const { after, analysis, change } = done(pattern, {}, {});
    expect(complaints(analysis.findings)).toEqual([]);
    expect(Object.values(after).flatMap(madeWith)).toEqual([{ pattern: pattern.id }]);
    expect((change.select ?? []).filter((id) => !analysis.resources.has(id))).toEqual([]);
    expect(change.select).not.toEqual([]);
  });
});

describe('in a workspace with something for every role', () => {
  it('which has no complaint itself', () => {
    expect(complaints(analyserOf(shopFiles, builtIn).analysis.findings)).toEqual([]);
  });

  it.each(everyPattern)('%s edits what is there and leaves the rest alone', (id, pattern) => {
    const { after, analysis, change } = done(pattern, shopFiles, shopRoles(pattern));
    expect(complaints(analysis.findings)).toEqual([]);
    expect((change.select ?? []).filter((each) => !analysis.resources.has(each))).toEqual([]);
    expect(Object.values(after).flatMap(madeWith)).toEqual([{ pattern: id }]);
    const gone: string[] = [];
    for (const [path, before] of Object.entries(shopFiles)) {
      const text = after[path] ?? '';
      gone.push(...changedLines(before, text).filter((line) => line.startsWith('- ')));
      const comments = commentsOf(text);
      expect(commentsOf(before).filter((comment) => !comments.includes(comment))).toEqual([]);
    }
    expect(gone).toEqual(changes[id] ?? []);
  });

  it.each(everyPattern)('%s makes what is not given beside what is there', (_id, pattern) => {
    const { after, analysis } = done(pattern, shopFiles, {});
    expect(complaints(analysis.findings)).toEqual([]);
    for (const [path, before] of Object.entries(shopFiles)) expect(after[path]).toBe(before);
  });

  it.each(everyPattern)('%s keeps line ends', (_id, pattern) => {
    const crlf = Object.fromEntries(
      Object.entries(shopFiles).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]),
    );
    const { after } = done(pattern, crlf, shopRoles(pattern));
    for (const path of Object.keys(crlf)) expect(after[path]).not.toMatch(/[^\r]\n/);
  });
});

/** Answers by which a parameter is asked for. */
function shownBy(pattern: Pattern, { shownWhen }: PatternParameter): Answers {
  if (shownWhen === undefined) return {};
  const asked = pattern.parameters.find(({ id }) => id === shownWhen.parameter);
  return { ...(asked === undefined ? {} : shownBy(pattern, asked)), [shownWhen.parameter]: shownWhen.is };
}

describe('every parameter', () => {
  const rows = patterns.flatMap((pattern) =>
    pattern.parameters.map((parameter) => [`${pattern.id} ${parameter.id}`, pattern, parameter] as const),
  );

  it.each(rows)('%s makes a difference', (_key, pattern, parameter) => {
    const shown = shownBy(pattern, parameter);
    const workspaces: readonly (readonly [Texts, Roles])[] = [
      [{}, {}],
      [shopFiles, shopRoles(pattern)],
    ];
    const isDifferent = workspaces.some(([texts, roles]) => {
      const before = textsAfter(pattern, texts, roles, shown);
      return otherAnswers(parameter).some((other) => {
        const after = textsAfter(pattern, texts, roles, { ...shown, [parameter.id]: other });
        return after !== undefined && JSON.stringify(after) !== JSON.stringify(before);
      });
    });
    expect(isDifferent).toBe(true);
  });
});

describe.skipIf(!hasCorpus())('with the definitions of upstream', () => {
  let real: Judging = builtIn;

  beforeAll(() => {
    const { crds } = crdCatalogue('standard');
    const catalogue = new Catalogue({ ...loadPacks(), crds, channel: 'standard' });
    real = { catalogue, cel: createCelEngine(), areWaysUntried: true };
  }, 60_000);

  it.each(everyPattern)('%s has no complaint, alone and with what is given', (_id, pattern) => {
    expect(complaints(done(pattern, {}, {}, {}, real).analysis.findings)).toEqual([]);
    const given = done(pattern, shopFiles, shopRoles(pattern), {}, real);
    expect(complaints(given.analysis.findings)).toEqual([]);
  });
});

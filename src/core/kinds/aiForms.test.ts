import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPacks } from '../../../scripts/catalogue/loadPacks.ts';
import { crdCatalogue, hasCorpus } from '../../../scripts/testing/loadCrds.ts';
import { Catalogue } from '../catalogue/catalogue.ts';
import { createCelEngine } from '../schema/celEngine.ts';
import { judge } from '../schema/judge.ts';
import { parseYaml } from '../yaml/parseYaml.ts';
import { formatPath, type Path, pathStartsWith, patternSteps, valueAt } from '../yaml/path.ts';
import type { ChoiceFieldDeclaration, FieldDeclaration, ListFieldDeclaration } from './form.ts';
import { fieldsOfForm } from './form.ts';
import { isMap } from './reading.ts';
import { kinds } from './registry.ts';
import { aiGateway, inference } from './targets.ts';
import { fullContext } from './testing/contexts.ts';
import { fieldGroups } from './testing/fieldPaths.ts';
import type { KindDefinition } from './types.ts';

const extensions = ['EnvoyExtensionPolicy', 'EnvoyPatchPolicy', 'HTTPRouteFilter'];
const own = kinds.filter(
  ({ group, kind }) => group === aiGateway || group === inference || extensions.includes(kind),
);

/** A value that a form can make, and by what. */
interface Made {
  readonly by: string;
  /** What was begun. */
  readonly at: Path;
  readonly value: unknown;
}

/** The value with something at a path, and the maps and lists around it; undefined takes a key away. */
function put(value: unknown, [step, ...rest]: Path, item: unknown): unknown {
  if (step === undefined) return item;
  if (typeof step === 'number') {
    const list = Array.isArray(value) ? value : [];
    return Object.assign([...list], { [step]: put(list[step], rest, item) });
  }
  const map = isMap(value) ? value : {};
  const { [step]: held, ...others } = map;
  return rest.length === 0 && item === undefined ? others : { ...map, [step]: put(held, rest, item) };
}

/** Everything that lists and choices begin with, each on top of the value alone, and what is inside of that. */
function beginnings(fields: readonly FieldDeclaration[], value: unknown, at: Path): readonly Made[] {
  return fields.flatMap((field) => {
    if (field.type !== 'list' && field.type !== 'choice') return [];
    const path = [...at, ...patternSteps(field.path)];
    const filled = fillRequired(fields, value, at, path);
    return field.type === 'list' ? beginItem(field, filled, path) : beginMembers(field, filled, path);
  });
}

function beginItem(field: ListFieldDeclaration, value: unknown, path: Path): readonly Made[] {
  const held = valueAt(value, path);
  const items: readonly unknown[] = Array.isArray(held) ? held : [];
  const item = [...path, items.length];
  const made = put(value, item, field.newItem(items));
  return [
    { by: `a new ${formatPath(item)}`, at: item, value: made },
    ...beginnings(field.fields, made, item),
  ];
}

function beginMembers({ members, by }: ChoiceFieldDeclaration, value: unknown, path: Path): readonly Made[] {
  return members.flatMap(({ word, key, label, newValue, fields }) => {
    const others = members.flatMap((each) => (each.key === undefined ? [] : [each.key]));
    let made = others.reduce((rest, other) => put(rest, [...path, other], undefined), value);
    if (by !== undefined && word !== undefined) made = put(made, [...path, by], word);
    if (key !== undefined && newValue !== undefined) made = put(made, [...path, key], newValue());
    return [
      { by: `${label} in ${formatPath(path)}`, at: key === undefined ? path : [...path, key], value: made },
      ...beginnings(fields, made, path),
    ];
  });
}

/** What a person has to fill in besides where a map is made for the target: an issuer where keys are chosen. */
function fillRequired(fields: readonly FieldDeclaration[], value: unknown, at: Path, target: Path): unknown {
  return fields.reduce((filled, field) => {
    const path = [...at, ...patternSteps(field.path)];
    const differs = path.findIndex((step, i) => step !== target[i]);
    const around = path.slice(0, differs === -1 ? path.length : differs);
    const isMade = around.length > at.length && valueAt(value, around) === undefined;
    const isRequired = 'required' in field && field.required === true && 'placeholder' in field;
    return isMade && isRequired ? put(filled, path, field.placeholder) : filled;
  }, value);
}

function templateOf(definition: KindDefinition): unknown {
  return parseYaml(definition.template(fullContext(definition))).value;
}

const cel = createCelEngine();
const isCorpusThere = hasCorpus();
const builtIn = new Catalogue({ ...loadPacks(), crds: [], channel: 'standard' });
const real = isCorpusThere ? crdCatalogue('standard') : undefined;

/** What the API server would say, as `spec.rules: size`, but for what is yet to be filled in beside what was begun. */
function faultsOf(catalogue: Catalogue, { group, kind, versions }: KindDefinition, { at, value }: Made) {
  const found = catalogue.find(group, versions[0] ?? '', kind);
  if (found.state !== 'known') throw new Error(`${kind} is ${found.state}`);
  const isBeside = (path: Path) => path.length < at.length && pathStartsWith(at, path);
  return judge(found.kind, value, { cel })
    .faults.filter(({ path, fault }) => fault !== 'required' || !isBeside(path))
    .map(({ path, fault }) => `${formatPath(path)}: ${fault}`);
}

describe.each(own.map((each) => [each.kind, each] as const))('the form of %s', (_, definition) => {
  const fields = fieldsOfForm(definition.form);

  it('begins each item and each member with what the API server takes', () => {
    const all = beginnings(fields, templateOf(definition), []);
    expect(all.length > 0).toBe(fields.some(({ type }) => type === 'list' || type === 'choice'));
    for (const made of all) {
      const words = `${made.by}: ${JSON.stringify(made.value)}`;
      expect(faultsOf(builtIn, definition, made), words).toEqual([]);
      if (real !== undefined) expect(faultsOf(real, definition, made), `really ${words}`).toEqual([]);
    }
  });

  it('says what is written in sentences, whatever that is', () => {
    const lists = fieldGroups(fields)
      .flat()
      .filter((field) => field.type === 'list');
    const speakers = [...definition.form, ...lists].flatMap((each) =>
      each.say === undefined ? [] : [each.say.bind(each)],
    );
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const say of speakers) expect(['string', 'undefined']).toContain(typeof say(value));
      }),
    );
    for (const list of lists) {
      const said = list.say?.(list.newItem([]));
      if (list.say !== undefined) expect(said, list.label).toBeTruthy();
    }
  });
});

describe('sentences', () => {
  const sayAt = (kind: string, path: string, item: unknown) => {
    const definition = own.find((each) => each.kind === kind);
    const list = fieldGroups(fieldsOfForm(definition?.form ?? []))
      .flat()
      .find((field) => field.type === 'list' && field.path === path);
    return list?.type === 'list' ? list.say?.(item) : undefined;
  };
  const header = (value: string) => ({ headers: [{ name: 'x-ai-eg-model', value }] });

  it.each([
    [
      'AIGatewayRoute',
      'spec.rules',
      { matches: [header('a'), header('b')], backendRefs: [{ name: 'x' }, { name: 'y', priority: 1 }] },
      'Requests for model a or model b go to x, then y',
    ],
    ['AIGatewayRoute', 'spec.rules', {}, 'Requests for any model have no backend'],
    [
      'AIGatewayRoute',
      'matches',
      { headers: [...header('a').headers, { name: 'x-team', value: 'b' }] },
      'Requests for model a with x-team=b',
    ],
    ['AIGatewayRoute', 'backendRefs', { name: 'x', weight: 9 }, 'First choice: x, weight 9'],
    [
      'AIGatewayRoute',
      'backendRefs',
      { name: 'x', priority: 2, modelNameOverride: 'm' },
      'Fallback 2: x as m',
    ],
    ['AIGatewayRoute', 'spec.llmRequestCosts', { type: 'TotalToken', metadataKey: 'k' }, 'All tokens as k'],
    [
      'MCPRoute',
      'spec.backendRefs',
      { name: 'docs', toolSelector: { include: ['search'] } },
      'Server docs, only search',
    ],
    [
      'QuotaPolicy',
      'spec.perModelQuotas',
      { modelName: 'm', quota: { defaultBucket: { limit: 5, duration: '1h' }, bucketRules: [{}] } },
      'Model m, 5 tokens per hour, and 1 limit for some clients',
    ],
    [
      'QuotaPolicy',
      'quota.bucketRules',
      {
        clientSelectors: [{ headers: [{ name: 'x', type: 'Distinct' }] }],
        quota: { limit: 1, duration: '1m' },
      },
      '1 token per minute for each x',
    ],
  ])('%s %s', (kind, path, item, words) => {
    expect(sayAt(kind, path, item)).toBe(words);
  });
});

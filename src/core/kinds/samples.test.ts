import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../yaml/parseYaml.ts';
import { patternSteps } from '../yaml/path.ts';
import { asText, isMap, readAt, readList, readMap, readNumber, readText } from './reading.ts';
import { isClusterScoped, kindOf } from './registry.ts';
import type { CardSummary, ObjectReference, ReferenceDeclaration } from './types.ts';

const folder = join(import.meta.dirname, '../../../public/samples');
const index: unknown = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));

interface Found {
  readonly file: string;
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly summary: CardSummary;
}

function filesOf(sample: unknown): readonly string[] {
  return readList(sample, 'files').flatMap((file) => asText(file) ?? []);
}

function resourcesOf(sample: unknown): readonly Found[] {
  return filesOf(sample).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split(/^---\n/m)
      .map((text) => readResource(file, text)),
  );
}

function readResource(file: string, text: string): Found {
  const { value, problems } = parseYaml(text);
  expect(problems, file).toEqual([]);
  const apiVersion = readText(value, 'apiVersion') ?? '';
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
  const kind = readText(value, 'kind') ?? '';
  const definition = kindOf(group, kind);
  if (definition === undefined || !isMap(value)) throw new Error(`${file}: ${group}/${kind} is not known`);
  const namespace = isClusterScoped(group, kind) ? '' : (readText(value, 'metadata', 'namespace') ?? '');
  const name = readText(value, 'metadata', 'name') ?? '';
  return { file, group, kind, namespace, name, value, summary: definition.summarise(value) };
}

function placesOf(value: unknown, steps: readonly string[]): readonly unknown[] {
  const [step, ...rest] = steps;
  if (step === undefined) return value === undefined ? [] : [value];
  if (step === '*') return Array.isArray(value) ? value.flatMap((item) => placesOf(item, rest)) : [];
  return placesOf(readAt(value, step), rest);
}

function valuesAt({ value }: Found, { path }: ReferenceDeclaration): readonly unknown[] {
  return placesOf(value, patternSteps(path));
}

const id = (group: string, kind: string, namespace: string, name: string) =>
  `${group}/${kind}/${namespace}/${name}`;

/** The labels that a selector of pods asks for. */
function labelsOf(declaration: ReferenceDeclaration, at: unknown): Readonly<Record<string, unknown>> {
  const isWrapped = declaration.form === 'pod-selector' && declaration.style === 'selector';
  return isWrapped ? readMap(at, 'matchLabels') : readMap(at);
}

/** Where a reference leads, with the defaults of its declaration. */
function targetOf(holder: Found, declaration: ReferenceDeclaration, at: unknown) {
  const [first = { group: '', kind: '' }] = declaration.to;
  const kind = declaration.form === 'object' ? (readText(at, 'kind') ?? first.kind) : first.kind;
  const group = declaration.form === 'object' && isMap(at) && 'group' in at ? String(at.group) : first.group;
  const name = declaration.form === 'object' ? readText(at, 'name') : asText(at);
  const own = typeof declaration.namespace === 'object' ? declaration.namespace.fixed : holder.namespace;
  const written = declaration.namespace === 'field' ? readText(at, 'namespace') : undefined;
  return { group, kind, name: name ?? '', namespace: isClusterScoped(group, kind) ? '' : (written ?? own) };
}

function isGranted(resources: readonly Found[], holder: Found, target: ReturnType<typeof targetOf>): boolean {
  return resources
    .filter(({ kind, namespace }) => kind === 'ReferenceGrant' && namespace === target.namespace)
    .some(
      ({ value }) =>
        readList(value, 'spec', 'from').some(
          (from) =>
            readText(from, 'kind') === holder.kind && readText(from, 'namespace') === holder.namespace,
        ) &&
        readList(value, 'spec', 'to').some(
          (to) =>
            readText(to, 'kind') === target.kind && [undefined, target.name].includes(readText(to, 'name')),
        ),
    );
}

it('the index lists every file of every sample', () => {
  const samples = readList(index, 'samples');
  expect(samples.length).toBeGreaterThan(0);
  for (const sample of samples) {
    expect(readText(sample, 'name')).toBeTruthy();
    expect(readText(sample, 'description')).toBeTruthy();
    const name = readText(sample, 'id') ?? '';
    expect(
      readdirSync(join(folder, name))
        .map((file) => `${name}/${file}`)
        .sort(),
    ).toEqual([...filesOf(sample)].sort());
  }
});

describe.each(readList(index, 'samples').map((each) => [readText(each, 'id') ?? '', each] as const))(
  '%s',
  (_, sample) => {
    const resources = resourcesOf(sample);
    const byId = new Map(
      resources.map((each) => [id(each.group, each.kind, each.namespace, each.name), each]),
    );
    const references = resources.flatMap((holder) =>
      (kindOf(holder.group, holder.kind)?.references ?? []).flatMap((declaration) =>
        valuesAt(holder, declaration).map((at) => ({ holder, declaration, at })),
      ),
    );
    const made = new Set(
      references
        .filter(({ declaration }) => declaration.role === 'makes')
        .map(({ holder, declaration, at }) => targetOf(holder, declaration, at))
        .map(({ group, kind, namespace, name }) => id(group, kind, namespace, name)),
    );

    it('is of a size that fits on a canvas, each resource named once and in a namespace', () => {
      expect(resources.length).toBeGreaterThanOrEqual(20);
      expect(resources.length).toBeLessThanOrEqual(35);
      expect(byId.size).toBe(resources.length);
      for (const { kind, namespace, group, name } of resources)
        expect(namespace !== '', `${kind} ${name}`).toBe(isClusterScoped(group, kind) !== true);
    });

    it('explains itself in every file', () => {
      for (const file of filesOf(sample)) {
        const text = readFileSync(join(folder, file), 'utf8');
        expect(text, file).toMatch(/^# /);
        for (const line of text.split('\n')) expect(line.length, `${file}: ${line}`).toBeLessThanOrEqual(110);
      }
    });

    it('refers only to what is there, or to what a controller makes', () => {
      for (const { holder, declaration, at } of references.filter(
        ({ declaration }) => declaration.form !== 'pod-selector' && declaration.form !== 'address',
      )) {
        const target = targetOf(holder, declaration, at);
        const key = id(target.group, target.kind, target.namespace, target.name);
        expect(
          byId.has(key) || made.has(key),
          `${holder.kind} ${holder.name}: ${declaration.name} to ${key}`,
        ).toBe(true);
      }
    });

    it('names sections and ports that the targets have', () => {
      for (const { holder, declaration, at } of references) {
        if (declaration.form !== 'object') continue;
        const { group, kind, namespace, name } = targetOf(holder, declaration, at);
        const rows = byId.get(id(group, kind, namespace, name))?.summary.rows ?? [];
        expectPart(
          declaration,
          'sectionName',
          readText(at, 'sectionName'),
          rows.map(({ section }) => section),
        );
        expectPart(
          declaration,
          'port',
          readNumber(at, 'port'),
          rows.map(({ port }) => port),
        );
      }
    });

    it('selects pods that are there', () => {
      for (const { holder, declaration, at } of references.filter(
        ({ declaration }) => declaration.form === 'pod-selector',
      )) {
        const matching = resources.filter(
          ({ kind, namespace, value }) =>
            kind === 'Deployment' &&
            namespace === holder.namespace &&
            Object.entries(labelsOf(declaration, at)).every(
              ([key, label]) => readMap(value, 'spec', 'template', 'metadata', 'labels')[key] === label,
            ),
        );
        expect(matching.length, `${holder.kind} ${holder.name}`).toBe(1);
      }
    });

    it('grants every reference into another namespace that needs it, and has one such', () => {
      const far = references
        .filter(({ declaration }) => declaration.needsGrant === true)
        .map(({ holder, declaration, at }) => ({ holder, target: targetOf(holder, declaration, at) }))
        .filter(({ holder, target }) => target.namespace !== holder.namespace);
      expect(far.length).toBeGreaterThan(0);
      for (const { holder, target } of far)
        expect(isGranted(resources, holder, target), `${holder.name} to ${target.name}`).toBe(true);
    });

    it('routes end at a listener that takes them', () => {
      for (const { holder, at } of references.filter(({ declaration }) => declaration.name === 'parentRef')) {
        const gateway = resources.find(
          ({ kind, name }) => kind === 'Gateway' && name === readText(at, 'name'),
        );
        const listener = readList(gateway?.value, 'spec', 'listeners').find(
          (each) => readText(each, 'name') === readText(at, 'sectionName'),
        );
        const namespaces = readMap(listener, 'allowedRoutes', 'namespaces');
        const labels = byId.get(id('', 'Namespace', '', holder.namespace))?.value;
        const isTaken =
          readText(namespaces, 'from') === 'Selector'
            ? Object.entries(readMap(namespaces, 'selector', 'matchLabels')).every(
                ([key, label]) => readMap(labels, 'metadata', 'labels')[key] === label,
              )
            : holder.namespace === gateway?.namespace;
        expect(isTaken, holder.name).toBe(true);
        const host = readText(listener, 'hostname');
        const hosts = readList(holder.value, 'spec', 'hostnames');
        expect(host === undefined || hosts.length === 0 || hosts.includes(host), holder.name).toBe(true);
      }
    });
  },
);

function expectPart<T>(
  declaration: ObjectReference,
  part: 'sectionName' | 'port',
  asked: T | undefined,
  there: readonly (T | undefined)[],
) {
  if (asked !== undefined && declaration.has?.includes(part))
    expect(there, `${declaration.name} ${part}`).toContain(asked);
}

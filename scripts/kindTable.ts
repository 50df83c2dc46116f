/*
 * The table of kinds in the README, made from the registries so that it cannot lie: what a kind has in the palette, on its
 * card, as connections, form, documentation, checks and patterns. `npm run docs:kinds` writes it; a test holds it true.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { applyFileChanges } from '../src/core/actions/applyChange.ts';
import { runAction } from '../src/core/actions/registry.ts';
import { Analyser, analyse } from '../src/core/analyse.ts';
import { guardrails } from '../src/core/checks/guardrails/registry.ts';
import { fieldsBelow } from '../src/core/forms/fieldIndex.ts';
import { type FieldDeclaration, fieldsOfForm } from '../src/core/kinds/form.ts';
import { familyLabels, isClusterScoped, kinds } from '../src/core/kinds/registry.ts';
import type { KindDefinition } from '../src/core/kinds/types.ts';
import { mistakes } from '../src/core/mistakes/registry.ts';
import { patterns } from '../src/core/templates/registry.ts';
import { readFile } from '../src/core/workspace/fileReader.ts';
import { identify } from '../src/core/workspace/identify.ts';
import { readCatalogue } from './catalogue/loadPacks.ts';

const readme = new URL('../README.md', import.meta.url);
const fixtures = new URL('../src/core/checks/fixtures/guardrails/', import.meta.url);
const begin = '<!-- kinds: written by `npm run docs:kinds` -->';
const end = '<!-- /kinds -->';

const head = ['Kind', 'Palette', 'Card', 'Connect', 'Form', 'Docs', 'Checks', 'Patterns'];

/** The README with the table as it is now. Throws where the README has no place for it. */
export function withKindTable(text: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md needs the lines ${begin} and ${end}.`);
  return `${text.slice(0, from + begin.length)}\n\n${kindTable()}\n\n${text.slice(to)}`;
}

/** The table in Markdown. */
function kindTable(): string {
  const facts = gatherFacts();
  const rows = kinds.map((definition) => rowOf(definition, facts));
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((cells) => cells[column]?.length ?? 0)),
  );
  const lines = [head, widths.map((width) => '-'.repeat(width)), ...rows];
  // Padded as the formatter pads tables.
  return lines
    .map((cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
    .join('\n');
}

interface Facts {
  /** Guardrails that speak of a kind in their own fixtures, by `group/Kind`. */
  readonly guardrails: ReadonlyMap<string, ReadonlySet<string>>;
  /** Patterns that write a kind with their defaults, by `group/Kind`. */
  readonly patterns: ReadonlyMap<string, ReadonlySet<string>>;
  readonly catalogue: ReturnType<typeof readCatalogue>;
}

function gatherFacts(): Facts {
  const codes = new Set(guardrails.map(({ code }) => code));
  const spoken = new Map<string, Set<string>>();
  for (const file of readdirSync(fixtures)) {
    const { findings, resources } = analyse([
      { path: file, text: readFileSync(new URL(file, fixtures), 'utf8') },
    ]);
    for (const { code, resource } of findings) {
      const kind = resource === undefined ? undefined : resources.get(resource);
      if (kind !== undefined && codes.has(code)) note(spoken, kind, code);
    }
  }
  const written = new Map<string, Set<string>>();
  for (const { id } of patterns) for (const resource of resourcesOf(id)) note(written, resource, id);
  return { guardrails: spoken, patterns: written, catalogue: readCatalogue('experimental') };
}

function note(
  map: Map<string, Set<string>>,
  { group, kind }: { readonly group: string; readonly kind: string },
  item: string,
): void {
  const key = `${group}/${kind}`;
  map.set(key, (map.get(key) ?? new Set()).add(item));
}

/** What a pattern makes by itself. */
function resourcesOf(pattern: string) {
  const empty = new Analyser([]);
  const result = runAction('apply-pattern', empty, { pattern, answers: {}, roles: {} });
  if ('refused' in result) return [];
  const { files } = applyFileChanges(empty.files, result.files);
  const read = new Map([...files].map(([path, text]) => [path, readFile(text)]));
  return [...identify(read, isClusterScoped).resources.values()];
}

function rowOf(definition: KindDefinition, facts: Facts): readonly string[] {
  const { group, kind, family, references, form, docs, summarise, versions } = definition;
  const key = `${group}/${kind}`;
  const template = definition.template({ name: 'it', namespace: 'default', pick: () => undefined });
  const [made] = analyse([{ path: 'it.yaml', text: template }]).resources.values();
  const { rows, chips, subtitle } = summarise(made?.value ?? {});
  const card = [subtitle === undefined ? 0 : 1, rows.length, chips.length].reduce(
    (sum, count) => sum + count,
    0,
  );
  const incoming = kinds.filter((each) =>
    each.references.some(
      ({ to, byHand }) => byHand !== true && to.some((one) => one.group === group && one.kind === kind),
    ),
  ).length;
  const found = facts.catalogue.find(group, versions[0] ?? '', kind);
  const all = found.state === 'known' ? fieldsBelow(found.kind.shape).length : 0;
  const checks =
    (facts.guardrails.get(key)?.size ?? 0) +
    mistakes.filter((each) => each.kinds.some((one) => one.kind === kind && one.group === group)).length;
  return [
    kind,
    familyLabels[family],
    card === 0 ? 'name only' : plural(card, 'fact'),
    `${references.length} out, ${incoming} in`,
    `${plural(form.length, 'part')}, ${plural(countFields(fieldsOfForm(form)), 'field')} made to measure; ${all} in the schema`,
    `[${new URL(docs).hostname}](${docs})`,
    checks === 0 ? 'verdict' : `verdict + ${checks}`,
    String(facts.patterns.get(key)?.size ?? 0),
  ];
}

/** Every declared field, those in lists and members too. */
function countFields(fields: readonly FieldDeclaration[]): number {
  return fields.reduce((sum, field) => {
    if (field.type === 'list') return sum + 1 + countFields(field.fields);
    if (field.type !== 'choice') return sum + 1;
    return sum + 1 + field.members.reduce((inner, member) => inner + countFields(member.fields), 0);
  }, 0);
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(readme, withKindTable(readFileSync(readme, 'utf8')));
}

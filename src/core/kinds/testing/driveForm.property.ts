/*
 * The generic driver of forms: every declared field is set and unset, as the inspector does it, in a resource made from
 * the kind's template, with lists given an item and choices set to each of their members. Each change has to touch the
 * lines of its field alone, mean what was asked for and nothing else, and be structurally sound.
 */
import { expect } from 'vitest';
import { choosing } from '../../forms/chosenMember.ts';
import { nodeAt } from '../../schema/nodeAt.ts';
import type { LineRange } from '../../text/lineDiff.ts';
import { formatPath, type Path, pathStartsWith, patternSteps, samePath, valueAt } from '../../yaml/path.ts';
import type { Plain } from '../../yaml/types.ts';
import {
  type ChoiceFieldDeclaration,
  type ChoiceMember,
  type FieldDeclaration,
  fieldsOfForm,
} from '../form.ts';
import { exampleValues } from './exampleValues.ts';
import {
  act,
  attempt,
  expectWithin,
  linesOf,
  plainOf,
  ruleFaults,
  structuralFaults,
  type Trial,
} from './formTrial.property.ts';

/** Tries every field of the form of a kind, beginning with this text. What fails is added to the problems of the trial. */
export function driveForm(trial: Trial, text: string): void {
  drive(trial, { text, base: [], keep: undefined }, fieldsOfForm(trial.definition.form));
}

/** Where fields are driven: in a text, relative to a path. `keep`: the member that stays when its last field goes. */
interface Scene {
  readonly text: string;
  readonly base: Path;
  readonly keep: Path | undefined;
}

function drive(trial: Trial, scene: Scene, fields: readonly FieldDeclaration[]): void {
  for (const field of fields) {
    const path = [...scene.base, ...patternSteps(field.path)];
    if (field.type === 'choice') {
      driveChoice(trial, { ...scene, base: path }, field);
      continue;
    }
    attempt(trial, path, () => driveField(trial, scene, path, field));
    if (field.type !== 'list') continue;
    const text = attempt(trial, path, () => withItem(trial, scene.text, path, field.newItem([])));
    if (text !== undefined) drive(trial, { text, base: [...path, 0], keep: undefined }, field.fields);
  }
}

/** The text with an item in the list, put there unless there is one. */
function withItem(trial: Trial, text: string, path: Path, value: Plain): string {
  const items = valueAt(plainOf(text), path);
  if (Array.isArray(items) && items.length > 0) return text;
  const after = act(text, 'insert-item', { id: trial.id, path, index: 0, value }).text;
  expectRulesKept(trial, text, after, path, 'a new item');
  return after;
}

function driveChoice(trial: Trial, { text, base, keep }: Scene, choice: ChoiceFieldDeclaration): void {
  for (const member of choice.members) {
    const chosen = attempt(trial, base, () => chooseMember(trial, text, base, choice, member));
    const own = member.key === undefined || member.newValue === undefined ? keep : [...base, member.key];
    if (chosen !== undefined) drive(trial, { text: chosen, base, keep: own }, member.fields);
  }
  const { by, otherwise } = choice;
  if (otherwise === undefined || by === undefined) return;
  const args = { id: trial.id, path: [...base, by], value: 'something-else' };
  const other = attempt(trial, base, () => act(text, 'set-field', args).text);
  if (other !== undefined) drive(trial, { text: other, base, keep }, otherwise.fields);
}

/** The text with one member chosen, as the inspector asks for it. */
function chooseMember(
  trial: Trial,
  text: string,
  path: Path,
  choice: ChoiceFieldDeclaration,
  member: ChoiceMember,
): string {
  const asked = choosing(choice, member);
  const after = act(text, 'choose', { id: trial.id, path, ...asked }).text;
  const held = valueAt(plainOf(after), path) as Holder | undefined;
  const { beside = {} } = member;
  for (const other of asked.others) {
    if (other !== member.key && !Object.hasOwn(beside, other))
      expect(held?.[other], formatPath([...path, other])).toBeUndefined();
  }
  expect(held ?? {}).toMatchObject(beside);
  if (choice.by !== undefined && member.word !== undefined) expect(held?.[choice.by]).toBe(member.word);
  if (member.key !== undefined && asked.value !== undefined) {
    expect(held?.[member.key], formatPath([...path, member.key])).toBeDefined();
    expect(structuralFaults(trial, after, [...path, member.key]), 'faults').toEqual([]);
  }
  expectRulesKept(trial, text, after, path, member.label);
  return after;
}

/** No cross-field rule is broken at a path that was kept before. */
function expectRulesKept(trial: Trial, before: string, after: string, path: Path, what: string): void {
  if (trial.needsMore.test(`${trial.definition.kind} ${formatPath(path)}`)) return;
  const known = ruleFaults(trial, before, path);
  const broken = ruleFaults(trial, after, path).filter((each) => !known.includes(each));
  expect(broken.join(' '), what).toBe('');
}

function driveField(trial: Trial, { text, keep }: Scene, path: Path, field: FieldDeclaration): void {
  const { definition, kind, id } = trial;
  const node = nodeAt(kind, path);
  expect(node, 'what the schema says').toBeDefined();
  const reference = definition.references.find(
    (each) => 'reference' in field && each.name === field.reference,
  );
  const examples = exampleValues(field, node, reference);
  expect(examples.length, 'values that the schema takes').toBeGreaterThan(0);
  trial.driven++;
  const kept = keep !== undefined && pathStartsWith(path, keep) ? { keep } : {};
  const unset = { id, path, ...kept };
  const present = valueAt(plainOf(text), path);
  if (present === undefined) {
    const after = expectSet(trial, text, path, examples[0] ?? null);
    expect(act(after, 'set-field', unset).text, 'set and unset').toBe(text);
    return;
  }
  const other = examples.find((each) => JSON.stringify(each) !== JSON.stringify(present));
  if (other !== undefined) {
    const after = expectSet(trial, text, path, other);
    const back = act(after, 'set-field', { id, path, value: present as Plain }).text;
    expect(plainOf(back), 'set and set back').toEqual(plainOf(text));
  }
  // The item of a list goes by its own button.
  if (typeof path.at(-1) === 'number') return;
  const done = act(text, 'set-field', unset);
  expect(plainOf(done.text), 'unset').toEqual(without(plainOf(text), path, keep));
  expectWithin(done, linesThatGo(text, path, keep));
}

function expectSet(trial: Trial, text: string, path: Path, value: Plain): string {
  const isThere = valueAt(plainOf(text), path) !== undefined;
  const done = act(text, 'set-field', { id: trial.id, path, value });
  expect(plainOf(done.text), 'set').toEqual(withValue(plainOf(text), path, value));
  expectWithin(done, isThere ? linesOf(text, path) : roomFor(text, path));
  expect(structuralFaults(trial, done.text, path), 'faults').toEqual([]);
  return done.text;
}

type Holder = Record<string | number, unknown>;

/** Plain data with another value at a path, and the maps that lead there. */
function withValue(value: unknown, path: Path, to: Plain): unknown {
  const copy = structuredClone(value) as Holder;
  let at = copy;
  for (const step of path.slice(0, -1)) {
    at[step] ??= {};
    at = at[step] as Holder;
  }
  at[path.at(-1) ?? ''] = structuredClone(to);
  return copy;
}

/** Plain data without what is at a path, and without the maps below the top that it leaves empty. */
function without(value: unknown, path: Path, keep: Path | undefined): unknown {
  const copy = structuredClone(value) as Holder;
  let at = path;
  const stays = () =>
    typeof at.at(-1) === 'number' || at.length < 2 || (keep !== undefined && samePath(at, keep));
  do {
    const holder = valueAt(copy, at.slice(0, -1)) as Holder;
    delete holder[at.at(-1) ?? ''];
    at = at.slice(0, -1);
  } while (!stays() && isEmptyMap(valueAt(copy, at)));
  return copy;
}

function isEmptyMap(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
  );
}

/** Where setting an absent field may change a line: that of the empty map which it fills. */
function roomFor(text: string, path: Path): LineRange | undefined {
  for (let at = path.slice(0, -1); at.length > 0; at = at.slice(0, -1)) {
    const holder = valueAt(plainOf(text), at);
    if (holder !== undefined) return isEmptyMap(holder) ? linesOf(text, at) : undefined;
  }
  return undefined;
}

/**
 * The lines that go with a field: its own, those of the maps that it leaves empty, and the comments above. What stood
 * below the first key of an item comes up beside the dash, so its line is touched as well.
 */
function linesThatGo(text: string, path: Path, keep: Path | undefined): LineRange {
  const rest = without(plainOf(text), path, keep);
  let at = path;
  while (at.length > 2 && valueAt(rest, at.slice(0, -1)) === undefined) at = at.slice(0, -1);
  const holder = at.slice(0, -1);
  const isLast = isEmptyMap(valueAt(rest, holder));
  const { start, end } = linesOf(text, isLast ? holder : at);
  const lines = text.split('\n');
  let first = start;
  while (/^\s*#/.test(lines[first - 2] ?? '')) first--;
  const isBesideDash = /^\s*- /.test(lines[start - 1] ?? '');
  return { start: first, end: isBesideDash ? end + 1 : end };
}

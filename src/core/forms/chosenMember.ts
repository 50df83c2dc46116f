import type { ActionArgTable } from '../actions/args.ts';
import type { ChoiceFieldDeclaration, ChoiceMember } from '../kinds/form.ts';
import { asText, isMap } from '../kinds/reading.ts';

/** What is chosen of a one-of group. */
export interface Chosen {
  readonly member: ChoiceMember | undefined;
  /** What the naming field says, also when no member has that word. */
  readonly word: string | undefined;
  /** The keys of members that are set though only one may be; else empty or one. */
  readonly several: readonly string[];
}

/**
 * Reads the choice out of the map that holds its members. Where the naming field is not written, the member whose key is
 * there counts: its word is the default, or belongs to it.
 */
export function chosenMember({ by, members }: ChoiceFieldDeclaration, value: unknown): Chosen {
  const map = isMap(value) ? value : {};
  const keys = [...new Set(members.flatMap(({ key }) => key ?? []))].filter((key) => map[key] !== undefined);
  const [first] = keys;
  const ofKey = first === undefined ? undefined : members.find(({ key }) => key === first);
  if (by === undefined) return { member: ofKey, word: undefined, several: keys };
  const word = asText(map[by]);
  if (word === undefined) return { member: ofKey, word, several: [] };
  return { member: members.find((member) => member.word === word), word, several: [] };
}

/** Every key that belongs to the group: its members', and the one that names them. */
export function keysOf({ by, members, otherwise }: ChoiceFieldDeclaration): readonly string[] {
  const keys = [...members, ...(otherwise === undefined ? [] : [otherwise])].flatMap(({ key }) => key ?? []);
  return [...new Set([...keys, ...(by === undefined ? [] : [by])])];
}

/** The arguments of the action `choose` that choose a member, but for the resource and the path. */
export function choosing(
  field: ChoiceFieldDeclaration,
  { label, word, key, newValue, beside }: ChoiceMember,
): Omit<ActionArgTable['choose'], 'id' | 'path'> {
  const alsoBeside = field.members.flatMap((member) => Object.keys(member.beside ?? {}));
  const others = [...new Set([...keysOf(field), ...alsoBeside])].filter((each) => each !== field.by);
  // Members that share one key (the metadata of a trigger) replace its value; a key of its own is kept.
  const isShared = field.members.filter((member) => member.key === key).length > 1;
  return {
    label,
    ...(field.by === undefined ? {} : { by: field.by }),
    ...(word === undefined ? {} : { word }),
    ...(key === undefined ? {} : { key }),
    ...(newValue === undefined ? {} : { value: newValue() }),
    ...(beside === undefined ? {} : { beside }),
    others: isShared ? others : others.filter((each) => each !== key),
  };
}

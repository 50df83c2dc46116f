import { kindOf, kinds } from '../kinds/registry.ts';
import type { ReferenceDeclaration, ReferenceRole } from '../kinds/types.ts';
import type { GroupKind } from '../workspace/types.ts';
import { listWords, withArticle, withCapitalArticle } from './words.ts';

/** A declared reference that may run between two kinds, and which of the two would hold it. */
export interface Fit {
  readonly declaration: ReferenceDeclaration;
  readonly holder: 'from' | 'to';
}

/** What a role is called in a sentence: `can …`, and `HTTPRoute shop … Service cart`. */
export const roleWords: Readonly<Record<ReferenceRole, { readonly can: string; readonly does: string }>> = {
  'attaches-to': { can: 'attach to', does: 'attaches to' },
  'sends-to': { can: 'send to', does: 'sends to' },
  'mirrors-to': { can: 'mirror to', does: 'mirrors to' },
  governs: { can: 'target', does: 'targets' },
  uses: { can: 'use', does: 'uses' },
  makes: { can: 'make', does: 'makes' },
  'issued-by': { can: 'be issued by', does: 'is issued by' },
  scales: { can: 'scale', does: 'scales' },
  selects: { can: 'select', does: 'selects' },
  'configured-by': { can: 'be configured by', does: 'is configured by' },
};

const fits = new Map<string, readonly Fit[]>();
const misfits = new Map<string, string>();

/** What a gesture between two kinds can mean, the likeliest first. The kinds are fixed, so this is remembered. */
export function fitsBetween(from: GroupKind, to: GroupKind): readonly Fit[] {
  const key = `${from.group}/${from.kind} ${to.group}/${to.kind}`;
  let known = fits.get(key);
  if (known === undefined) {
    known = [
      ...declarationsTo(from, to).map((declaration): Fit => ({ declaration, holder: 'from' })),
      ...declarationsTo(to, from).map((declaration): Fit => ({ declaration, holder: 'to' })),
    ].filter(({ declaration }) => isDrawn(declaration));
    fits.set(key, known);
  }
  return known;
}

/** Why nothing can run between two kinds, in a sentence. */
export function explainMisfit(from: GroupKind, to: GroupKind): string {
  const key = `${from.group}/${from.kind} ${to.group}/${to.kind}`;
  let known = misfits.get(key);
  if (known === undefined) {
    known = describeMisfit(from, to);
    misfits.set(key, known);
  }
  return known;
}

function declarationsTo(holder: GroupKind, target: GroupKind): readonly ReferenceDeclaration[] {
  const references = kindOf(holder.group, holder.kind)?.references ?? [];
  return references.filter(({ to }) =>
    to.some((each) => each.group === target.group && each.kind === target.kind),
  );
}

function isDrawn(declaration: ReferenceDeclaration): boolean {
  return declaration.byHand !== true;
}

function describeMisfit(from: GroupKind, to: GroupKind): string {
  for (const [holder, target] of [[from, to] as const, [to, from] as const]) {
    const [byHand] = declarationsTo(holder, target);
    if (byHand !== undefined) {
      return `${withCapitalArticle(holder.kind)} refers to ${withArticle(target.kind)} in ${byHand.path}, which needs other fields around it. Write it in the YAML.`;
    }
  }
  const governs = (kind: GroupKind) =>
    kindOf(kind.group, kind.kind)?.references.some(({ role }) => role === 'governs') === true;
  const order = governs(to) && !governs(from) ? [to, from] : [from, to];
  for (const holder of order) {
    const clauses = abilities(holder);
    const other = holder === from ? to : from;
    if (clauses.length > 0) {
      return `${withCapitalArticle(holder.kind)} can ${listWords(clauses, 'and')}, not ${withArticle(other.kind)}.`;
    }
  }
  const users = usersOf(from);
  if (users.length > 0) {
    return `${withCapitalArticle(from.kind)} can be referred to by ${listWords(users.map(withArticle), 'or')}, not by ${withArticle(to.kind)}.`;
  }
  return `No field is known that connects ${withArticle(from.kind)} and ${withArticle(to.kind)}.`;
}

/** `target a Gateway or a ListenerSet`, one clause for each thing that a kind can do to others. */
function abilities(holder: GroupKind): readonly string[] {
  const targets = new Map<string, Set<string>>();
  const drawn = (kindOf(holder.group, holder.kind)?.references ?? []).filter(isDrawn);
  const governing = drawn.filter(({ role }) => role === 'governs');
  for (const declaration of governing.length > 0 ? governing : drawn) {
    const named = declaration.to.filter(({ kind }) => kind !== '*');
    if (named.length === 0) continue;
    const { can } = roleWords[declaration.role];
    const words = targets.get(can) ?? new Set();
    for (const { kind } of named) words.add(withArticle(kind));
    targets.set(can, words);
  }
  return [...targets].map(([can, words]) => `${can} ${listWords([...words], 'or')}`);
}

/** The kinds that can refer to a kind. */
function usersOf(target: GroupKind): readonly string[] {
  const users = kinds.filter((each) => declarationsTo(each, target).some(isDrawn));
  return [...new Set(users.map(({ kind }) => kind))];
}

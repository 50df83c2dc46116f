import { checkAnswers } from '../templates/checkAnswers.ts';
import { canBeNoted, madeWithComment } from '../templates/madeWith.ts';
import { patternOf } from '../templates/registry.ts';
import type { Pattern, PatternRole, PatternTarget } from '../templates/types.ts';
import type { ResourceId } from '../workspace/types.ts';
import type { ActionArgTable } from './args.ts';
import { Draft } from './draft.ts';
import { refuseNamespace } from './names.ts';
import { DraftDesk } from './patternDesk.ts';
import type { Action, ActionContext, Refusal } from './types.ts';
import { fullNameOf, listWords, withArticle } from './words.ts';

type Args = ActionArgTable['apply-pattern'];
type Roles = ReadonlyMap<PatternRole, ResourceId>;

/**
 * Writes a pattern into the workspace: what it is given is edited, what it lacks is made, in one change. A comment
 * says which pattern it was (`madeWith` reads it). Refuses answers that cannot be, naming the parameter; roles that
 * the pattern does not have or that a resource cannot fill; and what the pattern itself refuses.
 */
export const applyPattern: Action<'apply-pattern', Args> = {
  name: 'apply-pattern',
  run(context, args) {
    const pattern = patternOf(args.pattern);
    if (pattern === undefined) return { refused: `There is no pattern "${args.pattern}". Choose another.` };
    const checked = checkAnswers(pattern, args.answers);
    if ('refused' in checked) return checked;
    const roles = readRoles(pattern, args.roles, context);
    if ('refused' in roles) return roles;
    if (args.guide !== undefined && !canBeNoted(args.guide))
      return { refused: 'The answers of the guide cannot be written down. Open the guide again.' };
    const namespace = args.namespace ?? homeOf(roles, context);
    const refusal = refuseNamespace(namespace);
    if (refusal !== undefined) return refusal;
    const draft = new Draft(context);
    const desk = new DraftDesk(draft, namespace);
    const given = [...roles].map(([role, id]) => [role.id, desk.targetOf(id)] as const);
    pattern.write(desk, checked.answers, Object.fromEntries(given));
    desk.sign(
      madeWithComment({
        pattern: pattern.id,
        ...(args.guide === undefined ? {} : { guide: args.guide.id, answers: args.guide.answers }),
      }),
    );
    return draft.finish({ label: `Apply ${pattern.title}`, select: selected(desk) });
  },
};

/** The resource of each role that is given, or why one cannot be. */
function readRoles(pattern: Pattern, given: Args['roles'], { analysis }: ActionContext): Roles | Refusal {
  const unknown = Object.keys(given).find((id) => !pattern.roles.some((role) => role.id === id));
  if (unknown !== undefined)
    return { refused: `${pattern.title} has no place for "${unknown}". Leave it out.` };
  const roles = new Map<PatternRole, ResourceId>();
  for (const role of pattern.roles) {
    const id = given[role.id];
    const wanted = listWords(
      role.kinds.map(({ kind }) => withArticle(kind)),
      'or',
    );
    if (id === undefined) {
      if (role.needed === true) return { refused: `${role.label} is not chosen. Choose ${wanted} first.` };
      continue;
    }
    const resource = analysis.resources.get(id);
    if (resource === undefined)
      return {
        refused: `What was chosen as ${role.label} is not in the workspace any more. Choose ${wanted}.`,
      };
    if (!role.kinds.some(({ group, kind }) => group === resource.group && kind === resource.kind))
      return { refused: `${fullNameOf(resource)} cannot be ${role.label}. Choose ${wanted}.` };
    if (resource.stale !== undefined) {
      const { file } = resource.place;
      return {
        refused: `${fullNameOf(resource)} cannot be changed while ${file} does not parse. Mend that first.`,
      };
    }
    roles.set(role, id);
  }
  return roles;
}

/** New resources go to the namespace of the first role that lies in one. */
function homeOf(roles: Roles, { analysis }: ActionContext): string {
  for (const id of roles.values()) {
    const namespace = analysis.resources.get(id)?.namespace ?? '';
    if (namespace !== '') return namespace;
  }
  return 'default';
}

function selected({ main, edited }: DraftDesk): readonly ResourceId[] {
  const targets: readonly PatternTarget[] = main.length > 0 ? main : [...edited.values()];
  return targets.map(({ id }) => id);
}

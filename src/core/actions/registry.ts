/**
 * Everything a user can do to a workspace, one line each. An action is one file that exports an `Action`: pure,
 * from the analysis and the arguments to one `Change` (applied whole, one step of undo) or a refusal in words.
 * It writes through a `Draft`, so every byte outside its edits stays. A change without files means that
 * nothing was to be done.
 */
import { addGrant } from './addGrant.ts';
import { applyPattern } from './applyPattern.ts';
import type { ActionArgTable } from './args.ts';
import { arrange } from './arrange.ts';
import { authenticateTrigger } from './authenticateTrigger.ts';
import { choose } from './choose.ts';
import { clearFields } from './clearFields.ts';
import { connect } from './connect.ts';
import { create } from './create.ts';
import { deleteResources } from './deleteResources.ts';
import { disconnect } from './disconnect.ts';
import { duplicate } from './duplicate.ts';
import { fix } from './fix.ts';
import { fixAll } from './fixAll.ts';
import { importFiles } from './importFiles.ts';
import { inlineAlias } from './inlineAlias.ts';
import { insertItem } from './insertItem.ts';
import { moveItem } from './moveItem.ts';
import { paste } from './paste.ts';
import { removeItem } from './removeItem.ts';
import { rename } from './rename.ts';
import { renameKey } from './renameKey.ts';
import { revert } from './revert.ts';
import { setField } from './setField.ts';
import { setWeight } from './setWeight.ts';
import { setWeights } from './setWeights.ts';
import { suppressFinding, unsuppressFinding } from './suppressFinding.ts';
import { switchOffCheck, switchOnCheck } from './switchCheck.ts';
import type { Action, ActionContext, ActionResult } from './types.ts';

export type ActionName = keyof ActionArgTable;
export type ActionArgs<N extends ActionName> = ActionArgTable[N];

/** The action of each name; the compiler misses none. */
const byName: { readonly [N in ActionName]: Action<N, ActionArgs<N>> } = {
  create,
  connect,
  disconnect,
  'add-grant': addGrant,
  delete: deleteResources,
  rename,
  duplicate,
  paste,
  'set-weight': setWeight,
  'set-weights': setWeights,
  'set-field': setField,
  'insert-item': insertItem,
  'remove-item': removeItem,
  'move-item': moveItem,
  'rename-key': renameKey,
  'inline-alias': inlineAlias,
  choose,
  'clear-fields': clearFields,
  'authenticate-trigger': authenticateTrigger,
  fix,
  'fix-all': fixAll,
  suppress: suppressFinding,
  unsuppress: unsuppressFinding,
  'switch-off-check': switchOffCheck,
  'switch-on-check': switchOnCheck,
  import: importFiles,
  arrange,
  revert,
  'apply-pattern': applyPattern,
};

export const actions: readonly { readonly name: ActionName }[] = Object.values(byName);

/** What an action answers: a change to commit, or the reason why there is none. */
export function runAction<N extends ActionName>(
  name: N,
  context: ActionContext,
  args: ActionArgs<N>,
): ActionResult {
  return byName[name].run(context, args);
}

import { applyEdits } from '../text/textEdit.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { locate } from '../yaml/locate.ts';
import { parseYaml, type YamlTree } from '../yaml/parseYaml.ts';
import { formatPath, type Path, valueAt } from '../yaml/path.ts';
import { samePlain } from '../yaml/plainValue.ts';
import { scalarText } from '../yaml/scalarText.ts';
import type { EditResult } from '../yaml/types.ts';
import type { ActionArgTable } from './args.ts';
import { Draft } from './draft.ts';
import type { Action } from './types.ts';
import { nameOf } from './words.ts';

/** Renames a key of a map (a label); its place, value and comments stay. */
export const renameKey: Action<'rename-key', ActionArgTable['rename-key']> = {
  name: 'rename-key',
  run(context, { id, path, key, to }) {
    const draft = new Draft(context);
    const resource = draft.resource(id);
    if (resource === undefined) return draft.finish({ label: 'Rename a key' });
    const spot = draft.spotOf(resource);
    const label = `Rename ${key} to ${to} in ${formatPath(path)} of ${nameOf(resource)}`;
    if (key === to) return { label, files: [] };
    draft.edit(spot.document, (tree) => renameIn(tree, [...spot.path, ...path], key, to));
    return draft.finish({ label });
  },
};

/** The edits that rename one key of the map at `path`, or the reason why they cannot be made. */
export function renameIn(tree: YamlTree, path: Path, key: string, to: string): EditResult {
  const map = valueAt(tree.value, path);
  const range = locate(tree, [...path, key])?.key;
  if (!isRecord(map) || !Object.hasOwn(map, key) || range === undefined) {
    return { refused: `${formatPath(path)} has no key ${key}.` };
  }
  if (to === '') return { refused: 'A key needs a name.' };
  if (Object.hasOwn(map, to))
    return { refused: `${formatPath(path)} has a key ${to} already. Choose another name.` };
  const [quote] = tree.text.slice(range.start, range.end);
  const quotes = quote === '"' || quote === "'" ? quote : 'none';
  const edits = [{ ...range, text: scalarText(to, { isFlow: true, quote: quotes }) }];
  const after = parseYaml(applyEdits(tree.text, edits));
  const isRight = !after.isBroken && samePlain(after.value, withKey(tree.value, path, key, to));
  if (isRight) return { edits };
  return {
    refused: `${formatPath([...path, key])} is shared with other places, or written in a way that cannot be renamed here. Edit the text instead.`,
  };
}

/** The value with one key renamed. */
function withKey(value: unknown, path: Path, key: string, to: string): unknown {
  const [step, ...rest] = path;
  if (step !== undefined) {
    const inner = withKey(valueAt(value, [step]), rest, key, to);
    if (Array.isArray(value)) return value.with(Number(step), inner);
    return { ...(value as object), [step]: inner };
  }
  return Object.fromEntries(
    Object.entries(value as object).map(([each, held]) => [each === key ? to : each, held]),
  );
}

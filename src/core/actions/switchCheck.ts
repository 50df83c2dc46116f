import { isGuardrail, readSwitches, type Switch, switchComment } from '../checks/switchedOff.ts';
import { LineIndex } from '../text/lineIndex.ts';
import type { YamlTree } from '../yaml/parseYaml.ts';
import type { ActionArgTable } from './args.ts';
import { harmless } from './comments.ts';
import { Draft } from './draft.ts';
import type { Action, ActionContext } from './types.ts';

/** Writes the comment that switches a guardrail off for the whole workspace, at the top of a file. */
export const switchOffCheck: Action<'switch-off-check', ActionArgTable['switch-off-check']> = {
  name: 'switch-off-check',
  run(context, { code, reason, file }) {
    if (!isGuardrail(code))
      return { refused: `${code} is no guardrail; it cannot be switched off as a whole.` };
    if (reason.trim() === '') return { refused: 'Say why, for whoever reads the files later.' };
    const path = file ?? context.files.keys().next().value;
    if (path === undefined || !context.files.has(path))
      return { refused: 'There is no file to write the reason in.' };
    if (findSwitches(context, code).length > 0) return { refused: `${code} is switched off already.` };
    const draft = new Draft(context);
    const lineBreak = draft.lineBreak(path);
    draft.edit(draft.document(path, 0), (tree) => {
      const start = tree.text.startsWith('\uFEFF') ? 1 : 0;
      // Apart from what follows, so that it does not go with the first resource.
      const gap = readSwitches(tree.text).some(({ range }) => range.start === start) ? '' : lineBreak;
      return harmless(tree, { start, end: start, text: switchComment(code, reason) + lineBreak + gap });
    });
    return draft.finish({ label: `Switch off ${code} in this workspace` });
  },
};

/** Takes these comments away again. */
export const switchOnCheck: Action<'switch-on-check', ActionArgTable['switch-on-check']> = {
  name: 'switch-on-check',
  run(context, { code }) {
    const switches = findSwitches(context, code);
    if (switches.length === 0) return { refused: `${code} is not switched off.` };
    const draft = new Draft(context);
    for (const { file, document, range } of switches.toReversed())
      draft.edit(draft.document(file, document), (tree) => harmless(tree, lineAt(tree, range.start)));
    return draft.finish({ label: `Switch on ${code} again` });
  },
};

function findSwitches(context: ActionContext, code: string): readonly Switch[] {
  return context.analysis.files.flatMap(({ path, documents }) =>
    documents.flatMap((_, document) =>
      readSwitches(context.tree(path, document)?.text ?? '')
        .filter((each) => each.code === code)
        .map((each) => ({ ...each, file: path, document })),
    ),
  );
}

/** The whole line, and the blank line that keeps it apart at the top of a file. */
function lineAt({ text }: YamlTree, start: number) {
  const lines = new LineIndex(text);
  const { end } = lines.lineRange(lines.positionAt(start).line);
  const isTop = text.slice(0, start).replace('\uFEFF', '') === '';
  const blank = isTop ? (/^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0) : 0;
  return { start, end: end + blank, text: '' };
}

import type { languages } from 'monaco-editor/editor';
import { type AssistHost, askCore, fileOf, shownRange } from './askCore.ts';

/** Sets the indentation of a file right when the user asks for it; says which documents were left as they are. */
export function provideFormatting(host: AssistHost): languages.DocumentFormattingEditProvider {
  return {
    displayName: 'Traffic Studio',
    async provideDocumentFormattingEdits(model, _options, token) {
      const file = fileOf(host, model);
      const answer = file === undefined ? undefined : await askCore(host, { assist: 'format', file }, token);
      if (file === undefined || answer === undefined) return [];
      const { edits, refused } = answer;
      const [first] = refused;
      if (first !== undefined) {
        const others = refused.length === 1 ? '' : ` ${refused.length - 1} more were left as they are.`;
        host.studio.notify({
          tone: 'warning',
          text: `${first.document} was not formatted. ${first.reason}${others}`,
        });
      } else if (edits.length === 0) host.studio.announce('The file is well formatted already.');
      return edits.map((edit) => ({ range: shownRange(host, file, model, edit), text: edit.text }));
    },
  };
}

import type { editor, languages } from 'monaco-editor/editor';
import type { Proposal, ProposalType } from '../../../core/assist/types.ts';
import { type AssistHost, askCore, cursorOf, shownRange } from './askCore.ts';

/** Letters ask by themselves; these do as well. A space counts only behind a colon, a dash or a comma. */
const triggerCharacters = [':', ' ', '{', '[', ',', '"', "'"];

/** What could be written at the cursor. All of it is computed in the worker. */
export function provideCompletion(host: AssistHost): languages.CompletionItemProvider {
  return {
    triggerCharacters,
    async provideCompletionItems(model, position, { triggerCharacter }, token) {
      const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
      const cursor = cursorOf(host, model, position);
      if (cursor === undefined || !isAsked(triggerCharacter, before)) return { suggestions: [] };
      const answer = await askCore(host, { assist: 'completion', ...cursor }, token);
      if (answer === undefined) return { suggestions: [] };
      return {
        suggestions: answer.items.map((item, index) => suggestion(host, cursor.file, model, item, index)),
        incomplete: answer.isIncomplete,
      };
    },
  };
}

/** True unless the character that was typed begins nothing here. */
function isAsked(character: string | undefined, before: string): boolean {
  if (character === ' ') return /(?:[:,]|^\s*(?:- )*-) $/.test(before);
  // In a text like `http://x` a colon says nothing; behind a word it may be a key's.
  if (character === ':') return /^\s*(?:- )*[^\s"'{[#]+:$/.test(before);
  return true;
}

function suggestion(
  host: AssistHost,
  file: string,
  model: editor.ITextModel,
  item: Proposal,
  index: number,
): languages.CompletionItem {
  const { CompletionItemInsertTextRule, CompletionItemTag } = host.monaco.languages;
  const { detail, doc, edits, filter } = item;
  return {
    label: detail === undefined ? item.label : { label: item.label, description: detail },
    kind: kindOf(host, item.type),
    insertText: item.insert,
    // The core has indented the lines; Monaco would do it a second time. Only of plain texts Monaco sees that they
    // stand there already, so that Enter is a line end.
    insertTextRules: /[$\\]/.test(item.insert)
      ? CompletionItemInsertTextRule.InsertAsSnippet | CompletionItemInsertTextRule.KeepWhitespace
      : CompletionItemInsertTextRule.KeepWhitespace,
    range: shownRange(host, file, model, item.range),
    sortText: String(index).padStart(4, '0'),
    ...(doc === undefined ? {} : { documentation: { value: doc } }),
    ...(filter === undefined ? {} : { filterText: filter }),
    ...(item.isDeprecated === true ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(item.asksAgain === true ? { command: { id: 'editor.action.triggerSuggest', title: 'Choose' } } : {}),
    ...(edits === undefined
      ? {}
      : {
          additionalTextEdits: edits.map((edit) => ({
            range: shownRange(host, file, model, edit),
            text: edit.text,
          })),
        }),
  };
}

function kindOf({ monaco }: AssistHost, type: ProposalType): languages.CompletionItemKind {
  const { CompletionItemKind } = monaco.languages;
  const kinds: Readonly<Record<ProposalType, languages.CompletionItemKind>> = {
    field: CompletionItemKind.Field,
    value: CompletionItemKind.Value,
    choice: CompletionItemKind.EnumMember,
    reference: CompletionItemKind.Reference,
    kind: CompletionItemKind.Class,
    resource: CompletionItemKind.Module,
    item: CompletionItemKind.Snippet,
  };
  return kinds[type];
}

import type { IPosition, IRange, languages } from 'monaco-editor/editor';
import type { Proposal, ProposalType } from '../../../core/assist/types.ts';
import type { Range } from '../../../core/text/textEdit.ts';
import { type AssistHost, cursorOf, shownRange } from './askCore.ts';
import { askWhileTyping } from './askWhileTyping.ts';

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
      const answer = await askWhileTyping(host, cursor, token);
      if (answer === undefined) return { suggestions: [] };
      const { completion, typed } = answer;
      const place = (range: Range) =>
        withoutTyped(shownRange(host, cursor.file, model, range), position, typed.length);
      // What begins within the typed letters is another word than the one Monaco asked for.
      const items = completion.items.filter(({ range }) => typed === '' || range.start <= cursor.offset);
      return {
        suggestions: items.map((item, index) => suggestion(host, place, item, index)),
        incomplete: completion.isIncomplete,
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

/** A range as it was before so many letters were typed at a position: Monaco adds them itself. */
function withoutTyped(range: IRange, { lineNumber, column }: IPosition, count: number): IRange {
  if (count === 0) return range;
  const back = (line: number, at: number) =>
    line === lineNumber && at > column ? Math.max(column, at - count) : at;
  return {
    ...range,
    startColumn: back(range.startLineNumber, range.startColumn),
    endColumn: back(range.endLineNumber, range.endColumn),
  };
}

function suggestion(
  host: AssistHost,
  place: (range: Range) => IRange,
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
    range: place(item.range),
    sortText: String(index).padStart(4, '0'),
    ...(doc === undefined ? {} : { documentation: { value: doc } }),
    ...(filter === undefined ? {} : { filterText: filter }),
    ...(item.isDeprecated === true ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(item.asksAgain === true ? { command: { id: 'editor.action.triggerSuggest', title: 'Choose' } } : {}),
    ...(edits === undefined
      ? {}
      : {
          additionalTextEdits: edits.map((edit) => ({ range: place(edit), text: edit.text })),
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

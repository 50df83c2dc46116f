import type { CancellationToken, editor, IPosition, languages } from 'monaco-editor/editor';
import { describe, expect, it } from 'vitest';
import type { AssistRequest, Completion } from '../../../core/assist/types.ts';
import type { Studio } from '../../../state/types.ts';
import type { Monaco } from '../../kit/monaco/MonacoApi.ts';
import { TextMapping } from '../../kit/monaco/textMapping.ts';
import type { FileModels } from '../FileModels.ts';
import { provideCompletion } from './provideCompletion.ts';

const monaco = {
  Range: {
    fromPositions: (start: IPosition, end: IPosition) => ({
      startLineNumber: start.lineNumber,
      startColumn: start.column,
      endLineNumber: end.lineNumber,
      endColumn: end.column,
    }),
  },
  languages: {
    CompletionItemKind: { Field: 1 },
    CompletionItemInsertTextRule: { InsertAsSnippet: 4, KeepWhitespace: 1 },
    CompletionItemTag: { Deprecated: 1 },
  },
} as unknown as Monaco;
const field = { label: 'spec', type: 'field', insert: 'spec: $0', range: { start: 8, end: 10 } } as const;

interface Moment {
  version: number;
  /** The second line. */
  line: string;
}

/** One file of two lines that end with CRLF. What happens while an answer is under way is done by `meanwhile`. */
function setUp(line: string, answer: Completion, meanwhile?: (state: Moment, tries: number) => void) {
  const state: Moment = { version: 1, line };
  const asked: AssistRequest[] = [];
  const model = {
    getLineContent: () => line,
    getOffsetAt: ({ column }: { column: number }) => 5 + column - 1,
    getPositionAt: (offset: number) => ({ lineNumber: 2, column: offset - 4 }),
  } as unknown as editor.ITextModel;
  const models = {
    pathOf: (each: unknown) => (each === model ? 'a.yaml' : undefined),
    mappingOf: () => new TextMapping(`a: 1\r\n${state.line}`),
  } as unknown as FileModels;
  const studio = {
    workspace: { getState: () => state },
    assist: async (request: AssistRequest) => {
      asked.push(request);
      await Promise.resolve();
      meanwhile?.(state, asked.length);
      return answer;
    },
  } as unknown as Studio;
  const provider = provideCompletion({ monaco, studio, models });
  const ask = async (triggerCharacter?: string, of = model) => {
    const position = { lineNumber: 2, column: line.length + 1 } as never;
    const context = { triggerCharacter } as languages.CompletionContext;
    const token = { isCancellationRequested: false } as CancellationToken;
    return (await provider.provideCompletionItems(of, position, context, token)) as languages.CompletionList;
  };
  return { ask, asked };
}

describe('the provider of completions', () => {
  it('asks in offsets of the file and answers in positions of the model', async () => {
    const { ask, asked } = setUp('  sp', { items: [field], isIncomplete: true });
    const list = await ask();
    expect(asked).toEqual([{ assist: 'completion', file: 'a.yaml', offset: 10 }]);
    expect(list.incomplete).toBe(true);
    expect(list.suggestions[0]).toMatchObject({
      label: 'spec',
      range: { startLineNumber: 2, startColumn: 3, endLineNumber: 2, endColumn: 5 },
      insertTextRules: 5,
    });
  });

  it('lets Monaco see that a plain text stands there already', async () => {
    const plain = { ...field, insert: 'HTTPS' };
    const { ask } = setUp('  sp', { items: [plain], isIncomplete: false });
    expect((await ask()).suggestions[0]?.insertTextRules).toBe(1);
  });

  it('drops an answer for a text that has changed elsewhere meanwhile', async () => {
    const { ask } = setUp('  sp', { items: [field], isIncomplete: false }, (state) => {
      state.version++;
      state.line = ' sp';
    });
    expect((await ask()).suggestions).toEqual([]);
  });

  it('asks again for letters that came meanwhile, and answers as if they had not', async () => {
    const item = { ...field, range: { start: 8, end: 12 }, edits: [{ start: 12, end: 12, text: 'x' }] };
    const { ask, asked } = setUp('  sp', { items: [item], isIncomplete: false }, (state, tries) => {
      if (tries > 2) return;
      state.version++;
      state.line += tries === 1 ? 'e' : 'c';
    });
    const { suggestions } = await ask();
    expect(asked.map((each) => 'offset' in each && each.offset)).toEqual([10, 11, 12]);
    expect(suggestions[0]?.range).toEqual({
      startLineNumber: 2,
      startColumn: 3,
      endLineNumber: 2,
      endColumn: 5,
    });
    expect(suggestions[0]?.additionalTextEdits?.[0]?.range).toMatchObject({ startColumn: 5, endColumn: 5 });
  });

  it('gives no help to models that are not of the workspace', async () => {
    const { ask, asked } = setUp('  sp', { items: [field], isIncomplete: false });
    expect(
      (await ask(undefined, { ...({} as editor.ITextModel), getLineContent: () => '' })).suggestions,
    ).toEqual([]);
    expect(asked).toEqual([]);
  });

  it.each([
    ['  kind: ', ' ', true],
    ['  - ', ' ', true],
    ['  a: {b: 1, ', ' ', true],
    ['  ', ' ', false],
    ['  text: two ', ' ', false],
    ['  kind:', ':', true],
    ['  - kind:', ':', true],
    ['  url: http:', ':', false],
    ['  - {', '{', true],
  ])('%j typed with %j asks: %s', async (line, character, expected) => {
    const { ask, asked } = setUp(line, { items: [], isIncomplete: false });
    await ask(character);
    expect(asked.length > 0).toBe(expected);
  });
});

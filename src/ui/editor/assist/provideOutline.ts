import type { editor, languages } from 'monaco-editor/editor';
import type { OutlineItem, OutlineType } from '../../../core/assist/types.ts';
import { type AssistHost, askCore, fileOf, shownRange } from './askCore.ts';

/** What is in the file, for Go to symbol. */
export function provideOutline(host: AssistHost): languages.DocumentSymbolProvider {
  return {
    displayName: 'Resources and fields',
    async provideDocumentSymbols(model, token) {
      const file = fileOf(host, model);
      if (file === undefined) return [];
      const items = await askCore(host, { assist: 'outline', file }, token);
      return items?.map((item) => symbol(host, file, model, item)) ?? [];
    },
  };
}

function symbol(
  host: AssistHost,
  file: string,
  model: editor.ITextModel,
  item: OutlineItem,
): languages.DocumentSymbol {
  const { SymbolKind } = host.monaco.languages;
  const kinds: Readonly<Record<OutlineType, languages.SymbolKind>> = {
    document: SymbolKind.Module,
    map: SymbolKind.Object,
    list: SymbolKind.Array,
    item: SymbolKind.Field,
    value: SymbolKind.String,
  };
  return {
    name: item.name,
    detail: item.detail,
    kind: kinds[item.type],
    tags: [],
    range: shownRange(host, file, model, item.range),
    selectionRange: shownRange(host, file, model, item.selection),
    children: item.children.map((child) => symbol(host, file, model, child)),
  };
}

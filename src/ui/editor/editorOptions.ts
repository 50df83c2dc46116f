import type { editor } from 'monaco-editor/editor';

/** The looks and habits of the YAML editor. `isStill`: the user asked for reduced motion. */
export function editorOptions(isStill: boolean): editor.IStandaloneEditorConstructionOptions {
  return {
    model: null,
    automaticLayout: true,
    accessibilitySupport: 'on',
    fontFamily: "'JetBrains Mono Variable', ui-monospace, monospace",
    fontSize: 13,
    lineHeight: 20,
    fontLigatures: false,
    padding: { top: 6, bottom: 16 },
    minimap: { enabled: false },
    // By indentation: the outline would be asked for at every change.
    stickyScroll: {
      enabled: true,
      maxLineCount: 4,
      scrollWithEditor: false,
      defaultModel: 'indentationModel',
    },
    folding: true,
    foldingMaximumRegions: 20_000,
    bracketPairColorization: { enabled: false },
    guides: { indentation: true, highlightActiveIndentation: true, bracketPairs: false },
    glyphMargin: false,
    // Its dimmed number would be too faint to read.
    renderFinalNewline: 'on',
    lineNumbersMinChars: 4,
    lineDecorationsWidth: 12,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    scrollBeyondLastLine: false,
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
    smoothScrolling: !isStill,
    cursorBlinking: isStill ? 'solid' : 'blink',
    renderLineHighlight: 'all',
    renderLineHighlightOnlyWhenFocus: true,
    // Paste keeps what was copied: Monaco's full mode would indent it anew.
    autoIndent: 'advanced',
    wordBasedSuggestions: 'off',
    // Values are strings to the tokenizer.
    quickSuggestions: { other: 'on', strings: 'on', comments: 'off' },
    suggest: {
      showWords: false,
      insertMode: 'replace',
      localityBonus: false,
      snippetsPreventQuickSuggestions: false,
    },
    // Enter takes a proposal only when it changes something: else it is a line end.
    acceptSuggestionOnEnter: 'smart',
    acceptSuggestionOnCommitCharacter: false,
    definitionLinkOpensInPeek: false,
    gotoLocation: {
      multiple: 'peek',
      multipleReferences: 'peek',
      alternativeDefinitionCommand: 'editor.action.goToReferences',
    },
    // Spaces that are none and letters that cannot be seen break YAML; look-alike letters do not.
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true, nonBasicASCII: false },
    unusualLineTerminators: 'off',
    // The studio shows its own, in offerMenu.ts.
    contextmenu: false,
    colorDecorators: false,
    copyWithSyntaxHighlighting: false,
    dropIntoEditor: { enabled: false },
    links: false,
    fixedOverflowWidgets: true,
    occurrencesHighlight: 'singleFile',
    find: { addExtraSpaceOnTop: false, seedSearchStringFromSelection: 'selection' },
  };
}

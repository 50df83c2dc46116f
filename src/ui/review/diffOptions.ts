import type { editor } from 'monaco-editor/editor';

/** The looks of the diff view. `isStill`: the user asked for reduced motion. */
export function diffOptions(isStill: boolean): editor.IStandaloneDiffEditorConstructionOptions {
  return {
    automaticLayout: true,
    accessibilitySupport: 'on',
    readOnly: true,
    originalEditable: false,
    // Nothing can be typed here, so Tab moves on.
    tabFocusMode: true,
    // Monaco would choose by width itself, but not with accessibility support on: DiffSurface does.
    useInlineViewWhenSpaceIsLimited: false,
    hideUnchangedRegions: { enabled: true, contextLineCount: 3, minimumLineCount: 4, revealLineCount: 20 },
    renderGutterMenu: false,
    renderMarginRevertIcon: false,
    renderIndicators: true,
    renderOverviewRuler: false,
    ignoreTrimWhitespace: false,
    diffAlgorithm: 'advanced',
    fontFamily: "'JetBrains Mono Variable', ui-monospace, monospace",
    fontSize: 13,
    lineHeight: 20,
    fontLigatures: false,
    minimap: { enabled: false },
    stickyScroll: { enabled: false },
    // Holds the revert buttons.
    glyphMargin: true,
    folding: false,
    renderFinalNewline: 'on',
    lineNumbersMinChars: 4,
    lineDecorationsWidth: 12,
    overviewRulerLanes: 0,
    scrollBeyondLastLine: false,
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
    smoothScrolling: !isStill,
    renderLineHighlight: 'none',
    unusualLineTerminators: 'off',
    occurrencesHighlight: 'off',
    contextmenu: false,
    links: false,
    bracketPairColorization: { enabled: false },
    fixedOverflowWidgets: true,
  };
}

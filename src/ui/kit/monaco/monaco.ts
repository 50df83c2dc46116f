/**
 * Monaco, set up once for the studio: the editor core, the features that YAML work needs and nothing else, the
 * YAML language, one worker from our own origin. Import this module only lazily (`import()`): it is the one
 * large part of the app. Nothing here needs `eval` or blob workers, so a strict content policy holds.
 */
import * as monaco from 'monaco-editor/editor';
// Monaco's `features/suggest` brings the proposals without the list that shows them.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/codeEditor/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/diffEditor/register';
import 'monaco-editor/features/documentSymbols/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/format/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/gotoLine/register';
import 'monaco-editor/features/gotoSymbol/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/longLinesHelper/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/quickOutline/register';
import 'monaco-editor/features/referenceSearch/register';
import 'monaco-editor/features/rename/register';
import 'monaco-editor/features/smartSelect/register';
import 'monaco-editor/features/snippet/register';
import 'monaco-editor/features/stickyScroll/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/tokenization/register';
import 'monaco-editor/features/unicodeHighlighter/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
import { followTheme } from './followTheme.ts';
import { showSuggestionDetails } from './showSuggestionDetails.ts';
import { registerYaml } from './yamlLanguage.ts';

globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker() };

const { KeyCode, KeyMod } = monaco;

// Ctrl/Cmd-K opens the studio's command field, F1 and F6 are the window's: Monaco must let them pass.
monaco.editor.addKeybindingRules(
  [KeyMod.CtrlCmd | KeyCode.KeyK, KeyCode.F1, KeyCode.F6, KeyMod.Shift | KeyCode.F6].map((keybinding) => ({
    keybinding,
    command: null,
  })),
);

// On Linux Monaco formats with Ctrl-Shift-I, which opens the browser's tools; its hover is behind Ctrl-K.
monaco.editor.addKeybindingRules([
  {
    keybinding: KeyMod.Shift | KeyCode.F1,
    command: 'editor.action.showHover',
    when: 'editorTextFocus',
  },
  {
    keybinding: KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF,
    command: 'editor.action.formatDocument',
    when: 'editorTextFocus && !editorReadonly',
  },
]);

registerYaml(monaco);
followTheme(monaco);
showSuggestionDetails();

// Monaco measures its font once; measure again when the real one is there, or columns drift.
document.fonts.load('13px "JetBrains Mono Variable"').then(
  () => monaco.editor.remeasureFonts(),
  () => undefined,
);

export { monaco };

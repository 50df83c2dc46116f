import type { editor, Uri } from 'monaco-editor/editor';
import type { Monaco } from './MonacoApi.ts';
import { shownText } from './textMapping.ts';

/** A model that shows a file's text: LF line ends whatever the system, spaces for Tab, no colours for brackets. */
export function createYamlModel(monaco: Monaco, text: string, uri?: Uri): editor.ITextModel {
  const model = monaco.editor.createModel(shownText(text), 'yaml', uri);
  // A text without line ends would get those of the operating system.
  model.setEOL(monaco.editor.EndOfLineSequence.LF);
  model.detectIndentation(true, 2);
  model.updateOptions({
    insertSpaces: true,
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
  return model;
}

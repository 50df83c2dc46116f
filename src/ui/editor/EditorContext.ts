import type { editor } from 'monaco-editor/editor';
import type { Studio } from '../../state/types.ts';
import type { Monaco } from '../kit/monaco/MonacoApi.ts';
import type { FileModels } from './FileModels.ts';

/** What each habit of the editor works with. */
export interface EditorContext {
  readonly monaco: Monaco;
  readonly studio: Studio;
  readonly editor: editor.IStandaloneCodeEditor;
  readonly models: FileModels;
}

/** Undoes what a habit has set up. */
export type Release = () => void;

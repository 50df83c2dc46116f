import type { Studio } from '../../state/types.ts';
import { bindHistory } from '../kit/monaco/bindHistory.ts';
import type { Monaco } from '../kit/monaco/MonacoApi.ts';
import { registerAssist } from './assist/registerAssist.ts';
import type { EditorContext, Release } from './EditorContext.ts';
import { followDeeds } from './editorDeeds.ts';
import { editorOptions } from './editorOptions.ts';
import { fileModels } from './FileModels.ts';
import { followCursor } from './followCursor.ts';
import { followOpenFile } from './followOpenFile.ts';
import { followReveal } from './followReveal.ts';
import { followTrail } from './followTrail.ts';
import { keepSteady } from './keepSteady.ts';
import { markFindings } from './markFindings.ts';
import { markSelection } from './markSelection.ts';
import { offerFixes } from './offerFixes.ts';
import { type EditorMenu, offerMenu } from './offerMenu.ts';
import type { TrailStep } from './trailAt.ts';

interface EditorWiring {
  readonly monaco: Monaco;
  readonly studio: Studio;
  readonly onTrail: (trail: readonly TrailStep[]) => void;
  readonly onMenu: (menu: EditorMenu) => void;
}

/** Puts an editor into an element and binds it to the studio: one habit a file, each undone by its release. */
export function mountEditor(
  element: HTMLElement,
  { monaco, studio, onTrail, onMenu }: EditorWiring,
): Release {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const models = fileModels(monaco, studio);
  const editor = monaco.editor.create(element, editorOptions(isStill));
  const context: EditorContext = { monaco, studio, editor, models };
  const history = bindHistory(monaco, studio);
  // The shell moves the focus here when the user goes to the pane by key.
  element.querySelector('textarea, .native-edit-context')?.setAttribute('data-autofocus', '');
  const releases = [
    keepSteady(context),
    followOpenFile(context),
    followReveal(context, isStill),
    followDeeds(context),
    followCursor(context),
    followTrail(context, onTrail),
    offerMenu(context, onMenu),
    markFindings(context),
    markSelection(context),
    registerAssist(context),
    offerFixes(context),
  ];
  return () => {
    for (const release of releases) release();
    history.dispose();
    editor.dispose();
  };
}

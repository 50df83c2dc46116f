/**
 * Help from the core, for Monaco: each provider asks the worker, drops answers that come too late, and turns offsets
 * into positions. Nothing is computed here. Models that are not the workspace's get no help.
 */
import type { EditorContext, Release } from '../EditorContext.ts';
import type { AssistHost } from './askCore.ts';
import { openTargets } from './openTargets.ts';
import { provideCompletion } from './provideCompletion.ts';
import { provideFormatting } from './provideFormatting.ts';
import { provideHover } from './provideHover.ts';
import { provideOutline } from './provideOutline.ts';
import { provideRename } from './provideRename.ts';
import { provideDefinition, provideReferences } from './provideTargets.ts';

/** Registers every kind of help for YAML, until it is released. */
export function registerAssist({ monaco, studio, models }: EditorContext): Release {
  const host: AssistHost = { monaco, studio, models };
  const { languages, editor } = monaco;
  const registered = [
    languages.registerCompletionItemProvider('yaml', provideCompletion(host)),
    languages.registerHoverProvider('yaml', provideHover(host)),
    languages.registerDocumentSymbolProvider('yaml', provideOutline(host)),
    languages.registerDefinitionProvider('yaml', provideDefinition(host)),
    languages.registerReferenceProvider('yaml', provideReferences(host)),
    languages.registerRenameProvider('yaml', provideRename(host)),
    languages.registerDocumentFormattingEditProvider('yaml', provideFormatting(host)),
    editor.registerEditorOpener(openTargets(host)),
  ];
  return () => {
    for (const each of registered) each.dispose();
  };
}

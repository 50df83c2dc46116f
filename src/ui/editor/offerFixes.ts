import type { languages } from 'monaco-editor/editor';
import type { Finding } from '../../core/analysis.ts';
import type { Studio } from '../../state/types.ts';
import type { EditorContext, Release } from './EditorContext.ts';

const command = 'traffic-studio.show-finding';

/**
 * Offers the ways out of the findings under the cursor (Ctrl/Cmd-.). Choosing one shows what it would change, and only
 * then it is taken.
 */
export function offerFixes({ monaco, studio, models }: EditorContext): Release {
  const shows = monaco.editor.registerCommand(command, (_, key: string, repair?: number) => {
    const finding = listFindings(studio).find((each) => keyOf(each) === key);
    if (finding === undefined) return;
    const { code, place } = finding;
    studio.setView({
      dialog: { type: 'finding', finding: { code, place }, ...(repair === undefined ? {} : { repair }) },
    });
  });
  const provider = monaco.languages.registerCodeActionProvider('yaml', {
    provideCodeActions(model, _range, { markers }) {
      const path = models.pathOf(model);
      const isCurrent = studio.analysis.getState().version === studio.workspace.getState().version;
      if (path === undefined || !isCurrent) return { actions: [], dispose: () => undefined };
      const findings = listFindings(studio).filter(({ place }) => place.file === path);
      const actions = markers.flatMap((marker) => {
        const shown = { lineNumber: marker.startLineNumber, column: marker.startColumn };
        const start = models.mappingOf(path)?.toText(model.getOffsetAt(shown));
        const finding = findings.find((each) => each.code === marker.code && startOf(studio, each) === start);
        return finding === undefined ? [] : actionsFor(finding, marker);
      });
      return { actions, dispose: () => undefined };
    },
  });
  return () => {
    provider.dispose();
    shows.dispose();
  };
}

function actionsFor(
  finding: Finding,
  marker: languages.CodeActionContext['markers'][number],
): languages.CodeAction[] {
  const key = keyOf(finding);
  const fixes = (finding.repairs ?? []).map(({ label, isPreferred }, index) => ({
    title: `${label}…`,
    kind: 'quickfix',
    diagnostics: [marker],
    isPreferred: isPreferred === true && index === 0,
    command: { id: command, title: label, arguments: [key, index] },
  }));
  const explain = {
    title: `Explain or suppress…`,
    kind: 'quickfix',
    diagnostics: [marker],
    command: { id: command, title: 'Explain', arguments: [key] },
  };
  return [...fixes, explain];
}

function listFindings(studio: Studio): readonly Finding[] {
  return studio.analysis.getState().findings;
}

function keyOf({ code, place }: Finding): string {
  return `${code}|${place.file}|${place.document}|${place.path.join('\u0000')}`;
}

/** The offset in its file at which a finding begins. */
function startOf(studio: Studio, { place, range }: Finding): number | undefined {
  const file = studio.analysis.getState().files.find(({ path }) => path === place.file);
  const start = file?.documents[place.document]?.start;
  return start === undefined ? undefined : start + range.start;
}

import type { CancellationToken, editor, IPosition, IRange } from 'monaco-editor/editor';
import type {
  AssistName,
  AssistRequest,
  AssistResponse,
  Cursor,
  Target,
} from '../../../core/assist/types.ts';
import type { Range } from '../../../core/text/textEdit.ts';
import type { Studio } from '../../../state/types.ts';
import type { Monaco } from '../../kit/monaco/MonacoApi.ts';
import type { FileModels } from '../FileModels.ts';

/** What the providers of help work with. */
export interface AssistHost {
  readonly monaco: Monaco;
  readonly studio: Studio;
  readonly models: FileModels;
}

/** The file that a model shows; undefined for models that are not the workspace's (those of Changes). */
export function fileOf({ models }: AssistHost, model: editor.ITextModel): string | undefined {
  return models.pathOf(model);
}

/** The cursor in the file's own text; undefined for models that are not the workspace's. */
export function cursorOf(
  host: AssistHost,
  model: editor.ITextModel,
  position: IPosition,
): Cursor | undefined {
  const file = fileOf(host, model);
  const mapping = file === undefined ? undefined : host.models.mappingOf(file);
  if (file === undefined || mapping === undefined) return undefined;
  return { file, offset: mapping.toText(model.getOffsetAt(position)) };
}

/**
 * Asks the core. Undefined when the answer has come too late: it is not wanted any more, or the text has changed
 * meanwhile, so that its offsets would be wrong.
 */
export async function askCore<N extends AssistName>(
  { studio }: AssistHost,
  request: AssistRequest<N>,
  token: CancellationToken,
): Promise<AssistResponse<N> | undefined> {
  const { version } = studio.workspace.getState();
  const answer = await studio.assist(request);
  const isStale = token.isCancellationRequested || studio.workspace.getState().version !== version;
  return isStale ? undefined : answer;
}

/** A range of a file's text as Monaco counts, in the file's model. */
export function shownRange(host: AssistHost, file: string, model: editor.ITextModel, range: Range): IRange {
  const mapping = host.models.mappingOf(file);
  const at = (offset: number) => model.getPositionAt(mapping?.toShown(offset) ?? offset);
  return host.monaco.Range.fromPositions(at(range.start), at(range.end));
}

/** Places in files as Monaco has them. The model of a file that was not open is made for it. */
export function locationsOf(
  host: AssistHost,
  targets: readonly Target[],
): { uri: editor.ITextModel['uri']; range: IRange }[] {
  return targets.flatMap(({ file, range }) => {
    const model = host.models.modelOf(file);
    return model === undefined ? [] : [{ uri: model.uri, range: shownRange(host, file, model, range) }];
  });
}

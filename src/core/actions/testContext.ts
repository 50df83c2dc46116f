import type { AnalysedResource, Analysis } from '../analysis.ts';
import { linkReferences } from '../graph/linkReferences.ts';
import { isClusterScoped } from '../kinds/registry.ts';
import { summarise } from '../kinds/summarise.ts';
import { type LineRange, lineHunks } from '../text/lineDiff.ts';
import { readFile } from '../workspace/fileReader.ts';
import { identify } from '../workspace/identify.ts';
import type { ResourceId } from '../workspace/types.ts';
import { applyFileChanges } from './applyChange.ts';
import type { ActionArgTable } from './args.ts';
import { type ActionName, runAction } from './registry.ts';
import type { ActionContext, Change } from './types.ts';

/** For tests: what actions read, made from plain texts. The same stages as `analyse`, without the checks. */
export function testContext(
  texts: Readonly<Record<string, string>> | ReadonlyMap<string, string>,
): ActionContext {
  const files: ReadonlyMap<string, string> = texts instanceof Map ? texts : new Map(Object.entries(texts));
  const read = new Map([...files].map(([path, text]) => [path, readFile(text)]));
  const identified = identify(read, isClusterScoped);
  const resources = new Map<ResourceId, AnalysedResource>();
  for (const [id, resource] of identified.resources)
    resources.set(id, { ...resource, summary: summarise(resource) });
  const { edges, ghosts } = linkReferences(resources);
  const analysis: Analysis = {
    files: identified.files,
    resources,
    edges,
    ghosts,
    findings: [],
    suppressed: [],
  };
  return { analysis, files, tree: (file, document) => read.get(file)?.segments[document]?.parsed.tree };
}

/** For tests: the change of an action and the texts after it. Throws the reason of a refusal. */
export function perform<N extends ActionName>(
  texts: Readonly<Record<string, string>>,
  name: N,
  args: ActionArgTable[N],
): { readonly change: Change; readonly texts: Readonly<Record<string, string>> } {
  const context = testContext(texts);
  const result = runAction(name, context, args);
  if ('refused' in result) throw new Error(`refused: ${result.refused}`);
  const { files } = applyFileChanges(context.files, result.files);
  return { change: result, texts: Object.fromEntries(files) };
}

/** For tests: why an action is refused. Throws when it is not. */
export function refusalOf<N extends ActionName>(
  texts: Readonly<Record<string, string>>,
  name: N,
  args: ActionArgTable[N],
): string {
  const result = runAction(name, testContext(texts), args);
  if ('refused' in result) return result.refused;
  throw new Error(`not refused: ${result.label}`);
}

/** For tests: the lines that went and came, `- ` and `+ ` before them. */
export function changedLines(before: string, after: string): readonly string[] {
  const lines = (text: string, { start, end }: LineRange) => text.split(/(?<=\n)/).slice(start - 1, end - 1);
  return lineHunks(before, after).flatMap(({ was, now }) => [
    ...lines(before, was).map((line) => `- ${line.replace(/\r?\n$/, '')}`),
    ...lines(after, now).map((line) => `+ ${line.replace(/\r?\n$/, '')}`),
  ]);
}

/** For tests: the lines an action changes in the only file. */
export function linesChangedBy<N extends ActionName>(
  text: string,
  name: N,
  args: ActionArgTable[N],
): readonly string[] {
  const { texts } = perform({ 'a.yaml': text }, name, args);
  return changedLines(text, texts['a.yaml'] ?? '');
}

/** For tests: an id from its text, `/Service/shop/cart`. */
export function id(text: string): ResourceId {
  return text as ResourceId;
}

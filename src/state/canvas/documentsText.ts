import type { Analysis } from '../../core/analysis.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import { renderYaml } from '../../core/yaml/scalars.ts';
import type { Plain } from '../../core/yaml/types.ts';

/**
 * The YAML of some resources, in the order of the text, exactly as it is written. An item of a `kind: List`
 * has no document of its own and is written out from its value.
 */
export function documentsText(
  analysis: Pick<Analysis, 'resources' | 'files'>,
  files: ReadonlyMap<string, string>,
  ids: readonly ResourceId[],
): string {
  const wanted = new Set(ids);
  const texts: string[] = [];
  for (const [id, resource] of analysis.resources) {
    if (!wanted.has(id)) continue;
    const { file, document, path } = resource.place;
    const outline = analysis.files.find((each) => each.path === file)?.documents[document];
    const isWhole = path.length === 0 && outline !== undefined;
    texts.push(
      isWhole
        ? (files.get(file) ?? '').slice(outline.start, outline.end)
        : renderYaml(resource.value as Plain),
    );
  }
  return texts.map(trimmed).join('---\n');
}

/** Without the marks around a document, and with one line end behind it. */
function trimmed(text: string): string {
  return `${text.replace(/^\uFEFF?(---[^\S\n]*\r?\n)?/, '').replace(/\s*$/, '')}\n`;
}

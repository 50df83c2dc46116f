import { count } from '../actions/words.ts';
import { type ParsedDocument, readDocument } from '../workspace/readDocument.ts';
import { splitDocuments } from '../workspace/splitDocuments.ts';
import type { SourceFile } from '../workspace/types.ts';
import type { ImportedFile, KindCount } from './types.ts';

/** Helm and other Go templates: an action that opens with a field, a variable, a function or a trim mark. */
const templateMark =
  /\{\{-?\s*(?:[.$/]|(?:if|else|end|range|with|define|include|template|block|toYaml|tpl)\b)/;

const definitionKind = 'CustomResourceDefinition';
const definitionNote =
  'It describes kinds: resources of these kinds are judged by it from now on. It is kept beside the files.';

/** What a file holds, as the import report says it. */
export function describeFile(file: SourceFile, notes: readonly string[], exists: boolean): ImportedFile {
  const documents = splitDocuments(file.text)
    .map((range) => readDocument(file.text.slice(range.start, range.end)))
    .filter((document) => document.state !== 'empty');
  const broken = documents.filter(({ state }) => state === 'broken').length;
  const foreign = documents.filter(({ state }) => state === 'foreign').length;
  const sound = documents.filter(({ state }) => state !== 'broken');
  const kinds = countKinds(sound);
  const isDefinition =
    kinds.length === 1 &&
    kinds[0]?.kind === definitionKind &&
    sound.length === documents.length &&
    foreign === 0;
  return {
    path: file.path,
    documents: documents.length,
    resources: kinds.reduce((sum, each) => sum + each.count, 0),
    kinds,
    broken,
    foreign,
    exists: exists && !isDefinition,
    isDefinition,
    notes: [
      ...notes,
      ...(isDefinition ? [definitionNote] : contentNotes(file, documents.length, broken, foreign)),
    ],
  };
}

function countKinds(documents: readonly ParsedDocument[]): readonly KindCount[] {
  const counts = new Map<string, KindCount>();
  for (const { group, kind } of documents.flatMap(({ bodies }) => bodies)) {
    const key = `${group}/${kind}`;
    counts.set(key, { group, kind, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}

function contentNotes(
  file: SourceFile,
  documents: number,
  broken: number,
  foreign: number,
): readonly string[] {
  if (documents === 0) return ['It has no content but comments.'];
  if (/(^|\/)kustomization(\.ya?ml)?$/i.test(file.path)) {
    return ['It is a kustomization: loaded as a plain document, not built.'];
  }
  const notes: string[] = [];
  if (broken > 0 && templateMark.test(file.text)) {
    notes.push(
      'It is templated and does not parse until it is rendered (helm template). It is loaded as it is.',
    );
  } else if (broken > 0) {
    notes.push(
      `${count(broken, 'document')} ${broken === 1 ? 'does' : 'do'} not parse; loaded as ${broken === 1 ? 'it is' : 'they are'}.`,
    );
  }
  if (foreign > 0) {
    notes.push(
      `${count(foreign, 'document')} ${foreign === 1 ? 'is' : 'are'} no Kubernetes resource; kept as ${foreign === 1 ? 'it is' : 'they are'}.`,
    );
  }
  return notes;
}

import { LineIndex } from '../text/lineIndex.ts';
import { type ResourceBody, readDocument } from '../workspace/readDocument.ts';
import { splitDocuments } from '../workspace/splitDocuments.ts';
import { renderYaml } from '../yaml/scalars.ts';
import type { Plain } from '../yaml/types.ts';
import { hasOwnMark } from './draftFile.ts';
import type { Refusal } from './types.ts';

/** A document of the clipboard that holds resources. */
export interface PastedDocument {
  /** Without a `---` line of its own where that says nothing more. */
  readonly text: string;
  readonly bodies: readonly ResourceBody[];
}

/** The resources of a pasted text: YAML as it is, JSON turned into YAML. Refuses a text that does not parse or holds none. */
export function readPasted(text: string): readonly PastedDocument[] | Refusal {
  const whole = yamlOf(text.startsWith('\uFEFF') ? text.slice(1) : text);
  const documents: PastedDocument[] = [];
  for (const { start, end } of splitDocuments(whole)) {
    const own = whole.slice(start, end);
    const document = readDocument(own);
    if (document.state === 'broken') {
      const problem = document.tree.problems.find((each) => each.fatal);
      const line = new LineIndex(whole).positionAt(start + (problem?.start ?? 0)).line;
      return {
        refused: `The pasted text does not parse at line ${line}: ${problem?.message ?? 'it is not YAML.'}`,
      };
    }
    if (document.bodies.length > 0) documents.push({ text: withoutMark(own), bodies: document.bodies });
  }
  if (documents.length > 0) return documents;
  return {
    refused:
      'The pasted text holds no Kubernetes resource. A resource needs apiVersion, kind and metadata.name.',
  };
}

/** JSON as block YAML; every other text as it is. */
function yamlOf(text: string): string {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    const values = Array.isArray(value) ? value : [value];
    return values.map((each) => renderYaml(each as Plain)).join('---\n');
  } catch {
    return text;
  }
}

/** A document without a bare `---` line at its top. */
export function withoutMark(text: string): string {
  return hasOwnMark(text) ? text.replace(/^\uFEFF?---[ \t]*\r?\n/, '') : text;
}

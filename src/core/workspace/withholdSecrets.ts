/**
 * Takes the values out of Secrets, so that a text can be stored or shared. Documents that parse lose exactly
 * the values below `data` and `stringData` (and the copies of them that `kubectl apply` leaves in an
 * annotation); every other byte stays. Documents that look like a Secret and do not parse, or that cannot be
 * dealt with exactly, lose every value that is not known to be harmless. When in doubt it withholds.
 */
import { parseYaml, type YamlTree } from '../yaml/parseYaml.ts';
import { secretKind, secretPaths } from './secretPaths.ts';
import { splitDocuments } from './splitDocuments.ts';
import { type Withheld, withholdComments, withholdLines } from './withholdLines.ts';
import { withholdPaths } from './withholdPaths.ts';

export { type Withheld, withheldPlaceholder } from './withholdLines.ts';

/** Texts without any of these hold no Secret. Escapes could hide the word: `"\x53ecret"`. */
const suspicion = /secr|stringData|\\[xuU\r\n]/i;
const valueWord = /(?<!meta)data|last-applied|\\[xuU\r\n]/i;
const rootSecret = /^["']?kind["']?\s*:\s*["']?\w*secr|\{[^\n]*kind["']?\s*:\s*["']?secr/im;
const dataKey = /(?<![A-Za-z])(?:data|stringData)["']?\s*:/;

/** Replaces every value of every Secret by `<withheld>`. Cheap for texts that do not speak of Secrets. */
export function withholdSecrets(text: string): Withheld {
  if (!suspicion.test(text)) return { text, withheld: 0 };
  const documents = splitDocuments(text).map(({ start, end }) => text.slice(start, end));
  const roles = findRoles(documents);
  let withheld = 0;
  const texts = documents.map((document, i) => {
    const role = roles[i];
    if (role === undefined && !mayHoldValues(document)) return document;
    const result = role === 'piece' ? withholdLines(document) : remember(document);
    withheld += result.withheld;
    return result.text;
  });
  return { text: texts.join(''), withheld };
}

/** False for what speaks of Secrets at most, as a Gateway does that refers to one. */
function mayHoldValues(document: string): boolean {
  if (!suspicion.test(document)) return false;
  return valueWord.test(document) || rootSecret.test(document) || !/^["']?kind["']?\s*:/m.test(document);
}

/** Results for documents: a workspace is asked again and again while only one of them changes. */
const known = new Map<string, Withheld>();
const mostKnown = 5000;

function remember(document: string): Withheld {
  const result = known.get(document) ?? withholdDocument(document);
  known.delete(document);
  known.set(document, result);
  const [oldest] = known.size > mostKnown ? known.keys() : [];
  if (oldest !== undefined) known.delete(oldest);
  return result;
}

/** True when `withholdSecrets` would take something out. */
export function hasSecretValues(text: string): boolean {
  return withholdSecrets(text).withheld > 0;
}

/**
 * A `---` typed into a Secret cuts it: the pieces without a kind next to the one that has it are Secret too,
 * and what stands beside those and has values is looked at.
 */
function findRoles(documents: readonly string[]): readonly ('piece' | 'beside' | undefined)[] {
  const areSecrets = documents.map((document) => secretKind.test(document));
  const arePieces = documents.map((document, i) => areSecrets[i] !== true && isPieceLike(document));
  const areParts = [...areSecrets];
  for (let i = 1; i < areParts.length; i++) areParts[i] ||= arePieces[i] === true && areParts[i - 1] === true;
  for (let i = areParts.length - 2; i >= 0; i--)
    areParts[i] ||= arePieces[i] === true && areParts[i + 1] === true;
  return documents.map((document, i) => {
    if (arePieces[i] === true && areParts[i] === true) return 'piece';
    const isBeside = areParts[i - 1] === true || areParts[i + 1] === true;
    return isBeside && dataKey.test(document) ? 'beside' : undefined;
  });
}

/** Neither a resource nor a part of one that has no values. */
function isPieceLike(document: string): boolean {
  if (/^\s*(?:[-{]\s*)?["']?kind["']?\s*:/m.test(document)) return false;
  return dataKey.test(document) || !/^\s*(?:[-{]\s*)?["']?apiVersion["']?\s*:/m.test(document);
}

function withholdDocument(document: string): Withheld {
  const tree = parseYaml(document);
  if (tree.isEmpty) return { text: document, withheld: 0 };
  if (tree.isBroken || isAmbiguous(tree)) {
    return looksSecret(document) ? withholdLines(document) : { text: document, withheld: 0 };
  }
  const paths = secretPaths(tree.value);
  if (paths.length === 0) return { text: document, withheld: 0 };
  const values = withholdPaths(tree, paths);
  if (values === undefined) return withholdLines(document);
  const comments = withholdComments(values.text);
  return { text: comments.text, withheld: values.withheld + comments.withheld };
}

/** Equal keys hide values from us: only the last of them can be seen. */
function isAmbiguous(tree: YamlTree): boolean {
  return tree.problems.some(({ code }) => code === 'duplicate-key') && looksSecret(tree.text);
}

/** What a text that does not parse seems to be, by the kinds at its left edge. */
function looksSecret(document: string): boolean {
  const kinds = [...document.matchAll(/^\uFEFF?["']?kind["']?\s*:?\s*["']?([\w.-]*)/gm)].map(
    ([, kind = '']) => kind,
  );
  if (kinds.length === 0) return secretKind.test(document) || dataKey.test(document);
  if (kinds.some((kind) => /secr/i.test(kind) || kind.endsWith('List'))) return true;
  return /\bstringData\b/.test(document) || (secretKind.test(document) && dataKey.test(document));
}

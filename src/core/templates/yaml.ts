import { renderScalar } from '../yaml/scalars.ts';

/** Lines of YAML with their comments, as a person would write them; made by the tag `yaml`. */
export class Yaml {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  /** True when there is nothing in it. */
  get isEmpty(): boolean {
    return this.lines.length === 0;
  }
}

/** What may stand in a placeholder. `undefined` and `false` take their line away. */
export type YamlPart = string | number | boolean | undefined | Yaml;

/**
 * YAML as a template literal: `` yaml`hostname: ${hostname}` ``. The indentation that all lines share goes. A text, a
 * number or a boolean becomes one scalar, quoted where a reader would take it for something else, so an answer can
 * never break the document. Other YAML keeps its lines and stands at the column of its placeholder; where that is empty
 * (or `undefined` or `false`) the line goes. In a comment, texts stand as they are.
 * A placeholder that is only a part of a scalar is a mistake in the pattern and throws.
 */
export function yaml(strings: TemplateStringsArray, ...parts: readonly YamlPart[]): Yaml {
  const lines: string[] = [];
  for (const line of placeholderLines(strings)) {
    const filled = fillLine(line, parts);
    if (filled !== undefined) lines.push(...filled);
  }
  return new Yaml(lines);
}

/** The parts one below the other. */
export function together(...parts: readonly (Yaml | undefined | false)[]): Yaml {
  return new Yaml(parts.flatMap((part) => (part instanceof Yaml ? part.lines : [])));
}

/** A list of scalars, an item a line. */
export function listOf(items: readonly (string | number)[]): Yaml {
  return new Yaml(items.map((each) => `- ${renderScalar(each)}`));
}

/** A key with a list of scalars below it; nothing at all where there are none. */
export function listUnder(key: string, items: readonly (string | number)[]): Yaml {
  if (items.length === 0) return new Yaml([]);
  return yaml`
    ${key}:
      ${listOf(items)}
  `;
}

/** Each line of a text as it is, for a block scalar: `` yaml`script: |\n  ${linesOf(script)}` ``. */
export function linesOf(text: string): Yaml {
  return new Yaml(text.replace(/\n$/, '').split('\n'));
}

/** A line of the template; the parts stand between its pieces. */
interface TemplateLine {
  readonly pieces: readonly string[];
  /** Index of the part behind the first piece. */
  readonly first: number;
}

function placeholderLines(strings: TemplateStringsArray): readonly TemplateLine[] {
  const lines: { pieces: string[]; first: number }[] = [{ pieces: [''], first: 0 }];
  for (const [index, string] of strings.entries()) {
    for (const [number, text] of string.split('\n').entries()) {
      const last = lines.at(-1);
      if (number > 0) lines.push({ pieces: [text], first: index });
      else if (index === 0) lines[0] = { pieces: [text], first: 0 };
      else last?.pieces.push(text);
    }
  }
  const isBlank = ({ pieces }: TemplateLine) => pieces.length === 1 && pieces[0]?.trim() === '';
  const first = lines[0];
  if (first !== undefined && lines.length > 1 && isBlank(first)) lines.shift();
  const last = lines.at(-1);
  if (last !== undefined && isBlank(last)) lines.pop();
  const shared = Math.min(...lines.filter((line) => !isBlank(line)).map(indentOf));
  return lines.map(({ pieces: [head = '', ...rest], first: at }) => ({
    pieces: [head.slice(shared), ...rest],
    first: at,
  }));
}

function indentOf({ pieces: [head = ''] }: TemplateLine): number {
  return head.length - head.trimStart().length;
}

/** The line with its parts; undefined where it goes. */
function fillLine(
  { pieces, first }: TemplateLine,
  parts: readonly YamlPart[],
): readonly string[] | undefined {
  const [head = '', ...rest] = pieces;
  if (rest.length === 0) return [head.trimEnd()];
  const part = parts[first];
  const isAlone = rest.length === 1 && rest[0] === '' && /^ *(?:- )*$/.test(head);
  if (part instanceof Yaml || part === undefined || part === false) {
    if (part === false && !isAlone) return [joinScalars(head, rest, parts.slice(first))];
    if (!isAlone) throw new Error(`Lines of YAML stand alone in their line, not in "${pieces.join('…')}".`);
    return part instanceof Yaml && !part.isEmpty ? placeAt(head, part) : undefined;
  }
  return [joinScalars(head, rest, parts.slice(first))];
}

/** Comments at the top of an item stand above its dash. */
function placeAt(head: string, { lines }: Yaml): readonly string[] {
  const space = ' '.repeat(head.length);
  const outer = /^ */.exec(head)?.[0] ?? '';
  const first = lines.findIndex((line) => !line.trimStart().startsWith('#'));
  return lines.map((line, index) => {
    if (index < first) return outer + line;
    if (index === first) return head + line;
    return line === '' ? '' : space + line;
  });
}

function joinScalars(head: string, rest: readonly string[], parts: readonly YamlPart[]): string {
  let text = head;
  for (const [index, piece] of rest.entries()) {
    const part = parts[index];
    if (part instanceof Yaml || part === undefined)
      throw new Error(`Only a scalar may stand within the line "${head}…${piece}".`);
    if (/^\s*#/.test(head)) text += String(part).replace(/\s+/g, ' ');
    else if (/(?:^|[\s[{])$/.test(text) && /^(?:$|[\s,\]}:])/.test(piece)) text += renderScalar(part);
    else throw new Error(`A placeholder holds a whole scalar, not a part of one: "${head}…${piece}".`);
    text += piece;
  }
  return text;
}

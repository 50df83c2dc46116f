/**
 * Building blocks of templates. A template is lines of YAML as a person would write them, comments included;
 * nothing here parses or re-renders what a kind file says. Names go through `scalar`, which quotes them where a
 * YAML reader would take them for something else.
 */

import { renderScalar } from '../../yaml/scalars.ts';
import type { TemplateContext } from '../types.ts';

export type Lines = readonly string[];

/** A whole document: apiVersion, kind, metadata, then the lines of the body; ends with a line end. */
export function manifest(
  context: Pick<TemplateContext, 'name' | 'namespace'>,
  type: { readonly apiVersion: string; readonly kind: string },
  body: Lines,
): string {
  const head = [
    `apiVersion: ${type.apiVersion}`,
    `kind: ${type.kind}`,
    'metadata:',
    `  name: ${scalar(context.name)}`,
    ...(context.namespace === '' ? [] : [`  namespace: ${scalar(context.namespace)}`]),
  ];
  return `${[...head, ...body].join('\n')}\n`;
}

/** A name or text as one YAML scalar, quoted where needed. */
export function scalar(text: string): string {
  return renderScalar(text);
}

/** The lines, each further in. Empty lines stay empty. */
export function indent(by: number, lines: Lines): Lines {
  const space = ' '.repeat(by);
  return lines.map((line) => (line === '' ? line : space + line));
}

/** The lines as one item of a list: a dash before the first, the rest below its first word. */
export function item(lines: Lines): Lines {
  const [first = '', ...rest] = lines;
  return [`- ${first}`, ...indent(2, rest)];
}

import { type CST, Parser } from 'yaml';

/** Every comment as it is written, in the order of the text. */
export function commentsOf(text: string): readonly string[] {
  const comments: string[] = [];
  for (const token of new Parser().parse(text.startsWith('\ufeff') ? `\n${text.slice(1)}` : text))
    collect(token, comments);
  return comments;
}

function collect(part: unknown, into: string[]): void {
  if (Array.isArray(part)) for (const each of part) collect(each, into);
  else if (typeof part === 'object' && part !== null) {
    if (isComment(part)) into.push(part.source);
    for (const value of Object.values(part)) if (typeof value === 'object') collect(value, into);
  }
}

function isComment(part: object): part is CST.SourceToken {
  return 'type' in part && part.type === 'comment' && 'source' in part;
}

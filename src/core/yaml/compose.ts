import { Composer, type CST, type Document, Lexer, Parser } from 'yaml';
import type { Range } from '../text/textEdit.ts';

/** Collections nested deeper than this are refused: a guard for every recursive reader that follows. */
export const MAX_DEPTH = 500;

/** More complaints than this say nothing new, and a hostile text can cause one with each character. */
const MOST_COMPLAINTS = 1000;

/** An error or warning of the library, as it tells it. */
export interface Complaint extends Range {
  readonly code: string;
  readonly message: string;
  readonly isWarning: boolean;
}

/** One document as the library reads it. */
export interface Composed {
  readonly document: Document.Parsed | undefined;
  readonly start: readonly CST.SourceToken[];
  readonly complaints: readonly Complaint[];
  /** Where nesting went beyond MAX_DEPTH; nothing else is known then. */
  readonly tooDeep?: Range;
  /** Where a second document begins, when there is one. */
  readonly secondDocument?: Range;
}

/** Reads one document text. Never throws. */
export function compose(text: string): Composed {
  const complaints: Complaint[] = [];
  const composer = makeComposer(complaints);
  const documents: Document.Parsed[] = [];
  const heads: CST.Document[] = [];
  try {
    for (const token of tokensOf(text)) {
      if (token.type === 'document') heads.push(token);
      if (heads.length > 1) break;
      if (token.type === 'error') complain(complaints, token, 'UNEXPECTED_TOKEN', token.message);
      else for (const document of composer.next(token)) documents.push(document);
    }
    for (const document of composer.end(true, text.length)) documents.push(document);
  } catch (error) {
    const start = error instanceof TooDeep ? Math.min(error.offset, text.length) : 0;
    const tooDeep = { start, end: Math.min(start + 1, text.length) };
    return { document: undefined, start: [], complaints: [], tooDeep };
  }
  const [document] = documents;
  const [first, second] = heads;
  const composed = { document, start: first?.start ?? [], complaints };
  if (second === undefined) return composed;
  return {
    ...composed,
    secondDocument: { start: second.offset, end: Math.min(second.offset + 3, text.length) },
  };
}

/** Raised by the token stream, caught in `compose`. */
class TooDeep extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super('nested too deeply');
    this.offset = offset;
  }
}

/** The parser's tokens, watched for depth before anything recursive sees them. */
function* tokensOf(text: string): Generator<CST.Token, void> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(readable(text))) {
    yield* parser.next(lexeme);
    if (parser.stack.length > MAX_DEPTH) throw new TooDeep(parser.offset);
  }
  yield* parser.end();
}

/**
 * The text as the library reads it rightly, every offset unmoved: it loses count of columns behind a byte
 * order mark, and does not know a lone carriage return as the line end it is. A line feed has their length.
 */
function readable(text: string): string {
  const source = text.startsWith('\ufeff') ? `\n${text.slice(1)}` : text;
  return source.includes('\r') ? source.replace(/\r(?!\n)/g, '\n') : source;
}

function makeComposer(complaints: Complaint[]): Composer {
  const composer = new Composer({
    keepSourceTokens: true,
    prettyErrors: false,
    uniqueKeys: false, // quadratic in the library; `inspect` does it in linear time
    merge: false, // likewise resolved here, so that aliases stay bounded
    schema: 'core',
    version: '1.2',
    resolveKnownTags: false,
    logLevel: 'silent',
  });
  // The library's own handler makes an Error with a stack each time: minutes for a text made of errors.
  const onError: ComplaintHandler = (at, code, message, isWarning) =>
    complain(complaints, at, code, message, isWarning);
  return Object.assign(composer, { onError });
}

/** A place as the library gives it: an offset, a range or a token. */
type Place = number | readonly number[] | { readonly offset: number; readonly source?: string };

type ComplaintHandler = (at: Place, code: string, message: string, isWarning?: boolean) => void;

function complain(
  complaints: Complaint[],
  at: Place,
  code: string,
  message: string,
  isWarning = false,
): void {
  if (complaints.length >= MOST_COMPLAINTS) return;
  complaints.push({ ...rangeOf(at), code, message, isWarning });
}

function rangeOf(at: Place): Range {
  if (typeof at === 'number') return { start: at, end: at + 1 };
  if ('offset' in at) return { start: at.offset, end: at.offset + (at.source?.length ?? 1) };
  const [start = 0, end = start + 1] = at;
  return { start, end };
}

/**
 * The parser does not know CEL's optional syntax (`a.?b`, `a[?b]`, `[?a]`, `{?k: v}`) nor field names in back quotes
 * (a.`b-c`). They are written here as calls and names that it knows and that no rule can contain by itself.
 * https://github.com/google/cel-spec/wiki/proposal-246
 */
export const optionalField = '__studio_optional__';
export const optionalIndex = '__studio_optional_index__';
export const optionalEntry = '__studio_optional_entry__';
const quotedField = '__studio_quoted__';

/** The field that a name in back quotes stands for, or the name itself. */
export function fieldName(name: string): string {
  if (!name.startsWith(quotedField)) return name;
  return name
    .slice(quotedField.length)
    .replace(/_([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

const token =
  /\/\/[^\n]*|(?:[bB]?[rR]?|[rR][bB])(?:""".*?"""|'''.*?''')|[bB]?[rR][bB]?(?:"[^"\n]*"|'[^'\n]*')|[bB]?(?:"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|`[^`\n]*`|[A-Za-z_]\w*|\d[\w.]*|\s+|./gsu;

interface Bracket {
  open: string;
  readonly close: string;
  /** Inside an optional entry, and so many `?` of its key are still to be answered by a `:`. */
  entry: number | undefined;
}

/** The source in terms of the parser. */
export function writePlainSyntax(source: string): string {
  if (!/[.[{,]\s*\?|`/.test(source)) return source;
  const tokens = source.match(token) ?? [];
  const stack: Bracket[] = [];
  let out = '';
  /** The last token that is neither space nor comment. */
  let before = '';
  for (const each of tokens) {
    if (/^(?:\s|\/\/)/.test(each)) {
      out += each;
      continue;
    }
    out = writeToken(out, each, before, stack);
    before = each;
  }
  return out;
}

function writeToken(out: string, each: string, before: string, stack: Bracket[]): string {
  const top = stack.at(-1);
  if (each === '[' || each === '(' || each === '{') {
    const isIndex = each === '[' && /[\w)\]}"'`]$/.test(before);
    stack.push({
      open: isIndex ? 'index' : each,
      close: each === '[' ? ']' : each === '(' ? ')' : '}',
      entry: undefined,
    });
    return out + each;
  }
  if (each === '?') return writeQuestion(out, before, top);
  if (each.startsWith('`')) return out + quotedField + quoteName(each.slice(1, -1));
  if (top === undefined) return out + each;
  if (each === top.close) {
    stack.pop();
    if (top.open === 'optional index') return `${out})`;
    return out + (top.entry === undefined ? each : `)${each}`);
  }
  if (top.entry === undefined || (each !== ',' && each !== ':')) return out + each;
  if (each === ':' && top.entry > 0) top.entry--;
  else {
    top.entry = undefined;
    return `${out})${each}`;
  }
  return out + each;
}

function writeQuestion(out: string, before: string, top: Bracket | undefined): string {
  if (before === '.') return out + optionalField;
  if (before === '[' && top?.open === 'index') {
    top.open = 'optional index';
    return `${out.trimEnd().slice(0, -1)}.${optionalIndex}(`;
  }
  if (top !== undefined && top.open !== '(' && (before === top.open || before === ',')) {
    top.entry = 0;
    return `${out}${optionalEntry}(`;
  }
  if (top?.entry !== undefined) top.entry++;
  return `${out}?`;
}

function quoteName(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, (sign) => `_${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

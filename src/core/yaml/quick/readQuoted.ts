import { NotQuick } from './notQuick.ts';
import type { OnLine } from './readPlain.ts';

const single = /'((?:[^'\n]|'')*)'/y;
const double = /"((?:[^"\\\n]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*)"/y;

/** A quoted scalar that ends on its line; of the escapes only those that JSON has too. */
export function readQuoted(text: string, at: number): OnLine {
  const pattern = text.charAt(at) === "'" ? single : double;
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (found === null) throw new NotQuick();
  const [all, inner = ''] = found;
  const end = at + all.length;
  if (pattern === single) return { value: inner.replaceAll("''", "'"), end };
  return { value: inner.includes('\\') ? JSON.parse(all) : inner, end };
}

/** A text with every line end written as given. */
export function lineBreaks(text: string, lineBreak: '\n' | '\r\n'): string {
  return text.replace(/\r?\n/g, lineBreak);
}

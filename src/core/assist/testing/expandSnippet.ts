/** For tests: the text that a snippet leaves behind when nothing is typed over it, and where the cursor then is. */
export function expandSnippet(snippet: string): { readonly text: string; readonly cursor: number } {
  let text = '';
  const stops = new Map<number, number>();
  const note = (stop: string) => {
    if (!stops.has(Number(stop))) stops.set(Number(stop), text.length);
  };
  for (let at = 0; at < snippet.length; ) {
    const rest = snippet.slice(at);
    const plain = /^\$(\d+)/.exec(rest);
    const choice = /^\$\{(\d+)\|((?:\\.|[^\\|])*)\|\}/.exec(rest);
    const named = /^\$\{(\d+):((?:\\.|[^\\}])*)\}/.exec(rest);
    const escaped = /^\\([\\$}])/.exec(rest);
    const found = plain ?? choice ?? named ?? escaped;
    if (found === null) {
      text += snippet[at];
      at++;
      continue;
    }
    at += found[0].length;
    const [, first = '', second = ''] = found;
    if (found === escaped) text += first;
    else {
      note(first);
      if (found === named) text += second.replace(/\\(.)/g, '$1');
      if (found === choice) text += /^(?:\\.|[^\\,])*/.exec(second)?.[0].replace(/\\(.)/g, '$1') ?? '';
    }
  }
  const [first] = [...stops.keys()].filter((stop) => stop > 0).sort((a, b) => a - b);
  return { text, cursor: stops.get(first ?? 0) ?? text.length };
}

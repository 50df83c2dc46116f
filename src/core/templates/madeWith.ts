/** The pattern, and the decision guide with its answers, that something was made with. */
export interface MadeWith {
  readonly pattern: string;
  readonly guide?: string;
  /** What the guide was answered, in the order of its questions. */
  readonly answers?: readonly string[];
}

const mark = /^[ \t]*(?:---[ \t]+)?# traffic-studio: pattern ([a-z0-9-]+)(?: guide ([a-z0-9-]+): (.*))?$/;
const word = /^[a-z0-9-]+$/;

/** The comment that `madeWith` reads: `# traffic-studio: pattern canary guide deployment-strategy: gradual, percent`. */
export function madeWithComment({ pattern, guide, answers = [] }: MadeWith): string {
  const how = guide === undefined ? '' : ` guide ${guide}: ${answers.join(', ')}`;
  return `# traffic-studio: pattern ${pattern}${how}`.trimEnd();
}

/** True when a comment can hold the id of a guide and its answers: words of lower case letters, digits and dashes. */
export function canBeNoted(guide: { readonly id: string; readonly answers: readonly string[] }): boolean {
  return [guide.id, ...guide.answers].every((each) => word.test(each));
}

/** Every pattern that the comments of a document's text tell of, in the order of the text. */
export function madeWith(text: string): readonly MadeWith[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, pattern, guide, answers] = mark.exec(line.trimEnd()) ?? [];
    if (pattern === undefined) return [];
    if (guide === undefined) return [{ pattern }];
    const given = (answers ?? '').split(',').map((each) => each.trim());
    return [{ pattern, guide, answers: given.filter((each) => each !== '') }];
  });
}

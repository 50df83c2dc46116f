import { pathAt } from '../yaml/locate.ts';
import { parseYaml } from '../yaml/parseYaml.ts';
import type { Path } from '../yaml/path.ts';
import type { Plain } from '../yaml/types.ts';
import type { Yaml } from './yaml.ts';

export interface Comment {
  readonly text: string;
  /** The entry that it stands above. */
  readonly path: Path;
}

/** Lines of YAML as data, and the comments on lines of their own. */
export interface Commented {
  readonly value: Plain;
  readonly comments: readonly Comment[];
}

/** Reads lines that a pattern wrote. They parse, or the pattern is wrong: then it throws. */
export function readCommented({ lines }: Yaml): Commented {
  const text = `${lines.join('\n')}\n`;
  const tree = parseYaml(text);
  if (tree.isBroken) throw new Error(`This does not parse: ${tree.problems[0]?.message}\n${text}`);
  const comments: Comment[] = [];
  let offset = 0;
  for (const line of lines) {
    const [comment] = /#.*$/.exec(line) ?? [];
    if (comment !== undefined && line.trim() === comment)
      comments.push({ text: comment, path: pathAt(tree, offset + line.indexOf('#')) });
    offset += line.length + 1;
  }
  return { value: tree.value as Plain, comments };
}

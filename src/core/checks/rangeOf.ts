import type { Range } from '../text/textEdit.ts';
import { locate } from '../yaml/locate.ts';
import type { YamlTree } from '../yaml/parseYaml.ts';
import type { Path } from '../yaml/path.ts';

const known = new WeakMap<YamlTree, Map<string, Range>>();

/** The text of the value (or key) at a path, or of its nearest enclosing key where there is none. Looked for once in a tree. */
export function rangeOf(tree: YamlTree, path: Path, mark: 'key' | 'value'): Range {
  const name = `${mark}\n${path.join('\n')}`;
  const ranges = known.get(tree) ?? new Map<string, Range>();
  const range = ranges.get(name) ?? find(tree, path, mark);
  ranges.set(name, range);
  known.set(tree, ranges);
  return range;
}

function find(tree: YamlTree, path: Path, mark: 'key' | 'value'): Range {
  for (let length = path.length; length > 0; length--) {
    const located = locate(tree, path.slice(0, length));
    if (located === undefined) continue;
    if (length < path.length || mark === 'key') return located.key ?? located.value;
    return located.value;
  }
  return { start: 0, end: Math.min(1, tree.text.length) };
}

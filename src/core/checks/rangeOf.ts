import type { Range } from '../text/textEdit.ts';
import { locate } from '../yaml/locate.ts';
import type { YamlTree } from '../yaml/parseYaml.ts';
import type { Path } from '../yaml/path.ts';

/** The text of the value (or key) at a path, or of its nearest enclosing key where there is none. */
export function rangeOf(tree: YamlTree, path: Path, mark: 'key' | 'value'): Range {
  for (let length = path.length; length > 0; length--) {
    const located = locate(tree, path.slice(0, length));
    if (located === undefined) continue;
    if (length < path.length || mark === 'key') return located.key ?? located.value;
    return located.value;
  }
  return { start: 0, end: Math.min(1, tree.text.length) };
}

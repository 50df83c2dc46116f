/** Lines that were removed and added between two texts, in order, by their longest common run of lines. */
export function changedLines(
  before: string,
  after: string,
): { readonly removed: string[]; readonly added: string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end))
    end += 1;
  return compare(old.slice(start, old.length - end), now.slice(start, now.length - end));
}

/** The classic table of common lengths; only the lines between common start and end come here. */
function compare(old: readonly string[], now: readonly string[]): { removed: string[]; added: string[] } {
  const width = now.length + 1;
  const common = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const removed: string[] = [];
  const added: string[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      i += 1;
      j += 1;
    } else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      removed.push(old[i] ?? '');
      i += 1;
    } else {
      added.push(now[j] ?? '');
      j += 1;
    }
  }
  return { removed, added };
}

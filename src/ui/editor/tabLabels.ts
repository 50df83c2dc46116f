/** The name that each path's tab shows: the file's own name, with as many folders as tell it from the others. */
export function tabLabels(paths: readonly string[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  let unclear = paths.map((path) => path.split('/'));
  for (let depth = 1; unclear.length > 0; depth++) {
    const users = new Map<string, number>();
    for (const steps of unclear) {
      const label = steps.slice(-depth).join('/');
      users.set(label, (users.get(label) ?? 0) + 1);
    }
    unclear = unclear.filter((steps) => {
      const label = steps.slice(-depth).join('/');
      const isClear = users.get(label) === 1 || depth >= steps.length;
      if (isClear) labels.set(steps.join('/'), label);
      return !isClear;
    });
  }
  return labels;
}

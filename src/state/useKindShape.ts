import { useEffect, useState } from 'react';
import type { LibraryReport } from '../core/catalogue/library.ts';
import type { Shape } from '../core/catalogue/shape.ts';
import type { GroupVersionKind } from '../worker/coreHost.ts';
import { useAnalysis, useStudio } from './react.tsx';

/** What was asked for once, by catalogue and kind; null for kinds that it does not know. */
const known = new WeakMap<LibraryReport, Map<string, Shape | null>>();

/**
 * What the catalogue knows of a kind: undefined until it is here, and for kinds that nobody knows. The same object as long
 * as the catalogue is the same; a catalogue that is replaced leaves the old answer in place until the new one is there.
 */
export function useKindShape({ group, version, kind }: GroupVersionKind): Shape | undefined {
  const studio = useStudio();
  const library = useAnalysis((analysis) => analysis.library);
  const name = `${group}/${version}/${kind}`;
  const kept = library === null ? undefined : known.get(library)?.get(name);
  const [answer, setAnswer] = useState<{ readonly name: string; readonly shape: Shape | undefined }>();
  useEffect(() => {
    if (library === null || kept !== undefined) return;
    let isGone = false;
    void studio.shapeOf({ group, version, kind }).then((shape) => {
      const shapes = known.get(library) ?? new Map<string, Shape | null>();
      known.set(library, shapes.set(name, shape ?? null));
      if (!isGone) setAnswer({ name, shape });
    });
    return () => {
      isGone = true;
    };
  }, [studio, library, kept, name, group, version, kind]);
  if (kept !== undefined) return kept ?? undefined;
  return answer?.name === name ? answer.shape : undefined;
}

import { useEffect, useState } from 'react';

export interface PatternTitles {
  readonly patterns: ReadonlyMap<string, string>;
  readonly guides: ReadonlyMap<string, string>;
}

let known: PatternTitles | undefined;

/** What patterns and guides are called. They come with a part of the program that is loaded when it is first wanted. */
export function usePatternTitles(isWanted: boolean): PatternTitles | undefined {
  const [titles, setTitles] = useState(known);
  useEffect(() => {
    if (!isWanted || titles !== undefined) return;
    let isGone = false;
    void loadTitles().then((loaded) => {
      known = loaded;
      if (!isGone) setTitles(loaded);
    });
    return () => {
      isGone = true;
    };
  }, [isWanted, titles]);
  return titles;
}

async function loadTitles(): Promise<PatternTitles> {
  const [{ patterns }, { guides }] = await Promise.all([
    import('../../core/templates/registry.ts'),
    import('../../core/guides/registry.ts'),
  ]);
  return {
    patterns: new Map(patterns.map(({ id, title }) => [id, title])),
    guides: new Map(guides.map(({ id, title }) => [id, title])),
  };
}

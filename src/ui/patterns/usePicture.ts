import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Picture } from '../../core/picture/types.ts';
import { useStudio } from '../../state/react.tsx';

const known = new Map<string, Picture>();

interface SeenPicture {
  readonly picture: Picture | undefined;
  /** Of what shows it: the picture is made when that first comes into view. */
  readonly ref: RefObject<HTMLButtonElement | null>;
}

/** The picture of a pattern, made in the worker once it is looked at, and kept. */
export function usePicture(pattern: string): SeenPicture {
  const studio = useStudio();
  const ref = useRef<HTMLButtonElement>(null);
  const [picture, setPicture] = useState(() => known.get(pattern));
  useEffect(() => {
    const element = ref.current;
    if (picture !== undefined || element === null) return;
    let isGone = false;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting !== true) return;
      observer.disconnect();
      void studio.picture(pattern).then((made) => {
        known.set(pattern, made);
        if (!isGone) setPicture(made);
      });
    });
    observer.observe(element);
    return () => {
      isGone = true;
      observer.disconnect();
    };
  }, [studio, pattern, picture]);
  return { picture, ref };
}

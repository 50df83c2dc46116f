import { lazy, Suspense } from 'react';
import type { ScalarType } from '../../../../core/kinds/form.ts';
import type { Path } from '../../../../core/yaml/path.ts';

const CronNote = lazy(async () => ({ default: (await import('./CronNote.tsx')).CronNote }));
const PromqlNote = lazy(async () => ({ default: (await import('./PromqlNote.tsx')).PromqlNote }));

interface ScalarNoteProps {
  readonly type: ScalarType;
  readonly text: string;
  readonly path: Path;
}

/** What a value means, below its field: when a schedule runs, what a query lacks. Its readers come when first needed. */
export function ScalarNote({ type, text, path }: ScalarNoteProps) {
  if (text === '' || (type !== 'cron' && type !== 'promql')) return null;
  return (
    <Suspense fallback={null}>
      {type === 'cron' ? <CronNote text={text} path={path} /> : <PromqlNote text={text} />}
    </Suspense>
  );
}

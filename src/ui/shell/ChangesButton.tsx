import { Badge, Button } from '@mantine/core';
import { GitCompare } from 'lucide-react';
import { useStudio, useView, useWorkspace } from '../../state/react.tsx';

/** Opens Changes; counts the files that differ from the baseline. */
export function ChangesButton() {
  const studio = useStudio();
  const isOpen = useView((view) => view.drawer === 'changes');
  const count = useWorkspace((state) => countChangedFiles(state.baseline, state.files));
  return (
    <Button
      variant={isOpen ? 'light' : 'default'}
      size="compact-sm"
      leftSection={<GitCompare size={14} strokeWidth={1.5} aria-hidden="true" />}
      rightSection={
        count === 0 ? null : (
          <Badge size="xs" circle={count < 10}>
            {count}
          </Badge>
        )
      }
      aria-label={`Changes: ${count} ${count === 1 ? 'file' : 'files'}`}
      aria-expanded={isOpen}
      onClick={() => studio.setView({ drawer: isOpen ? null : 'changes' })}
    >
      Changes
    </Button>
  );
}

type Texts = ReadonlyMap<string, string>;

function countChangedFiles(baseline: Texts, files: Texts): number {
  if (baseline === files) return 0;
  let count = 0;
  for (const [path, text] of files) if (baseline.get(path) !== text) count++;
  for (const path of baseline.keys()) if (!files.has(path)) count++;
  return count;
}

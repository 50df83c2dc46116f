import { MousePointerClick } from 'lucide-react';
import { useMemo } from 'react';
import { useAnalysis } from '../../state/react.tsx';
import { countOf } from '../kit/countOf.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Keys } from '../kit/Keys.tsx';

/** Nothing is selected: how much there is, and how to get at it. */
export function WorkspaceSummary() {
  const resources = useAnalysis((analysis) => analysis.resources);
  const files = useAnalysis((analysis) => analysis.files);
  const namespaces = useMemo(() => {
    const all = new Set([...resources.values()].map(({ namespace }) => namespace));
    all.delete('');
    return all.size;
  }, [resources]);
  return (
    <EmptyState icon={MousePointerClick} title="Nothing selected">
      <span>
        {countOf(resources.size, 'resource')} in {countOf(namespaces, 'namespace')} and{' '}
        {countOf(files.length, 'file')}.
      </span>
      <span>Select a card, a row of the tree or a place in the YAML to edit it here.</span>
      <span>
        <Keys keys="N" /> makes a new resource.
      </span>
    </EmptyState>
  );
}

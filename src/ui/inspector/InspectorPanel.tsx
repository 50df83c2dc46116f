/**
 * The inspector: a form for whatever one thing is selected, a resource, a ghost or a reference, and a summary
 * for everything else. Fields come from the kind's declaration. Each commit is one action and one undo step;
 * what is being typed stays in its field until then. It refuses to write where the document does not parse.
 */
import { useAnalysis, useView } from '../../state/react.tsx';
import { EdgeView } from './EdgeView.tsx';
import { ResourceForm } from './form/ResourceForm.tsx';
import { GhostView } from './GhostView.tsx';
import styles from './inspector.module.css';
import { SelectionList } from './SelectionList.tsx';
import { WorkspaceSummary } from './WorkspaceSummary.tsx';

/** The form of the selection. */
export function InspectorPanel() {
  return (
    <section className={styles.panel} aria-label="Inspector">
      <Content />
    </section>
  );
}

function Content() {
  const selection = useView((view) => view.selection);
  const selectedEdges = useView((view) => view.selectedEdges);
  const [first] = selection;
  const [edgeId] = selectedEdges;
  const resource = useAnalysis(({ resources }) => (first === undefined ? undefined : resources.get(first)));
  const ghost = useAnalysis(({ ghosts }) => (first === undefined ? undefined : ghosts.get(first)));
  const edge = useAnalysis(({ edges }) => (edgeId === undefined ? undefined : edges.get(edgeId)));
  if (selection.length > 1) return <SelectionList ids={selection} />;
  if (resource !== undefined) {
    const { file, document, path } = resource.place;
    // By place, not by identity: a rename keeps the form, and the focus in it.
    return <ResourceForm key={`${file}#${document}#${path.join('.')}`} resource={resource} />;
  }
  if (ghost !== undefined) return <GhostView key={ghost.id} ghost={ghost} />;
  if (edge !== undefined && selectedEdges.length === 1) return <EdgeView edge={edge} />;
  return <WorkspaceSummary />;
}

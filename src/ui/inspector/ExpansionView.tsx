import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { AnalysedResource } from '../../core/analysis.ts';
import { expanderOf } from '../../core/expansion/registry.ts';
import type { Expander } from '../../core/expansion/types.ts';
import { renderYaml } from '../../core/yaml/scalars.ts';
import { useAnalysis } from '../../state/react.tsx';
import { CopyIconButton } from '../kit/CopyIconButton.tsx';
import styles from './expansion.module.css';
import sectionStyles from './form/section.module.css';

/** What a controller will make of a resource, where one does: to be read, never written. */
export function ExpansionView({ resource }: { readonly resource: AnalysedResource }) {
  const expander = expanderOf(resource.group, resource.kind);
  return expander === undefined ? null : <Expanded resource={resource} expander={expander} />;
}

function Expanded({
  resource,
  expander,
}: {
  readonly resource: AnalysedResource;
  readonly expander: Expander;
}) {
  const [isOpen, setOpen] = useState(false);
  const title = `What ${expander.controller} makes of it`;
  return (
    <section className={styles.expansion} aria-label={title}>
      <button
        type="button"
        className={sectionStyles.title}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronRight className={sectionStyles.chevron} size={14} strokeWidth={1.5} aria-hidden="true" />
        {title}
      </button>
      {isOpen ? <Made resource={resource} expander={expander} /> : null}
    </section>
  );
}

function Made({ resource, expander }: { readonly resource: AnalysedResource; readonly expander: Expander }) {
  const resources = useAnalysis((analysis) => analysis.resources);
  const edges = useAnalysis((analysis) => analysis.edges);
  const { made, notes } = expander.expand(resource, { resources, edges });
  return (
    <>
      <p className={styles.note}>
        The controller writes these into the cluster. They are shown to be read; they are no part of the
        bundle.
      </p>
      {notes.map((note) => (
        <p key={note} className={styles.warning} role="note">
          {note}
        </p>
      ))}
      {made.map(({ kind, name, value }) => {
        const text = renderYaml(value);
        return (
          <figure key={`${kind} ${name}`} className={styles.made}>
            <figcaption className={styles.caption}>
              <span>
                {kind} {name}
              </span>
              <CopyIconButton label={`Copy ${kind} ${name}`} text={text} />
            </figcaption>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
            <pre className={styles.text} tabIndex={0}>
              {text}
            </pre>
          </figure>
        );
      })}
    </>
  );
}

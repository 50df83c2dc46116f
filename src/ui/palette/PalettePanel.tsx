import { SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { kinds } from '../../core/kinds/registry.ts';
import type { KindDefinition } from '../../core/kinds/types.ts';
import { namespaceInView } from '../../state/namespaceInView.ts';
import { useStudio } from '../../state/react.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Keys } from '../kit/Keys.tsx';
import { Panel } from '../kit/Panel.tsx';
import { SearchField } from '../kit/SearchField.tsx';
import { useOptionList } from '../kit/useOptionList.ts';
import { groupPalette } from './groupPalette.ts';
import { PaletteItem } from './PaletteItem.tsx';
import styles from './PalettePanel.module.css';

/**
 * The palette: every kind the studio knows, by family, to be dragged onto the canvas or added with a click
 * or Enter. It promises that the search field never loses the focus while arrows walk the list; it adds
 * through the `create` action only and knows nothing of any kind beyond its definition.
 */
export function PalettePanel() {
  const studio = useStudio();
  const [query, setQuery] = useState('');
  const sections = useMemo(() => groupPalette(kinds, query), [query]);
  const flat = useMemo(() => sections.flatMap((section) => section.kinds), [sections]);
  const add = ({ group, kind }: KindDefinition) => {
    const namespace = namespaceInView(studio.analysis.getState(), studio.view.getState());
    const args = { kind: { group, kind }, ...(namespace === undefined ? {} : { namespace }) };
    void studio.run('create', args, { origin: 'canvas' });
  };
  const options = useOptionList(flat.length, (index) => {
    const definition = flat[index];
    if (definition !== undefined) add(definition);
  });
  return (
    <Panel
      title="Palette"
      head={
        <SearchField
          label="Search kinds"
          value={query}
          listId={options.listId}
          activeId={options.activeId}
          onChange={(value) => {
            setQuery(value);
            options.setActive(0);
          }}
          onKeyDown={options.onKeyDown}
        />
      }
      foot={
        <span className={styles.hint}>
          Drag to the canvas, or <Keys keys="Enter" />
        </span>
      }
    >
      {flat.length === 0 ? (
        <EmptyState icon={SearchX} title={`No kind matches “${query.trim()}”`}>
          Search by kind, by what it is for, or by API group.
        </EmptyState>
      ) : (
        <div className={styles.list} id={options.listId} role="listbox" aria-label="Kinds">
          {sections.map((section) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox, not of fields
            <div key={section.family} role="group" aria-label={section.label}>
              <div className={styles.family} aria-hidden="true">
                {section.label}
              </div>
              {section.kinds.map((definition) => {
                const index = flat.indexOf(definition);
                return (
                  <PaletteItem
                    key={`${definition.group}/${definition.kind}`}
                    id={options.optionId(index)}
                    definition={definition}
                    isActive={index === options.active}
                    onAdd={() => {
                      options.setActive(index);
                      add(definition);
                    }}
                  />
                );
              })}
            </div>
          ))}
        </div>
      )}
    </Panel>
  );
}

import { Tooltip } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { isCovered } from '../../../core/forms/restOf.ts';
import { type FormSection, fieldsOfForm } from '../../../core/kinds/form.ts';
import type { Path } from '../../../core/yaml/path.ts';
import { useForm } from '../fields/FormContext.ts';
import { FieldList } from './FieldList.tsx';
import { focusField } from './focusField.ts';
import { RestFields } from './RestFields.tsx';
import { Section } from './Section.tsx';
import styles from './section.module.css';
import { firstPath, sortSections } from './sectionState.ts';

const none: readonly FormSection[] = [];
const firstParts = 2;

/** The sections of a kind's form: what is in use, what can be added, and everything else that the schema has. */
export function FormBody() {
  const form = useForm();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const sections = form.definition?.form ?? none;
  const { used, offered } = sortSections(sections, form.resource.value, opened);
  // What can be seen comes first; the rest of a long form follows in the background.
  const isWhole = useDeferredValue(true, false);
  const open = (section: FormSection) => {
    setOpened(new Set([...opened, section.title]));
    focusField(firstPath(section.fields));
  };
  const openFor = (path: Path): boolean => {
    const owner = sections.find((section) => isCovered(section.fields, path));
    if (owner !== undefined) setOpened(new Set([...opened, owner.title]));
    return owner !== undefined;
  };
  return (
    <>
      {(isWhole ? used : used.slice(0, firstParts)).map((section) => (
        <Section
          key={section.title}
          section={section}
          onRemoved={() => setOpened(new Set([...opened].filter((title) => title !== section.title)))}
        >
          <FieldList fields={section.fields} base={[]} />
        </Section>
      ))}
      {isWhole ? (
        <div className={styles.offers}>
          {offered.length === 0 ? null : <Offers sections={offered} onOpen={open} />}
          <RestFields fields={fieldsOfForm(sections)} base={[]} onElsewhere={openFor} />
        </div>
      ) : null}
    </>
  );
}

/** The sections that nothing is set of yet, one press away. */
function Offers({
  sections,
  onOpen,
}: {
  readonly sections: readonly FormSection[];
  readonly onOpen: (section: FormSection) => void;
}) {
  const { isDisabled } = useForm();
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons in a row, not a fieldset
    <div className={styles.chips} role="group" aria-label="Add">
      {sections.map((section) => (
        <Tooltip
          key={section.title}
          label={section.help}
          disabled={section.help === undefined}
          multiline
          maw={260}
          fz={12}
          openDelay={300}
        >
          <button type="button" className={styles.chip} disabled={isDisabled} onClick={() => onOpen(section)}>
            <Plus size={13} strokeWidth={1.5} aria-hidden="true" />
            {section.title}
          </button>
        </Tooltip>
      ))}
    </div>
  );
}

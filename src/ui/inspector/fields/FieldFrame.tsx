import { Tooltip } from '@mantine/core';
import { Code } from 'lucide-react';
import { type ReactNode, type SyntheticEvent, useContext, useRef, useState } from 'react';
import type { Path } from '../../../core/yaml/path.ts';
import { IconButton } from '../../kit/IconButton.tsx';
import { hasMod } from '../../kit/isMac.ts';
import { FindingNotes } from './FindingNotes.tsx';
import { SectionTitle, useFindings, useForm, useShapeAt } from './FormContext.ts';
import { type FieldFacts, factsOf, sayFacts } from './fieldFacts.ts';
import styles from './fields.module.css';

interface FieldFrameProps {
  readonly label: string;
  readonly path: Path;
  /** Id of the control that the label is for; absent when the control is a group of its own. */
  readonly controlId?: string;
  readonly help?: string | undefined;
  readonly helpId: string;
  readonly isRequired?: boolean;
  /** True for controls that need the whole width: lists, maps, splits. */
  readonly isWide?: boolean;
  /** True when the label is the field's key, straight from the schema. */
  readonly isKey?: boolean;
  /** What is wrong, when the control cannot show it itself. */
  readonly problem?: string | null;
  readonly children: ReactNode;
}

/**
 * Label, control, and what is said about it. The help floats beside the field while it is in use or its label
 * is pointed at, so that nothing moves; Ctrl/Cmd-Enter, or the small button, shows the field in the YAML.
 */
export function FieldFrame(props: FieldFrameProps) {
  const {
    label,
    path,
    controlId,
    help,
    helpId,
    isRequired = false,
    isWide = false,
    isKey = false,
    problem = null,
    children,
  } = props;
  const form = useForm();
  const findings = useFindings(path);
  const facts = factsOf(help, useShapeAt(path));
  const said = sayFacts(facts);
  const isSaidAbove = useContext(SectionTitle) === label;
  const [isInUse, setInUse] = useState(false);
  const [isHot, setHot] = useState(false);
  const isOwn = (event: SyntheticEvent) =>
    (event.target as Element).closest('[data-field]') === event.currentTarget;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches one key of the control inside
    <div
      className={styles.field}
      data-wide={isWide || undefined}
      data-said-above={isSaidAbove || undefined}
      data-field={path.join('.')}
      onFocus={(event) => setInUse(isOwn(event))}
      onBlur={() => setInUse(false)}
      onMouseEnter={() => setHot(true)}
      onMouseLeave={() => setHot(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !hasMod(event)) return;
        event.preventDefault();
        event.stopPropagation();
        form.reveal(path);
      }}
    >
      <FieldName {...{ label, path, controlId, facts, isRequired, isInUse, isKey, isHot }} />
      <div className={styles.control}>
        {children}
        {problem === null ? null : (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        <span className={styles.help} id={helpId}>
          {said}
        </span>
        <FindingNotes findings={findings} />
      </div>
    </div>
  );
}

type FieldNameProps = Pick<FieldFrameProps, 'label' | 'path'> & {
  readonly facts: FieldFacts;
  readonly controlId: string | undefined;
  readonly isRequired: boolean;
  readonly isInUse: boolean;
  readonly isKey: boolean;
  /** True while the pointer is over the field. */
  readonly isHot: boolean;
};

/** The label with its help, and the way to the YAML; both are made when they are looked for. */
function FieldName({ label, path, controlId, facts, isRequired, isInUse, isKey, isHot }: FieldNameProps) {
  const form = useForm();
  const ref = useRef<HTMLDivElement>(null);
  const [isPointedAt, setPointedAt] = useState(false);
  const Label = controlId === undefined ? 'span' : 'label';
  const isTold = (isInUse || isPointedAt) && sayFacts(facts) !== '';
  return (
    <div className={styles.name} ref={ref}>
      <Label
        className={styles.label}
        data-required={isRequired || undefined}
        data-key={isKey || undefined}
        {...(controlId === undefined ? {} : { htmlFor: controlId })}
        onMouseEnter={() => setPointedAt(true)}
        onMouseLeave={() => setPointedAt(false)}
      >
        {label}
      </Label>
      {isHot || isInUse ? (
        <IconButton
          label={`Show ${label.toLowerCase()} in YAML`}
          icon={Code}
          size={20}
          tabIndex={-1}
          className={styles.show}
          onClick={() => form.reveal(path)}
        />
      ) : null}
      {isTold ? (
        <Tooltip
          target={ref}
          opened
          label={<FieldHelp {...facts} />}
          position="left-start"
          multiline
          maw={280}
          fz={12}
          transitionProps={{ duration: 0 }}
        />
      ) : null}
    </div>
  );
}

function FieldHelp({ help, doc, facts }: FieldFacts) {
  return (
    <span className={styles.facts}>
      {help === undefined ? null : <span>{help}</span>}
      {doc === undefined ? null : <span className={styles.doc}>{doc}</span>}
      {facts === undefined ? null : <span className={styles.exact}>{facts}</span>}
    </span>
  );
}

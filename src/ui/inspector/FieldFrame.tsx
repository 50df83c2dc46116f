import { Tooltip } from '@mantine/core';
import { Code } from 'lucide-react';
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import type { Path } from '../../core/yaml/path.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { hasMod } from '../kit/isMac.ts';
import { FindingNotes } from './FindingNotes.tsx';
import { useFindings, useForm } from './FormContext.ts';
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
    problem = null,
    children,
  } = props;
  const form = useForm();
  const findings = useFindings(path);
  const [isInUse, setInUse] = useState(false);
  const isOwn = (event: SyntheticEvent) =>
    (event.target as Element).closest('[data-field]') === event.currentTarget;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches one key of the control inside
    <div
      className={styles.field}
      data-wide={isWide || undefined}
      data-field={path.join('.')}
      onFocus={(event) => setInUse(isOwn(event))}
      onBlur={() => setInUse(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !hasMod(event)) return;
        event.preventDefault();
        event.stopPropagation();
        form.reveal(path);
      }}
    >
      <FieldName {...{ label, path, controlId, help, isRequired, isInUse }} />
      <div className={styles.control}>
        {children}
        {problem === null ? null : (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        {help === undefined ? null : (
          <span className={styles.help} id={helpId}>
            {help}
          </span>
        )}
        <FindingNotes findings={findings} />
      </div>
    </div>
  );
}

type FieldNameProps = Pick<FieldFrameProps, 'label' | 'path' | 'help'> & {
  readonly controlId: string | undefined;
  readonly isRequired: boolean;
  readonly isInUse: boolean;
};

/** The label with its help, and the way to the YAML. */
function FieldName({ label, path, controlId, help, isRequired, isInUse }: FieldNameProps) {
  const form = useForm();
  const [isPointedAt, setPointedAt] = useState(false);
  const Label = controlId === undefined ? 'span' : 'label';
  return (
    <Tooltip
      label={help}
      opened={help !== undefined && (isInUse || isPointedAt)}
      position="left"
      multiline
      maw={220}
      fz={12}
      transitionProps={{ duration: 0 }}
    >
      <div className={styles.name}>
        <Label
          className={styles.label}
          data-required={isRequired || undefined}
          {...(controlId === undefined ? {} : { htmlFor: controlId })}
          onMouseEnter={() => setPointedAt(true)}
          onMouseLeave={() => setPointedAt(false)}
        >
          {label}
        </Label>
        <IconButton
          label={`Show ${label.toLowerCase()} in YAML`}
          icon={Code}
          size={20}
          tabIndex={-1}
          className={styles.show}
          onClick={() => form.reveal(path)}
        />
      </div>
    </Tooltip>
  );
}

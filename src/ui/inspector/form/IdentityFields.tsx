import { useId } from 'react';
import { checkName, checkNamespace } from '../../kit/checkName.ts';
import { DraftInput } from '../fields/DraftInput.tsx';
import { FieldFrame } from '../fields/FieldFrame.tsx';
import { useForm } from '../fields/FormContext.ts';
import styles from '../fields/fields.module.css';
import { MapField } from '../fields/MapField.tsx';

/** Name, namespace and labels: every resource has them. A new name takes every reference along. */
export function IdentityFields() {
  const form = useForm();
  const nameId = useId();
  const namespaceId = useId();
  const { id, name, namespace } = form.resource;
  return (
    <div className={styles.fields}>
      <FieldFrame
        label="Name"
        path={['metadata', 'name']}
        controlId={nameId}
        help="References to it follow."
        helpId={`${nameId}-help`}
        isRequired
      >
        <DraftInput
          id={nameId}
          describedBy={`${nameId}-help`}
          value={name}
          isDisabled={form.isDisabled}
          isRequired
          onCommit={async (text) => checkName(text.trim()) ?? form.run('rename', { id, name: text.trim() })}
        />
      </FieldFrame>
      {namespace === '' ? null : (
        <FieldFrame
          label="Namespace"
          path={['metadata', 'namespace']}
          controlId={namespaceId}
          help="References to it and from it follow where they can."
          helpId={`${namespaceId}-help`}
        >
          <DraftInput
            id={namespaceId}
            describedBy={`${namespaceId}-help`}
            value={namespace}
            isDisabled={form.isDisabled}
            onCommit={async (text) =>
              checkNamespace(text.trim()) ?? form.run('rename', { id, namespace: text.trim() })
            }
          />
        </FieldFrame>
      )}
      <MapField path={['metadata', 'labels']} label="Labels" />
    </div>
  );
}

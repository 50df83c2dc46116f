import { Button, Menu } from '@mantine/core';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { triggerOf } from '../../../core/kinds/keda/triggers/registry.ts';
import { type Path, valueAt } from '../../../core/yaml/path.ts';
import { useForm } from './FormContext.ts';
import styles from './fields.module.css';

/**
 * For a trigger that has no authentication yet: the ways that its type knows. One press writes the TriggerAuthentication, a
 * Secret with the keys to fill in, and the reference to them.
 */
export function TriggerAuthenticationOffer({ path }: { readonly path: Path }) {
  const form = useForm();
  const [problem, setProblem] = useState<string | null>(null);
  const trigger = path.slice(0, -1);
  const index = trigger.at(-1);
  const definition = triggerOf(valueAt(form.resource.value, trigger));
  const isSet = valueAt(form.resource.value, path) !== undefined;
  if (isSet || typeof index !== 'number' || definition === undefined) return null;
  if (definition.authentications.length === 0) return null;
  const make = (method: string) =>
    void form.run('authenticate-trigger', { id: form.resource.id, index, method }).then(setProblem);
  return (
    <>
      <Menu position="bottom-start" withinPortal transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button
            className={styles.add ?? ''}
            size="compact-xs"
            variant="subtle"
            color="gray"
            disabled={form.isDisabled}
            leftSection={<KeyRound size={13} strokeWidth={1.5} aria-hidden="true" />}
          >
            Authenticate with…
          </Button>
        </Menu.Target>
        <Menu.Dropdown aria-label={`Ways to authenticate ${definition.label}`}>
          {definition.authentications.map(({ id, label, help }) => (
            <Menu.Item key={id} onClick={() => make(id)}>
              <span className={styles.method}>{label}</span>
              <span className={styles.methodHelp}>{help}</span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {problem === null ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

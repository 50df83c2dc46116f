import { Button, Radio, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { isRefusal } from '../../../core/actions/types.ts';
import type { Finding } from '../../../core/analysis.ts';
import { useStudio } from '../../../state/react.tsx';
import styles from './FindingDetail.module.css';
import {
  requestToCountAgain,
  requestToLiveWith,
  type Scope,
  sayLivedWith,
  scopes,
  scopesOf,
} from './livingWith.ts';

interface SuppressFormProps {
  readonly finding: Finding;
  readonly onDone: (() => void) | undefined;
}

/** Living with a finding, or counting it again. */
export function SuppressForm(props: SuppressFormProps) {
  const [isOpen, setOpen] = useState(false);
  if (props.finding.suppressed !== undefined) return <LivedWith {...props} />;
  if (isOpen) return <ReasonForm {...props} onCancel={() => setOpen(false)} />;
  return (
    <div className={styles.buttons}>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setOpen(true)}>
        {scopesOf(props.finding).length > 1 ? 'Suppress or switch off…' : 'Suppress with a reason…'}
      </Button>
    </div>
  );
}

/** Why it is not counted, and the way back. */
function LivedWith({ finding, onDone }: SuppressFormProps) {
  const studio = useStudio();
  const { name, args, label } = requestToCountAgain(finding);
  const count = async () => {
    const result = await studio.run(name, args, { origin: 'form' });
    if (!isRefusal(result)) onDone?.();
  };
  return (
    <section className={styles.section} aria-label="Suppressed">
      <p className={styles.text}>{sayLivedWith(finding)}</p>
      <div className={styles.buttons}>
        <Button size="compact-sm" variant="default" onClick={() => void count()}>
          {label}
        </Button>
      </div>
    </section>
  );
}

/** The reason becomes a comment: beside the finding, or for all that its check finds. */
function ReasonForm({ finding, onDone, onCancel }: SuppressFormProps & { readonly onCancel: () => void }) {
  const studio = useStudio();
  const [reason, setReason] = useState('');
  const [scope, setScope] = useState<Scope>('here');
  const offered = scopes.filter((each) => scopesOf(finding).includes(each.scope));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { name, args } = requestToLiveWith(finding, scope, reason);
    const result = await studio.run(name, args, { origin: 'form' });
    if (!isRefusal(result)) onDone?.();
  };
  return (
    <form className={styles.suppress} onSubmit={(event) => void submit(event)}>
      {offered.length < 2 ? null : (
        <Radio.Group
          size="xs"
          label="Live with"
          value={scope}
          onChange={(value) => setScope(value === 'everywhere' ? 'everywhere' : 'here')}
        >
          <div className={styles.scopes}>
            {offered.map(({ scope: value, label }) => (
              <Radio key={value} size="xs" value={value} label={label} />
            ))}
          </div>
        </Radio.Group>
      )}
      <TextInput
        size="xs"
        label="Reason"
        description={offered.find((each) => each.scope === scope)?.help}
        value={reason}
        autoFocus
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      />
      <div className={styles.buttons}>
        <Button size="compact-sm" type="submit" disabled={reason.trim() === ''}>
          {scope === 'here' ? 'Suppress' : `Switch ${finding.code} off`}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

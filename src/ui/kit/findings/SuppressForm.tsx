import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { isRefusal } from '../../../core/actions/types.ts';
import type { Finding } from '../../../core/analysis.ts';
import { useStudio } from '../../../state/react.tsx';
import styles from './FindingDetail.module.css';

interface SuppressFormProps {
  readonly finding: Finding;
  readonly onDone: (() => void) | undefined;
}

/** Living with a finding: the reason becomes a comment beside it. One that is lived with can be counted again. */
export function SuppressForm({ finding, onDone }: SuppressFormProps) {
  const studio = useStudio();
  const [reason, setReason] = useState<string | null>(null);
  const ref = { code: finding.code, place: finding.place };
  if (finding.suppressed !== undefined) {
    const unsuppress = async () => {
      const result = await studio.run('unsuppress', { finding: ref }, { origin: 'form' });
      if (!isRefusal(result)) onDone?.();
    };
    return (
      <section className={styles.section} aria-label="Suppressed">
        <p className={styles.text}>
          Suppressed{finding.suppressed.reason === '' ? '' : `: ${finding.suppressed.reason}`}
        </p>
        <div className={styles.buttons}>
          <Button size="compact-sm" variant="default" onClick={() => void unsuppress()}>
            Count it again
          </Button>
        </div>
      </section>
    );
  }
  if (reason === null) {
    return (
      <div className={styles.buttons}>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setReason('')}>
          Suppress with a reason…
        </Button>
      </div>
    );
  }
  const suppress = async (event: FormEvent) => {
    event.preventDefault();
    const result = await studio.run('suppress', { finding: ref, reason }, { origin: 'form' });
    if (!isRefusal(result)) onDone?.();
  };
  return (
    <form className={styles.suppress} onSubmit={(event) => void suppress(event)}>
      <TextInput
        size="xs"
        label="Reason"
        description="It is written as a comment beside the line."
        value={reason}
        autoFocus
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && setReason(null)}
      />
      <div className={styles.buttons}>
        <Button size="compact-sm" type="submit" disabled={reason.trim() === ''}>
          Suppress
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setReason(null)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

import { Button } from '@mantine/core';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useKeeper, useKeeperState } from '../../state/keeperContext.tsx';
import { useWorkspace } from '../../state/react.tsx';
import styles from './SecretsBar.module.css';

/** Asks once a workspace whether Secret values may be kept in this browser. Until then they are not. */
export function SecretsBar() {
  const keeper = useKeeper();
  const { withholds, keepsSecrets } = useKeeperState();
  const id = useWorkspace((state) => state.id);
  const [declined, setDeclined] = useState<string | null>(null);
  if (!withholds || keepsSecrets || declined === id) return null;
  return (
    <section className={styles.bar} aria-label="Secret values">
      <KeyRound size={14} strokeWidth={1.5} aria-hidden="true" />
      <span className={styles.text}>
        This workspace holds Secret values. They stay in memory and are gone when the tab closes, unless you
        keep them in this browser.
      </span>
      <Button size="compact-xs" variant="default" onClick={() => void keeper.keepSecrets(true)}>
        Keep them
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={() => setDeclined(id)}>
        Do not keep
      </Button>
    </section>
  );
}

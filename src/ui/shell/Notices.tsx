import { Notification } from '@mantine/core';
import { useEffect } from 'react';
import { useStudio, useView } from '../../state/react.tsx';
import type { Notice } from '../../state/types.ts';
import styles from './Notices.module.css';

const SHOWN_FOR = 6000;

/** Messages at the foot of the window. They go by themselves unless they must be read. */
export function Notices() {
  const notices = useView((view) => view.notices);
  return (
    <div className={styles.stack}>
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const studio = useStudio();
  const { id, sticky = false, action } = notice;
  useEffect(() => {
    if (sticky) return;
    const timer = setTimeout(() => studio.dismiss(id), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [studio, id, sticky]);
  return (
    <Notification
      className={styles.notice ?? ''}
      data-tone={notice.tone}
      withBorder
      radius="md"
      color={`var(--${notice.tone === 'success' ? 'ok' : notice.tone})`}
      closeButtonProps={{ 'aria-label': 'Dismiss' }}
      onClose={() => studio.dismiss(id)}
    >
      <span>{notice.text}</span>
      {action === undefined ? null : (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            action.run();
            studio.dismiss(id);
          }}
        >
          {action.label}
        </button>
      )}
    </Notification>
  );
}

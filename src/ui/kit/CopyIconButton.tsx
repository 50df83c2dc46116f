import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useStudio } from '../../state/react.tsx';
import { copyText } from './copyText.ts';
import { IconButton } from './IconButton.tsx';

/** A small button that copies a text and shows for a moment that it did. */
export function CopyIconButton({ label, text }: { readonly label: string; readonly text: string }) {
  const studio = useStudio();
  const [isDone, setDone] = useState(false);
  return (
    <IconButton
      label={isDone ? 'Copied' : label}
      icon={isDone ? Check : Copy}
      onClick={() => {
        void copyText(studio, text).then((isCopied) => {
          if (!isCopied) return;
          setDone(true);
          window.setTimeout(() => setDone(false), 1500);
        });
      }}
    />
  );
}

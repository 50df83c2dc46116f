import { ActionIcon, Tooltip } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import type { MouseEvent } from 'react';
import styles from './IconButton.module.css';
import { useTip } from './useTip.ts';

interface IconButtonProps {
  /** What it does; its accessible name and its tooltip. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onClick: (event: MouseEvent<HTMLButtonElement>) => void;
  readonly isActive?: boolean;
  readonly isDisabled?: boolean;
  /** -1 for buttons inside a row that has its own keys. */
  readonly tabIndex?: number;
  readonly size?: number;
  readonly className?: string | undefined;
}

/** A quiet square button with an icon, a name and a tooltip. */
export function IconButton(props: IconButtonProps) {
  const {
    label,
    icon: Icon,
    onClick,
    isActive,
    isDisabled = false,
    tabIndex = 0,
    size = 24,
    className,
  } = props;
  const tip = useTip<HTMLButtonElement>(400);
  return (
    <>
      <ActionIcon
        ref={tip.ref}
        variant="subtle"
        color="gray"
        size={size}
        aria-label={label}
        {...(isActive === undefined ? {} : { 'aria-pressed': isActive })}
        disabled={isDisabled}
        tabIndex={tabIndex}
        {...tip.handlers}
        onClick={(event) => {
          tip.close();
          onClick(event);
        }}
        className={`${styles.button} ${className ?? ''}`}
      >
        <Icon size={size >= 24 ? 15 : 13} strokeWidth={1.5} aria-hidden="true" />
      </ActionIcon>
      {tip.isOpen ? <Tooltip target={tip.ref} opened label={label} withArrow={false} fz={12} /> : null}
    </>
  );
}

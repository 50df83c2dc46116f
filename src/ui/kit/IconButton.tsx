import { ActionIcon, Tooltip } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import type { MouseEvent } from 'react';
import styles from './IconButton.module.css';

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
  return (
    <Tooltip label={label} openDelay={400} withArrow={false} fz={12}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={size}
        aria-label={label}
        {...(isActive === undefined ? {} : { 'aria-pressed': isActive })}
        disabled={isDisabled}
        tabIndex={tabIndex}
        onClick={onClick}
        className={`${styles.button} ${className ?? ''}`}
      >
        <Icon size={size >= 24 ? 15 : 13} strokeWidth={1.5} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}

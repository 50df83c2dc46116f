import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import styles from './PaneBoundary.module.css';

interface PaneBoundaryProps {
  /** What failed, for the message: `Inspector`. */
  readonly name: string;
  readonly children: ReactNode;
}

/** Keeps a fault in one pane from taking the page down. The text is not touched by it. */
export class PaneBoundary extends Component<PaneBoundaryProps, { readonly fault: string | null }> {
  override state: { readonly fault: string | null } = { fault: null };

  static getDerivedStateFromError(error: unknown) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    return (
      <div className={styles.fault} role="alert">
        <p className={styles.text}>
          {this.props.name} stopped: {fault}. Your files are safe and the other panes go on.
        </p>
        <Button size="compact-sm" variant="default" onClick={() => this.setState({ fault: null })}>
          Show it again
        </Button>
      </div>
    );
  }
}

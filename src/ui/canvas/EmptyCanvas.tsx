import { Blocks, EyeOff, FileUp, LayoutTemplate, type LucideIcon, Plus } from 'lucide-react';
import { useAnalysis } from '../../state/react.tsx';
import { useCanvasTools, useScene } from './canvasContext.ts';
import styles from './EmptyCanvas.module.css';

/** What an empty canvas offers, or a canvas on which everything is hidden. */
export function EmptyCanvas({ onOpenSample }: { readonly onOpenSample: () => void }) {
  const { studio } = useCanvasTools();
  const isEmpty = useScene((state) => state.model.cards.size === 0);
  const isReady = useAnalysis((analysis) => analysis.isReady);
  const hasResources = useAnalysis((analysis) => analysis.resources.size > 0);
  if (!isReady || !isEmpty) return null;
  if (hasResources) {
    return (
      <div className={styles.empty} data-canvas-controls>
        <p className={styles.title}>Everything is hidden by the filter</p>
        <div className={styles.starts}>
          <Start
            icon={EyeOff}
            title="Show everything"
            text="All kinds and namespaces"
            onClick={() => studio.setView({ hiddenKinds: [], hiddenNamespaces: [] })}
          />
        </div>
      </div>
    );
  }
  return (
    <div className={styles.empty} data-canvas-controls>
      <p className={styles.title}>Start with the traffic you have, or the traffic you want</p>
      <div className={styles.starts}>
        <Start
          icon={Plus}
          title="Add a Gateway"
          text="Or drag any kind here from the palette"
          onClick={() => studio.setView({ leftPanel: 'palette', dialog: { type: 'create' } })}
        />
        <Start
          icon={Blocks}
          title="Begin with a pattern"
          text="TLS, canary, limits, LLM fallback: or let a guide choose"
          onClick={() => studio.setView({ leftPanel: 'patterns', pattern: null })}
        />
        <Start
          icon={LayoutTemplate}
          title="Open the sample"
          text="A Task API with a canary, limits, JWT and TLS"
          onClick={onOpenSample}
        />
        <Start
          icon={FileUp}
          title="Import YAML"
          text="Paste it, or choose files, folders or a zip"
          onClick={() => studio.setView({ dialog: { type: 'import' } })}
        />
      </div>
      <p className={styles.drop}>Or drop YAML anywhere</p>
    </div>
  );
}

interface StartProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  readonly onClick: () => void;
}

function Start({ icon: Icon, title, text, onClick }: StartProps) {
  return (
    <button type="button" className={styles.start} onClick={onClick}>
      <Icon size={20} strokeWidth={1.5} aria-hidden="true" />
      <span className={styles.name}>{title}</span>
      <span className={styles.text}>{text}</span>
    </button>
  );
}

import { Button, SegmentedControl } from '@mantine/core';
import { Copy, Download } from 'lucide-react';
import { useState } from 'react';
import type { ApplyGuide } from '../../core/exchange/kubectlCommands.ts';
import type { ExportFormat } from '../../core/exchange/types.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import { useAnalysis, useStudio } from '../../state/react.tsx';
import { CopyIconButton } from '../kit/CopyIconButton.tsx';
import { copyText } from '../kit/copyText.ts';
import { DialogFrame } from '../kit/DialogFrame.tsx';
import { KindIcon } from '../kit/icons.tsx';
import { lookOf } from '../kit/kindLook.ts';
import { saveFile } from '../kit/saveFile.ts';
import styles from './ExportDialog.module.css';
import { ExportWarnings } from './ExportWarnings.tsx';
import { useExport } from './useExport.ts';

/** One file or a zip, what is in it and in which order, and the commands that bring it to a cluster. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const studio = useStudio();
  const [format, setFormat] = useState<ExportFormat>('bundle');
  const prepared = useExport(format);
  const content = prepared?.exported.content;
  const isEmpty = prepared !== null && prepared.order.length === 0;
  return (
    <DialogFrame
      title="Export"
      width={780}
      onClose={onClose}
      foot={
        <>
          {typeof content === 'string' ? (
            <Button
              size="xs"
              variant="default"
              disabled={isEmpty}
              leftSection={<Copy size={14} strokeWidth={1.5} />}
              onClick={() => {
                void copyText(studio, content).then((isCopied) => {
                  if (isCopied) studio.notify({ tone: 'success', text: 'The bundle is on the clipboard.' });
                });
              }}
            >
              Copy
            </Button>
          ) : null}
          <Button
            size="xs"
            data-autofocus
            disabled={content === undefined || isEmpty}
            leftSection={<Download size={14} strokeWidth={1.5} />}
            onClick={() => {
              if (prepared === null) return;
              const { fileName, mediaType } = prepared.exporter;
              saveFile(fileName, prepared.exported.content, mediaType);
              studio.notify({ tone: 'success', text: `Exported ${fileName}.` });
            }}
          >
            Download{prepared === null ? '' : ` ${prepared.exporter.fileName}`}
          </Button>
        </>
      }
    >
      <div className={styles.top}>
        <SegmentedControl
          size="xs"
          aria-label="Format"
          data={(prepared?.formats ?? fallback).map(({ name, label }) => ({ value: name, label }))}
          value={format}
          transitionDuration={0}
          onChange={(value) => setFormat(value as ExportFormat)}
        />
        <p className={styles.purpose}>{prepared?.exporter.purpose}</p>
      </div>
      <ExportWarnings onClose={onClose} />
      <div className={styles.columns}>
        <section className={styles.column} aria-label="Order">
          <h3 className={styles.heading}>In this order</h3>
          <Order ids={prepared?.order ?? []} />
          {prepared === null || prepared.exported.notes.length === 0 ? null : (
            <ul className={styles.notes}>
              {prepared.exported.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </section>
        <section className={styles.column} aria-label="Commands">
          <h3 className={styles.heading}>To the cluster</h3>
          {prepared === null ? null : <Guide guide={prepared.guide} />}
        </section>
      </div>
    </DialogFrame>
  );
}

/** Until the exporters are there. */
const fallback: readonly { readonly name: ExportFormat; readonly label: string }[] = [
  { name: 'bundle', label: 'One YAML file' },
  { name: 'zip', label: 'Zip archive' },
];

function Order({ ids }: { readonly ids: readonly ResourceId[] }) {
  const resources = useAnalysis((analysis) => analysis.resources);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
    <ol className={styles.order} tabIndex={0} aria-label="Resources in the order they are applied">
      {ids.map((id) => {
        const resource = resources.get(id);
        if (resource === undefined) return null;
        return (
          <li key={id} className={styles.resource}>
            <KindIcon {...lookOf(resource)} size={14} />
            <span className={styles.kind}>{resource.kind}</span>
            <span className={styles.name}>{resource.name}</span>
            <span className={styles.namespace}>{resource.namespace}</span>
          </li>
        );
      })}
    </ol>
  );
}

function Guide({ guide }: { readonly guide: ApplyGuide }) {
  return (
    <>
      <ol className={styles.steps}>
        {guide.steps.map(({ title, command }) => (
          <li key={title}>
            <span className={styles.stepTitle}>{title}</span>
            <span className={styles.command}>
              <code>{command}</code>
              <CopyIconButton label={`Copy: ${command}`} text={command} />
            </span>
          </li>
        ))}
      </ol>
      {guide.remarks.length === 0 ? null : (
        <ul className={styles.notes}>
          {guide.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </>
  );
}

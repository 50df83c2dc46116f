import { Button, Radio, Stack, Textarea } from '@mantine/core';
import { FileUp, FolderOpen, X } from 'lucide-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import type { Imported, RawItem } from '../../core/exchange/types.ts';
import { useStudio, useWorkspace } from '../../state/react.tsx';
import { countOf } from '../kit/countOf.ts';
import { DialogFrame } from '../kit/DialogFrame.tsx';
import styles from './ImportDialog.module.css';
import { ImportReportView } from './ImportReportView.tsx';
import { countResources, type ImportMode, readItems, readText, takeImported } from './importDropped.ts';
import { readDropped, readFiles } from './readItems.ts';

type Source = { readonly text: string } | { readonly items: readonly RawItem[] };

interface ImportDialogProps {
  readonly text?: string;
  readonly items?: readonly RawItem[];
  readonly onClose: () => void;
}

/** Paste, choose or drop; see what is in it; add it. Nothing comes in before the report was seen. */
export function ImportDialog({ text, items, onClose }: ImportDialogProps) {
  const studio = useStudio();
  const [source, setSource] = useState<Source>(items === undefined ? { text: text ?? '' } : { items });
  const [mode, setMode] = useState<ImportMode>('add');
  const [isOver, setOver] = useState(false);
  const isEmpty = useWorkspace((workspace) =>
    [...workspace.files.values()].every((one) => one.trim() === ''),
  );
  const imported = useImported(source);
  const exists = imported?.report.files.filter((file) => file.exists).length ?? 0;
  const resources = imported === null ? 0 : countResources(imported);
  const isReady = imported !== null && imported.files.length + imported.definitions.length > 0;

  const take = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    void readDropped(event.dataTransfer).then((dropped) => setSource({ items: dropped }));
  };

  return (
    <DialogFrame
      title="Import"
      width={600}
      onClose={onClose}
      foot={
        <>
          <Button
            size="xs"
            variant="default"
            {...(items === undefined ? {} : { 'data-autofocus': true })}
            onClick={onClose}
          >
            Cancel
          </Button>
          <Button
            size="xs"
            disabled={!isReady}
            onClick={() => {
              if (imported === null) return;
              onClose();
              void takeImported(studio, imported, isEmpty ? 'replace-all' : mode);
            }}
          >
            {isReady && resources > 0 ? `Import ${countOf(resources, 'resource')}` : 'Import'}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a place to drop; the buttons do the same */}
      <div
        className={styles.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes('Files')) return;
          event.preventDefault();
          event.stopPropagation();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={take}
      >
        <Stack gap={12}>
          <SourceField source={source} onChange={setSource} />
          {imported === null || ('text' in source && source.text.trim() === '') ? null : (
            <ImportReportView report={imported.report} />
          )}
          {isReady && !isEmpty && imported.files.length > 0 ? (
            <ModeChoice mode={mode} exists={exists} onChange={setMode} />
          ) : null}
        </Stack>
      </div>
    </DialogFrame>
  );
}

/** The text to import with the ways to fill it, or what was chosen. */
function SourceField({
  source,
  onChange,
}: {
  readonly source: Source;
  readonly onChange: (source: Source) => void;
}) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const choose = (list: FileList | null) => {
    if (list !== null && list.length > 0) void readFiles(list).then((items) => onChange({ items }));
  };
  return (
    <>
      {'text' in source ? (
        <Textarea
          classNames={{ input: styles.paste }}
          aria-label="YAML or JSON to import"
          placeholder={'Paste YAML or JSON here,\nor drop files, folders or a zip anywhere in this window.'}
          rows={7}
          spellCheck={false}
          data-autofocus
          value={source.text}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
      ) : (
        <div className={styles.chosen}>
          <span>{countOf(source.items.length, 'item')} chosen</span>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={<X size={13} strokeWidth={1.5} />}
            onClick={() => onChange({ text: '' })}
          >
            Choose something else
          </Button>
        </div>
      )}
      <div className={styles.choices}>
        <Button
          size="xs"
          variant="default"
          leftSection={<FileUp size={14} strokeWidth={1.5} />}
          onClick={() => files.current?.click()}
        >
          Choose files…
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<FolderOpen size={14} strokeWidth={1.5} />}
          onClick={() => folder.current?.click()}
        >
          Choose a folder…
        </Button>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          accept=".yaml,.yml,.json,.zip"
          aria-label="Files to import"
          onChange={(event) => choose(event.currentTarget.files)}
        />
        <input
          ref={folder}
          type="file"
          hidden
          aria-label="Folder to import"
          {...{ webkitdirectory: '' }}
          onChange={(event) => choose(event.currentTarget.files)}
        />
      </div>
    </>
  );
}

interface ModeChoiceProps {
  readonly mode: ImportMode;
  /** How many of the files have the path of a file that is there. */
  readonly exists: number;
  readonly onChange: (mode: ImportMode) => void;
}

function ModeChoice({ mode, exists, onChange }: ModeChoiceProps) {
  return (
    <Radio.Group
      aria-label="What happens to the files that are there"
      value={mode}
      onChange={(value) => onChange(value as ImportMode)}
    >
      <Stack gap={6}>
        <Radio
          size="xs"
          value="add"
          label={
            exists === 0 ? 'Add to this workspace' : 'Add to this workspace; files that exist get a number'
          }
        />
        {exists === 0 ? null : (
          <Radio
            size="xs"
            value="replace-same"
            label={`Replace ${countOf(exists, 'file')} of the same path`}
          />
        )}
        <Radio size="xs" value="replace-all" label="Replace everything in this workspace" />
      </Stack>
    </Radio.Group>
  );
}

/** What the importers make of the source; the last answer stays while a new one is made. */
function useImported(source: Source): Imported | null {
  const studio = useStudio();
  const [imported, setImported] = useState<Imported | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const existing = [...studio.workspace.getState().files.keys()];
    const reading = 'text' in source ? readText(source.text, existing) : readItems(source.items, existing);
    void reading.then((result) => {
      if (isCurrent) setImported(result);
    });
    return () => {
      isCurrent = false;
    };
  }, [source, studio]);
  return imported;
}

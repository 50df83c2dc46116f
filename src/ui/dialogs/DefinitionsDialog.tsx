import { Button, SegmentedControl } from '@mantine/core';
import { FilePlus2, Trash2 } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { Channel } from '../../core/catalogue/channel.ts';
import type { DefinitionReport } from '../../core/catalogue/library.ts';
import { useAnalysis, useStudio, useWorkspace } from '../../state/react.tsx';
import { DialogFrame } from '../kit/DialogFrame.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import styles from './DefinitionsDialog.module.css';
import { importItems } from './importDropped.ts';
import { readFiles } from './readItems.ts';

const channels: readonly { readonly value: Channel; readonly label: string }[] = [
  { value: 'standard', label: 'Standard' },
  { value: 'experimental', label: 'Experimental' },
];

/** What resources are judged by: the releases that are built in, the channel, and CRDs of the user's own. */
export function DefinitionsDialog({ onClose }: { readonly onClose: () => void }) {
  const studio = useStudio();
  const library = useAnalysis((analysis) => analysis.library);
  const channel = useWorkspace((workspace) => workspace.channel);
  const picker = useRef<HTMLInputElement>(null);
  const releases = useMemo(() => listReleases(library?.releases ?? []), [library]);
  const bySource = useMemo(() => groupBySource(library?.definitions ?? []), [library]);
  const sources = useWorkspace((workspace) => workspace.definitions);
  return (
    <DialogFrame title="API definitions" width={560} onClose={onClose}>
      <section className={styles.section} aria-label="Gateway API channel">
        <h3 className={styles.title}>Gateway API channel of the cluster</h3>
        <SegmentedControl
          size="xs"
          aria-label="Gateway API channel"
          data={[...channels]}
          value={channel}
          onChange={(value) => void studio.equip({ channel: value as Channel })}
        />
        <p className={styles.muted}>
          Fields and kinds of the experimental channel are errors on a cluster that has the standard one.
        </p>
      </section>
      <section className={styles.section} aria-label="CRDs of your own">
        <h3 className={styles.title}>CRDs of your own</h3>
        <p className={styles.muted}>
          What a CRD describes is judged by it: its structure and its CEL rules, instead of what is built in.
        </p>
        {sources.length === 0 ? null : (
          <ul className={styles.list}>
            {sources.map(({ path }) => (
              <li key={path} className={styles.item}>
                <div className={styles.words}>
                  <span className={styles.path}>{path}</span>
                  {(bySource.get(path) ?? []).map((each) => (
                    <span key={each.name} className={styles.muted}>
                      {each.kind}, {each.group} {each.versions.join(', ')}
                      {each.release === undefined ? '' : ` (release ${each.release})`}
                    </span>
                  ))}
                  {library?.problems
                    .filter(({ source }) => source === path)
                    .map(({ message }) => (
                      <span key={message} className={styles.problem}>
                        {message}
                      </span>
                    ))}
                </div>
                <IconButton
                  label={`Remove ${path}`}
                  icon={Trash2}
                  onClick={() => void studio.undefine(path)}
                />
              </li>
            ))}
          </ul>
        )}
        <div>
          <Button
            size="xs"
            variant="default"
            leftSection={<FilePlus2 size={14} strokeWidth={1.5} />}
            onClick={() => picker.current?.click()}
          >
            Add CRDs…
          </Button>
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            accept=".yaml,.yml,.json,.zip"
            aria-label="CRDs to add"
            onChange={(event) => {
              const { files } = event.currentTarget;
              if (files !== null) void readFiles(files).then((items) => importItems(studio, items));
            }}
          />
        </div>
      </section>
      <section className={styles.section} aria-label="Built in">
        <h3 className={styles.title}>Built in</h3>
        <dl className={styles.releases}>
          {releases.map(({ project, version }) => (
            <div key={project} className={styles.release}>
              <dt>{project}</dt>
              <dd>{version}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.muted}>
          <a className={styles.link} href="catalogue/notices.md" target="_blank" rel="noreferrer">
            Where these descriptions come from
          </a>
        </p>
      </section>
    </DialogFrame>
  );
}

/** One line a project: a project has several API groups. */
function listReleases(releases: readonly { readonly project: string; readonly version: string }[]) {
  return [...new Map(releases.map((each) => [each.project, each])).values()];
}

function groupBySource(
  definitions: readonly DefinitionReport[],
): ReadonlyMap<string, readonly DefinitionReport[]> {
  const groups = new Map<string, DefinitionReport[]>();
  for (const each of definitions) groups.set(each.source, [...(groups.get(each.source) ?? []), each]);
  return groups;
}

import { Spotlight, spotlight } from '@mantine/spotlight';
import { Blocks, Compass, Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { kindOf } from '../../core/kinds/registry.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import { useAnalysis, useStudio } from '../../state/react.tsx';
import type { OpenPattern } from '../../state/types.ts';
import { rankByScore } from '../kit/fuzzyScore.ts';
import { KindIcon } from '../kit/icons.tsx';
import { Keys } from '../kit/Keys.tsx';
import { type PatternTitles, usePatternTitles } from '../kit/usePatternTitles.ts';
import styles from './CommandPalette.module.css';
import { type Command, commands } from './commands.ts';
import type { ShellDeeds } from './slots.ts';

const MOST_RESOURCES = 8;
const MOST_PATTERNS = 6;

/** Opens the palette. */
export const openCommandPalette = spotlight.open;

/** One field for everything: resources of the workspace and every command, by Ctrl/Cmd-K. */
export function CommandPalette({ deeds }: { readonly deeds: ShellDeeds }) {
  const studio = useStudio();
  const [query, setQuery] = useState('');
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={['mod + K']}
      transitionProps={{ duration: 0 }}
      scrollable
      maxHeight={420}
      radius="var(--radius-lg)"
    >
      <Spotlight.Search
        placeholder="Search or run a command"
        aria-label="Search or run a command"
        leftSection={<Search size={16} strokeWidth={1.5} aria-hidden="true" />}
      />
      <Spotlight.ActionsList>
        <FoundResources query={query} />
        <FoundPatterns query={query} />
        <FoundCommands query={query} onRun={(command) => command.run(studio, deeds)} />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function FoundResources({ query }: { readonly query: string }) {
  const studio = useStudio();
  const resources = useAnalysis((analysis) => analysis.resources);
  const found = useMemo(
    () =>
      query.trim() === ''
        ? []
        : rankByScore([...resources.values()], query, (each) => [
            { text: each.name, weight: 2 },
            { text: each.kind, weight: 1 },
            { text: each.namespace, weight: 0.5 },
          ]).slice(0, MOST_RESOURCES),
    [query, resources],
  );
  if (found.length === 0) return null;
  const show = (id: ResourceId) => studio.select([id], { bring: true });
  return (
    <Spotlight.ActionsGroup label="Resources">
      {found.map((resource) => {
        const kind = kindOf(resource.group, resource.kind);
        return (
          <Spotlight.Action
            key={resource.id}
            className={styles.action ?? ''}
            onClick={() => show(resource.id)}
            leftSection={<KindIcon icon={kind?.icon ?? 'box'} family={kind?.family ?? 'other'} />}
            label={resource.name}
            description={[resource.kind, resource.namespace].filter(Boolean).join(' · ')}
          />
        );
      })}
    </Spotlight.ActionsGroup>
  );
}

/** Patterns and guides by their titles; they are loaded with the first letter. */
function FoundPatterns({ query }: { readonly query: string }) {
  const studio = useStudio();
  const isAsked = query.trim() !== '';
  const titles = usePatternTitles(isAsked);
  const found = useMemo(
    () => (isAsked && titles !== undefined ? findTitles(titles, query) : []),
    [isAsked, titles, query],
  );
  if (found.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label="Patterns and guides">
      {found.map(({ open, title }) => (
        <Spotlight.Action
          key={`${open.type} ${open.id}`}
          className={styles.action ?? ''}
          onClick={() => studio.setView({ leftPanel: 'patterns', pattern: open })}
          leftSection={
            open.type === 'guide' ? (
              <Compass size={15} strokeWidth={1.5} aria-hidden="true" />
            ) : (
              <Blocks size={15} strokeWidth={1.5} aria-hidden="true" />
            )
          }
          label={title}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

interface FoundTitle {
  readonly open: OpenPattern;
  readonly title: string;
}

function findTitles({ patterns, guides }: PatternTitles, query: string): readonly FoundTitle[] {
  const all: readonly FoundTitle[] = [
    ...[...guides].map(([id, title]) => ({ open: { type: 'guide', id, answers: [] } as const, title })),
    ...[...patterns].map(([id, title]) => ({ open: { type: 'pattern', id } as const, title })),
  ];
  return rankByScore(all, query, ({ title }) => [{ text: title, weight: 2 }]).slice(0, MOST_PATTERNS);
}

function FoundCommands({ query, onRun }: { readonly query: string; onRun(command: Command): void }) {
  const found = rankByScore(commands, query, (command) => [
    { text: command.label, weight: 2 },
    { text: command.group, weight: 0.5 },
  ]);
  const groups = [...new Set(found.map((command) => command.group))];
  if (found.length === 0) return <Spotlight.Empty>No command and no resource of that name.</Spotlight.Empty>;
  return groups.map((group) => (
    <Spotlight.ActionsGroup key={group} label={group}>
      {found
        .filter((command) => command.group === group)
        .map((command) => (
          <Spotlight.Action
            key={command.id}
            className={styles.action ?? ''}
            label={command.label}
            onClick={() => onRun(command)}
            rightSection={command.keys === undefined ? null : <Keys keys={command.keys} />}
          />
        ))}
    </Spotlight.ActionsGroup>
  ));
}

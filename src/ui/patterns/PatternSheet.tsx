import { Button } from '@mantine/core';
import { BookOpen, ChevronLeft } from 'lucide-react';
import { useState } from 'react';
import { isAsked } from '../../core/templates/checkAnswers.ts';
import { patternOf } from '../../core/templates/registry.ts';
import { suggestRoles } from '../../core/templates/suggestRoles.ts';
import type { Answer, Pattern } from '../../core/templates/types.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import { namespaceInView } from '../../state/namespaceInView.ts';
import { useStudio } from '../../state/react.tsx';
import type { OpenPattern, Studio } from '../../state/types.ts';
import { DiffView } from '../kit/diff/DiffView.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { Panel } from '../kit/Panel.tsx';
import { usePreview } from '../kit/usePreview.ts';
import { ParameterField } from './ParameterField.tsx';
import styles from './patterns.module.css';
import { RoleField } from './RoleField.tsx';
import { useOverlay } from './useOverlay.ts';

type Open = Extract<OpenPattern, { type: 'pattern' }>;

/** One pattern being filled in: what it works with, its parameters, and what it would change. */
export function PatternSheet({ open }: { readonly open: Open }) {
  const pattern = patternOf(open.id);
  if (pattern === undefined) return <Gone id={open.id} />;
  return <Sheet open={open} pattern={pattern} />;
}

function Sheet({ open, pattern }: { readonly open: Open; readonly pattern: Pattern }) {
  const studio = useStudio();
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>(open.answers ?? {});
  const [roles, setRoles] = useState(() => suggestedRoles(studio, pattern));
  const namespace = namespaceInView(studio.analysis.getState(), studio.view.getState());
  const args = {
    pattern: pattern.id,
    answers,
    roles,
    ...(Object.keys(roles).length > 0 || namespace === undefined ? {} : { namespace }),
    ...(open.guide === undefined ? {} : { guide: open.guide }),
  };
  const preview = usePreview('apply-pattern', args);
  useOverlay('apply-pattern', args);
  const answer = (id: string, value: Answer) => setAnswers((old) => ({ ...old, [id]: value }));
  const give = (role: string, id: ResourceId | undefined) =>
    setRoles(({ [role]: _, ...rest }) => (id === undefined ? rest : { ...rest, [role]: id }));
  const filled = {
    ...Object.fromEntries(pattern.parameters.map((each) => [each.id, each.default])),
    ...answers,
  };
  const apply = async () => {
    const result = await studio.run('apply-pattern', args);
    if (!('refused' in result)) studio.setView({ pattern: null });
  };
  const isReady = preview !== null && preview.refused === undefined;
  return (
    <Panel
      title={pattern.title}
      actions={
        <>
          <IconButton
            label="Documentation"
            icon={BookOpen}
            onClick={() => window.open(pattern.docs, '_blank', 'noopener')}
          />
          <IconButton
            label="All patterns"
            icon={ChevronLeft}
            onClick={() => studio.setView({ pattern: null })}
          />
        </>
      }
      foot={
        <div className={styles.buttons}>
          <Button size="xs" variant="default" onClick={() => studio.setView({ pattern: null })}>
            Cancel
          </Button>
          <Button size="xs" disabled={!isReady} onClick={() => void apply()}>
            Apply
          </Button>
        </div>
      }
    >
      <form
        className={styles.sheet}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void apply();
        }}
      >
        <p className={styles.lead}>{pattern.purpose}</p>
        {pattern.roles.length === 0 ? null : (
          <fieldset className={styles.fields}>
            <legend>Works with</legend>
            {pattern.roles.map((role) => (
              <RoleField
                key={role.id}
                role={role}
                value={roles[role.id]}
                onChange={(id) => give(role.id, id)}
              />
            ))}
          </fieldset>
        )}
        {pattern.parameters.length === 0 ? null : (
          <fieldset className={styles.fields}>
            <legend>Settings</legend>
            {pattern.parameters
              .filter((parameter) => isAsked(parameter, filled))
              .map((parameter) => (
                <ParameterField
                  key={parameter.id}
                  parameter={parameter}
                  value={answers[parameter.id]}
                  onChange={(value) => answer(parameter.id, value)}
                />
              ))}
          </fieldset>
        )}
        <section className={styles.fields} aria-label="What it changes">
          <h3 className={styles.legend}>What it changes</h3>
          {preview?.refused === undefined ? null : (
            <p className={styles.problem} role="alert">
              {preview.refused}
            </p>
          )}
          {isReady ? <DiffView diffs={preview.diffs} label="Changes of this pattern" /> : null}
        </section>
      </form>
    </Panel>
  );
}

/** What is selected takes the roles that it can. */
function suggestedRoles(studio: Studio, pattern: Pattern): Readonly<Record<string, ResourceId>> {
  return suggestRoles(pattern, studio.view.getState().selection, studio.analysis.getState());
}

function Gone({ id }: { readonly id: string }) {
  const studio = useStudio();
  return (
    <Panel title="Patterns">
      <p className={styles.lead}>There is no pattern called {id}.</p>
      <Button size="xs" variant="default" onClick={() => studio.setView({ pattern: null })}>
        All patterns
      </Button>
    </Panel>
  );
}

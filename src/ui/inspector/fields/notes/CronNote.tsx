import { type Path, valueAt } from '../../../../core/yaml/path.ts';
import { useForm } from '../FormContext.ts';
import styles from '../fields.module.css';
import { sayCron } from './sayCron.ts';

/** When a schedule runs next, in words. The time zone is that of the field beside it, else UTC. */
export function CronNote({ text, path }: { readonly text: string; readonly path: Path }) {
  const { resource } = useForm();
  const beside = valueAt(resource.value, [...path.slice(0, -1), 'timezone']);
  const said = sayCron(text, typeof beside === 'string' ? beside : 'UTC', new Date());
  if ('problem' in said) return <p className={styles.missing}>{said.problem}</p>;
  return (
    <div className={styles.note}>
      <p>{said.words}</p>
      <ol aria-label="Next runs">
        {said.runs.map((run) => (
          <li key={run}>{run}</li>
        ))}
      </ol>
    </div>
  );
}

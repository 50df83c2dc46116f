import { Button } from '@mantine/core';
import { Code } from 'lucide-react';
import { formatPath, type Path } from '../../core/yaml/path.ts';
import { useForm } from './FormContext.ts';
import styles from './inspector.module.css';

const most = 40;

/** What a resource of an unknown kind says, to read; it is edited in the YAML. */
export function GenericSummary() {
  const form = useForm();
  const { apiVersion: _version, kind: _kind, metadata: _metadata, ...rest } = form.resource.value;
  const lines = listScalars(rest, []);
  return (
    <>
      <p className={styles.muted}>
        There is no form for {form.resource.kind} yet. It is kept as it is, and can be edited in the YAML.
      </p>
      <Button
        size="xs"
        variant="default"
        w="fit-content"
        leftSection={<Code size={14} strokeWidth={1.5} />}
        onClick={() => form.reveal([])}
      >
        Edit in YAML
      </Button>
      <dl className={styles.summary}>
        {lines.slice(0, most).map(({ path, text }) => (
          <div key={formatPath(path)} className={styles.summaryRow}>
            <dt>{formatPath(path)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {lines.length > most ? <p className={styles.muted}>{lines.length - most} more in the YAML.</p> : null}
    </>
  );
}

interface Line {
  readonly path: Path;
  readonly text: string;
}

function listScalars(value: unknown, path: Path): readonly Line[] {
  if (value === null || typeof value !== 'object') return [{ path, text: String(value) }];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : Object.entries(value);
  return entries.flatMap(([key, held]) => listScalars(held, [...path, key]));
}

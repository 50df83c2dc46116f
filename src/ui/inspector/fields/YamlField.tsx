import { Button } from '@mantine/core';
import { Code } from 'lucide-react';
import { useId } from 'react';
import type { Path } from '../../../core/yaml/path.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { useForm } from './FormContext.ts';

interface YamlFieldProps {
  readonly path: Path;
  readonly label: string;
  readonly help?: string | undefined;
  readonly isKey?: boolean;
}

/** What no form can draw: it leads to its place in the YAML. */
export function YamlField({ path, label, help, isKey = false }: YamlFieldProps) {
  const form = useForm();
  const id = useId();
  return (
    <FieldFrame label={label} path={path} controlId={id} help={help} helpId={`${id}-help`} isKey={isKey}>
      <Button
        id={id}
        size="compact-xs"
        variant="default"
        w="fit-content"
        leftSection={<Code size={13} strokeWidth={1.5} aria-hidden="true" />}
        onClick={() => form.reveal(path)}
      >
        Edit in the YAML
      </Button>
    </FieldFrame>
  );
}

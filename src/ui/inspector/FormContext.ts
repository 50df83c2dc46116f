import { createContext, useContext } from 'react';
import type { ActionArgs, ActionName } from '../../core/actions/registry.ts';
import type { AnalysedResource, Finding } from '../../core/analysis.ts';
import type { Edge } from '../../core/graph/types.ts';
import type { KindDefinition } from '../../core/kinds/types.ts';
import type { Path } from '../../core/yaml/path.ts';
import { pathKey } from './fieldPath.ts';

/** What every field of a form knows: the resource, its findings, and how to change it. */
export interface Form {
  readonly resource: AnalysedResource;
  /** Absent for kinds that the studio does not know. */
  readonly definition: KindDefinition | undefined;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** The references that the resource holds, by the key of their path. */
  readonly edges: ReadonlyMap<string, Edge>;
  /** True while the document does not parse. */
  readonly isDisabled: boolean;
  /** Runs one action as one undo step; answers the refusal in words, or null. */
  run<N extends ActionName>(name: N, args: ActionArgs<N>): Promise<string | null>;
  /** Shows a field in the YAML; one that is not there shows the nearest one above it. */
  reveal(path: Path): void;
}

export const FormContext = createContext<Form | null>(null);

/** The form that this field is part of. */
export function useForm(): Form {
  const form = useContext(FormContext);
  if (form === null) throw new Error('a field needs a form around it');
  return form;
}

/** The findings about one field. */
export function useFindings(path: Path): readonly Finding[] {
  return useForm().findings.get(pathKey(path)) ?? none;
}

const none: readonly Finding[] = [];

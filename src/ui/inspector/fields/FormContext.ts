import { createContext, type ReactNode, useContext } from 'react';
import type { ActionArgs, ActionName } from '../../../core/actions/registry.ts';
import type { AnalysedResource, Finding } from '../../../core/analysis.ts';
import type { Shape } from '../../../core/catalogue/shape.ts';
import { pathKey } from '../../../core/forms/fieldPath.ts';
import type { Edge } from '../../../core/graph/types.ts';
import type { FieldDeclaration } from '../../../core/kinds/form.ts';
import type { KindDefinition } from '../../../core/kinds/types.ts';
import type { Path } from '../../../core/yaml/path.ts';

/** What every field of a form knows: the resource, its schema, its findings, and how to change it. */
export interface Form {
  readonly resource: AnalysedResource;
  /** Absent for kinds that the studio does not know. */
  readonly definition: KindDefinition | undefined;
  /** Absent until the catalogue is here, and for kinds that it does not know. */
  readonly shape: Shape | undefined;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** The references that the resource holds, by the key of their path. */
  readonly edges: ReadonlyMap<string, Edge>;
  /** True while the document does not parse. */
  readonly isDisabled: boolean;
  /** Runs one action as one undo step; answers the refusal in words, or null. */
  run<N extends ActionName>(name: N, args: ActionArgs<N>): Promise<string | null>;
  /** Draws fields inside of a field: an item's, a member's, a group's. `hasRest`: with whatever else the schema has. */
  renderFields(fields: readonly FieldDeclaration[], base: Path, hasRest: boolean): ReactNode;
  /** Shows a field in the YAML; one that is not there shows the nearest one above it. */
  reveal(path: Path): void;
}

export const FormContext = createContext<Form | null>(null);

/** The title of the section around a field: a field of the same name does not say it again. */
export const SectionTitle = createContext<string | null>(null);

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

/** What the catalogue says of one field; undefined when it knows nothing of it. */
export function useShapeAt(path: Path): Shape | undefined {
  let shape = useForm().shape;
  for (const step of path) shape = shape?.step(step);
  return shape;
}

const none: readonly Finding[] = [];

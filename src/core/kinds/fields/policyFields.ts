import type { GroupKind } from '../../workspace/types.ts';
import type { FieldDeclaration, FormSection, ListFieldDeclaration } from '../form.ts';
import { readPairs, readText } from '../reading.ts';
import { targetWords } from '../summaries/policySummary.ts';
import { words } from '../summaries/rows.ts';
import { together } from '../summaries/sentences.ts';
import { namespacesField } from './namespaceFields.ts';

/** What a policy governs. */
export const targetRefsField: FieldDeclaration = {
  type: 'reference',
  path: 'spec.targetRefs',
  label: 'Governs',
  reference: 'targetRef',
  help: 'In the same namespace. A section name narrows it to one listener or rule.',
};

/** What a policy governs, by name. `more`: what else is decided by it. */
export function targetsSection(help: string, more: readonly FieldDeclaration[] = []): FormSection {
  return { title: 'Targets', isMain: true, help, say: targetWords, fields: [targetRefsField, ...more] };
}

/** What an Envoy Gateway policy governs: by name or by label, and how it joins with the policies of its parents. */
export function envoyTargetsSection(
  kinds: readonly GroupKind[],
  { merges }: { readonly merges: boolean },
): FormSection {
  return targetsSection('What this policy governs; the most specific policy wins.', [
    targetSelectorsField(kinds),
    ...(merges ? [mergeTypeField] : []),
  ]);
}

const mergeTypeField: FieldDeclaration = {
  type: 'enum',
  path: 'spec.mergeType',
  label: 'Merged with parents',
  options: ['StrategicMerge', 'JSONMerge'],
  help: 'Only on routes. When empty, this policy takes the place of those on the Gateway.',
};

function targetSelectorsField(kinds: readonly GroupKind[]): ListFieldDeclaration {
  return {
    type: 'list',
    path: 'spec.targetSelectors',
    label: 'Governs by label',
    item: 'selector',
    newItem: () => ({ kind: kinds[0]?.kind ?? 'Gateway', matchLabels: { team: 'web' } }),
    say: saySelector,
    fields: [
      { type: 'enum', path: 'kind', label: 'Kind', required: true, options: kinds.map(({ kind }) => kind) },
      { type: 'map', path: 'matchLabels', label: 'Labels' },
      namespacesField({
        path: 'namespaces',
        label: 'In namespaces',
        help: 'The same namespace when not chosen; others have to grant it.',
        from: ['Same', 'All', 'Selector'],
      }),
    ],
  };
}

/** `HTTPRoutes with team=web`. */
function saySelector(selector: unknown): string | undefined {
  const kind = readText(selector, 'kind');
  const labels = together(
    readPairs(selector, 'matchLabels').map(([key, text]) => `${key}=${text}`),
    3,
  );
  return words(
    kind === undefined ? undefined : `${kind}s`,
    labels === undefined ? undefined : `with ${labels}`,
  );
}

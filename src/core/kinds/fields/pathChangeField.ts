import type { ChoiceFieldDeclaration } from '../form.ts';

/** How the path of a request is changed; `path` is the map with `type`. */
export function pathChangeField(path: string, label: string): ChoiceFieldDeclaration {
  return {
    type: 'choice',
    path,
    label,
    by: 'type',
    help: 'Kept as it is when not chosen.',
    members: [
      {
        label: 'Replace the matched prefix',
        help: 'The rule needs exactly one match, by PathPrefix.',
        word: 'ReplacePrefixMatch',
        key: 'replacePrefixMatch',
        newValue: () => '/',
        fields: [{ type: 'text', path: 'replacePrefixMatch', label: 'New prefix', placeholder: '/' }],
      },
      {
        label: 'Replace the whole path',
        word: 'ReplaceFullPath',
        key: 'replaceFullPath',
        newValue: () => '/',
        fields: [{ type: 'text', path: 'replaceFullPath', label: 'New path', placeholder: '/maintenance' }],
      },
    ],
  };
}

import type { DocumentCheck } from './types.ts';

/** Codes for what the YAML reader reports; its messages are complete as they are. */
const codes: readonly (readonly [code: string, problem: string, reason: string])[] = [
  ['TS001', 'syntax', 'kubectl cannot read a document that is not YAML.'],
  ['TS002', 'duplicate-key', 'Of two equal keys only one can count; readers differ in which.'],
  ['TS003', 'tab-indent', 'YAML forbids tabs as indentation.'],
  ['TS004', 'unresolved-alias', 'An alias needs an anchor before it in the same document.'],
  ['TS005', 'alias-bomb', 'Aliases that multiply fill the memory of every reader.'],
  ['TS006', 'prototype-key', 'Keys like __proto__ have tripped up many programs; the API server drops them.'],
  ['TS007', 'too-deep', 'Readers give up on values that are nested this deep.'],
];

export const yamlProblems: readonly DocumentCheck[] = codes.map(([code, problem, reason]) => ({
  code,
  name: problem,
  reason,
  scope: 'document',
  run: ({ tree }) =>
    tree.problems
      .filter((each) => each.code === problem)
      .map(({ message, fatal, start, end }) => ({
        severity: fatal || problem === 'duplicate-key' ? 'error' : 'warning',
        message,
        path: [],
        range: { start, end },
      })),
}));

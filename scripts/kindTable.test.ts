import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kinds } from '../src/core/kinds/registry.ts';
import { withKindTable } from './kindTable.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

it('the README shows every kind as the registries have it: `npm run docs:kinds` writes it anew', () => {
  expect(withKindTable(readme)).toBe(readme);
  for (const { kind } of kinds) expect(readme).toMatch(new RegExp(`^\\| ${kind} +\\|`, 'm'));
});

it('a README without a place for the table is told so', () => {
  expect(() => withKindTable('# Nothing')).toThrow('<!-- kinds');
});

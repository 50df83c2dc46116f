/*
 * Walks every import under src and holds it against the rules of the house (scripts/architecture). The second half
 * plants a violation of each rule in a small tree in memory, so that a checker gone blind is noticed.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rules } from '../scripts/architecture/rules.ts';
import { readSourceTree, sourceTreeOf } from '../scripts/architecture/sourceTree.ts';

const tree = await readSourceTree(fileURLToPath(new URL('..', import.meta.url)));

describe('the sources', () => {
  it('are found', () => {
    expect(tree.size).toBeGreaterThan(20);
    expect([...tree.values()].flatMap((file) => file.imports).length).toBeGreaterThan(20);
  });

  it.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_name, rule) => {
    const found = rule.check(tree);
    expect(found, `\n${found.join('\n')}\n`).toEqual([]);
  });
});

/** What a rule says of these files; imported files that are not given are made empty. */
function complaints(ruleName: string, files: Readonly<Record<string, string>>): readonly string[] {
  const rule = rules.find(({ name }) => name === ruleName);
  if (rule === undefined) throw new Error(`There is no rule "${ruleName}".`);
  const texts = new Map(Object.entries(files));
  if (ruleName !== 'every import names a file that is there, with its extension') {
    for (const file of sourceTreeOf(texts).values()) {
      for (const { file: target } of file.imports) if (target && !texts.has(target)) texts.set(target, '');
    }
  }
  return rule.check(sourceTreeOf(texts));
}

const arrows = 'rooms import only rooms to their left';

describe('the checker', () => {
  it.each([
    ['a back arrow', 'src/core/text/a.ts', "import { b } from '../yaml/b.ts';"],
    ['a back arrow of types', 'src/core/yaml/a.ts', "import type { B } from '../graph/b.ts';"],
    ['a back arrow of a type in place', 'src/core/yaml/a.ts', "export type A = import('../graph/b.ts').B;"],
    ['a re-export', 'src/core/yaml/a.ts', "export { b } from '../graph/b.ts';"],
    ['a re-export of everything', 'src/core/yaml/a.ts', "export * from '../graph/b.ts';"],
    ['a dynamic import', 'src/core/yaml/a.ts', "export const a = () => import('../graph/b.ts');"],
    ['neighbours of one rank', 'src/core/checks/a.ts', "import { b } from '../traffic/b.ts';"],
    ['the analysis before its time', 'src/core/graph/a.ts', "import type { B } from '../analysis.ts';"],
    ['the analysis knowing too much', 'src/core/analysis.ts', "import type { B } from './checks/b.ts';"],
    ['a pattern that changes by itself', 'src/core/templates/a.ts', "import { b } from '../actions/b.ts';"],
    ['the core knowing the state', 'src/core/analyse.ts', "import { b } from '../state/b.ts';"],
    ['the worker knowing the state', 'src/worker/a.ts', "import { b } from '../state/b.ts';"],
    ['the state knowing the interface', 'src/state/a.ts', "import { b } from '../ui/kit/b.ts';"],
    ['two parts of the interface', 'src/ui/canvas/a.tsx', "import { b } from '../editor/b.tsx';"],
    ['the style of another part', 'src/ui/canvas/a.tsx', "import styles from '../editor/b.module.css';"],
    ['the kit knowing a part', 'src/ui/kit/a.tsx', "import { b } from '../canvas/b.tsx';"],
    [
      'a worker named by its address',
      'src/live/a.ts',
      "new Worker(new URL('../worker/b.ts', import.meta.url));",
    ],
    ['the command line in the browser', 'src/main.tsx', "import { b } from './cli/b.ts';"],
    ['the browser in the command line', 'src/cli/a.ts', "import { b } from '../state/b.ts';"],
    ['a test of the state', 'src/state/a.test.ts', "import { b } from '../ui/kit/b.ts';"],
  ])('sees %s', (_what, file, text) => {
    const [complaint, ...others] = complaints(arrows, { [file]: text });
    expect(complaint).toContain(`${file}:1 imports src/`);
    expect(complaint).toContain('It may import');
    expect(others).toEqual([]);
  });

  it.each([
    ['src/core/yaml/a.ts', "import { b } from '../text/b.ts';"],
    ['src/core/checks/a.ts', "import type { B } from '../analysis.ts';"],
    ['src/core/actions/a.ts', "import { b } from '../templates/b.ts';"],
    ['src/core/picture/a.ts', "import { b } from '../analyse.ts';"],
    ['src/core/analysis.ts', "import type { B } from './graph/b.ts';"],
    ['src/core/yaml/a.test.ts', "import { b } from '../analyse.ts';"],
    ['src/state/a.ts', "import { b } from '../worker/b.ts?worker';"],
    ['src/ui/canvas/a.tsx', "import { b } from '../kit/b.tsx'; import { c } from '../../state/c.ts';"],
    ['src/ui/canvas/a/b.tsx', "import { b } from '../c.tsx';"],
    ['src/main.tsx', "import { b } from './ui/shell/b.tsx'; import { c } from './live/c.ts';"],
    ['src/cli/a.ts', "import { b } from '../core/analyse.ts';"],
    [
      'src/core/analyse.test.ts',
      "import { b } from './analyse.ts'; new URL('./fixtures/', import.meta.url);",
    ],
    [
      'src/core/text/a.ts',
      "// import { b } from '../yaml/b.ts';\nexport const text = \"import b from '../ui/b.ts'\";",
    ],
  ])('lets %s be', (file, text) => {
    expect(complaints(arrows, { [file]: text })).toEqual([]);
  });

  it('sees cycles, of types too, and says the way round', () => {
    const found = complaints('no import leads back to where it came from', {
      'src/core/text/a.ts': "import type { B } from './b.ts';",
      'src/core/text/b.ts': "import { c } from './c.ts';",
      'src/core/text/c.ts': "import { a } from './a.ts';",
      'src/core/text/d.ts': "import { a } from './a.ts';",
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(
      'src/core/text/a.ts -> src/core/text/b.ts -> src/core/text/c.ts -> src/core/text/a.ts',
    );
  });

  it.each([
    ['src/core/graph/a.ts', "import { parse } from 'yaml';"],
    ['src/core/graph/a.test.ts', "import { parse } from 'yaml';"],
    ['src/ui/canvas/a.tsx', "import { editor } from 'monaco-editor/editor';"],
    ['src/ui/kit/a.tsx', "import { editor } from 'monaco-editor';"],
    ['src/ui/tree/a.tsx', "import type { Node } from '@xyflow/react';"],
    ['src/state/a.ts', "import { QueryClient } from '@tanstack/react-query';"],
    ['src/ui/canvas/a.ts', "const elk = import('elkjs/lib/elk-api.js');"],
  ])('sees a package away from home in %s', (file, text) => {
    expect(complaints('packages that have a home are imported there only', { [file]: text })).toHaveLength(1);
  });

  it.each([
    ['src/core/yaml/a.ts', "import { parse } from 'yaml';"],
    ['src/ui/editor/a.tsx', "import { editor } from 'monaco-editor/editor';"],
    ['src/ui/kit/monaco/a.ts', "import { editor } from 'monaco-editor';"],
    ['src/main.tsx', "import { QueryClient } from '@tanstack/react-query';"],
  ])('lets a package be at home in %s', (file, text) => {
    expect(complaints('packages that have a home are imported there only', { [file]: text })).toEqual([]);
  });

  it.each([
    ['src/core/text/a.ts', "import { readFile } from 'node:fs';"],
    ['src/core/graph/a.ts', "import { create } from 'zustand';"],
    ['src/core/review/a.ts', "import { zipSync } from 'fflate';"],
    ['src/core/text/a.test.ts', "import { useState } from 'react';"],
  ])('sees an impure core in %s', (file, text) => {
    expect(complaints('the core imports no package but those it is built on', { [file]: text })).toHaveLength(
      1,
    );
  });

  it.each([
    [
      'every import names a file that is there, with its extension',
      'src/state/a.ts',
      "import { b } from './b';",
    ],
    [
      'every import names a file that is there, with its extension',
      'src/state/a.ts',
      'const a = import(name);',
    ],
    [
      'every import names a file that is there, with its extension',
      'src/state/a.ts',
      "import '../../scripts/b.ts';",
    ],
    ['every room has its place in the order', 'src/core/magic/a.ts', ''],
    ['every room has its place in the order', 'src/extras/a.ts', ''],
    ['nothing but tests imports a test', 'src/state/a.ts', "import { b } from './b.test.ts';"],
    ['no default exports', 'src/state/a.ts', 'export default 1;'],
    ['no default exports', 'src/state/a.ts', 'const a = 1; export { a as default };'],
    ['no file is longer than 400 lines', 'src/state/a.ts', 'void 0;\n'.repeat(401)],
    ['no folder is deeper than 4 under src', 'src/ui/canvas/a/b/c/d.ts', ''],
    ['file names say what is inside', 'src/state/utils.ts', ''],
    ['file names say what is inside', 'src/state/index.ts', ''],
  ])('%s: sees %s', (rule, file, text) => {
    const found = complaints(rule, { [file]: text });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(file);
  });

  it('lets a file of 400 lines in four folders be', () => {
    const files = { 'src/ui/canvas/a/b/c.ts': 'void 0;\n'.repeat(400) };
    expect(rules.flatMap((rule) => rule.check(sourceTreeOf(new Map(Object.entries(files)))))).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../core/actions/types.ts';
import { applyEdits } from '../../core/text/textEdit.ts';
import type { HistoryEntry, WorkspaceState } from '../../state/types.ts';
import { editsBetween, recordedEdits } from './editsBetween.ts';

const text = fc
  .array(fc.constantFrom('a: 1', 'b:', '  - c', '', '---'), { maxLength: 40 })
  .chain((lines) => fc.constantFrom('\n', '\r\n').map((end) => lines.join(end)));

describe('editsBetween', () => {
  it('always leads from the one text to the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applyEdits(before, editsBetween(before, after))).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves what lies between two distant changes alone', () => {
    const middle = 'x: y\n'.repeat(200);
    const edits = editsBetween(`name: a\n${middle}ref: a\n`, `name: b\n${middle}ref: b\n`);
    expect(edits).toEqual([
      { start: 6, end: 7, text: 'b' },
      { start: 8 + middle.length + 5, end: 8 + middle.length + 6, text: 'b' },
    ]);
  });

  it('takes a guess that is exact and no other', () => {
    const wrong = [{ start: 0, end: 1, text: 'z' }];
    const exact = [
      { start: 0, end: 0, text: '' },
      { start: 1, end: 1, text: 'b' },
    ];
    expect(editsBetween('a', 'ab', [wrong, exact])).toBe(exact);
    expect(editsBetween('a', 'ab', [[{ start: 5, end: 9, text: 'ab' }]])).toEqual([
      { start: 1, end: 1, text: 'b' },
    ]);
  });
});

describe('recordedEdits', () => {
  const typed = (start: number, letter: string): Change => ({
    label: 'Type',
    files: [{ type: 'edit', path: 'a.yaml', edits: [{ start, end: start, text: letter }] }],
  });

  it('joins the keystrokes of one step', () => {
    const entry: HistoryEntry = {
      label: 'Type',
      changes: [typed(0, 'a'), typed(1, 'b')],
      inverse: [],
      time: 0,
      origin: 'editor',
    };
    const state = { past: [entry], future: [] as readonly HistoryEntry[] } as unknown as WorkspaceState;
    expect(recordedEdits(state, 'a.yaml')).toEqual([[{ start: 0, end: 0, text: 'ab' }]]);
    expect(recordedEdits(state, 'b.yaml')).toEqual([]);
  });
});

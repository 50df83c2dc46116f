import { describe, expect, it } from 'vitest';
import { diffAsEdit, mapOffset, measureEdits } from './textEdit.ts';

describe('mapOffset', () => {
  const edits = [{ start: 2, end: 4, text: 'XYZ' }];

  it('leaves offsets before an edit and shifts those behind it', () => {
    expect(mapOffset(1, edits)).toBe(1);
    expect(mapOffset(4, edits)).toBe(5);
    expect(mapOffset(9, edits)).toBe(10);
  });

  it('moves offsets inside a replaced range to the end of the replacement', () => {
    expect(mapOffset(3, edits)).toBe(5);
  });

  it('stays before or goes behind an insertion, as asked', () => {
    const insertion = [{ start: 2, end: 2, text: 'XYZ' }];
    expect(mapOffset(2, insertion, 'left')).toBe(2);
    expect(mapOffset(2, insertion, 'right')).toBe(5);
  });
});

describe('diffAsEdit', () => {
  it('finds the one changed word', () => {
    expect(diffAsEdit('weight: 90\nport: 80\n', 'weight: 10\nport: 80\n')).toEqual([
      { start: 8, end: 9, text: '1' },
    ]);
  });

  it('does not cut a surrogate pair or a CRLF', () => {
    expect(diffAsEdit('a😀b', 'a😁b')).toEqual([{ start: 1, end: 3, text: '😁' }]);
    expect(diffAsEdit('a\r\nb', 'a\nb')).toEqual([{ start: 1, end: 3, text: '\n' }]);
  });
});

describe('measureEdits', () => {
  it('counts a changed line once on each side', () => {
    expect(measureEdits('a: 1\nb: 2\n', [{ start: 3, end: 4, text: '9' }])).toEqual({ removed: 1, added: 1 });
  });

  it('counts an inserted line and a removed line', () => {
    expect(measureEdits('a: 1\nb: 2\n', [{ start: 5, end: 5, text: 'x: 0\n' }])).toEqual({
      removed: 0,
      added: 1,
    });
    expect(measureEdits('a: 1\nb: 2\n', [{ start: 0, end: 5, text: '' }])).toEqual({ removed: 1, added: 0 });
  });

  it('counts two edits far apart as two changes, not as everything between them', () => {
    const text = 'a: 1\nb: 2\nc: 3\nd: 4\n';
    const edits = [
      { start: 3, end: 4, text: '9' },
      { start: 18, end: 19, text: '9' },
    ];
    expect(measureEdits(text, edits)).toEqual({ removed: 2, added: 2 });
  });

  it('counts two edits on one line as one changed line', () => {
    const edits = [
      { start: 0, end: 1, text: 'x' },
      { start: 3, end: 4, text: '9' },
    ];
    expect(measureEdits('a: 1\nb: 2\n', edits)).toEqual({ removed: 1, added: 1 });
  });
});

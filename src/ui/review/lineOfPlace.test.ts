import { describe, expect, it } from 'vitest';
import { lineOfPlace, linesOfDocument } from './lineOfPlace.ts';

const text = 'kind: A\r\n---\r\n\r\nkind: B\r\nspec:\r\n  ports:\r\n    - port: 80\r\n---\r\nkind: C\r\n';

describe('lineOfPlace', () => {
  it.each([
    [0, [], 1],
    [1, [], 4],
    [1, ['spec', 'ports', 0], 7],
    [1, ['spec', 'ports'], 6],
    [1, ['spec', 'gone'], 4],
    [2, ['kind'], 9],
    [9, [], 1],
  ] as const)('document %i, path %j is line %i', (document, path, line) => {
    expect(lineOfPlace(text, { file: 'a.yaml', document, path })).toBe(line);
  });
});

describe('linesOfDocument', () => {
  it('covers the file without gaps', () => {
    expect([0, 1, 2].map((document) => linesOfDocument(text, document))).toEqual([
      { start: 1, end: 2 },
      { start: 2, end: 8 },
      { start: 8, end: 10 },
    ]);
    expect(linesOfDocument('a: 1', 0)).toEqual({ start: 1, end: 2 });
  });
});

import { describe, expect, it } from 'vitest';
import { TrailReader } from './trailAt.ts';

const text = `# the way in
kind: Gateway
metadata:
  name: web
spec:
  listeners:
    - name: http
      tls:
        certificateRefs:
          - name: web-tls
---
kind: HTTPRoute
spec: {}
---
just a sentence
`;

function labelsAt(marker: string, source = text): readonly string[] {
  return new TrailReader().trailAt(source, source.indexOf(marker) + 1).map(({ label }) => label);
}

describe('TrailReader', () => {
  it('leads from the resource down to the field', () => {
    expect(labelsAt('web-tls')).toEqual([
      'Gateway web',
      'spec',
      'listeners[0]',
      'tls',
      'certificateRefs[0]',
      'name',
    ]);
  });

  it('knows the document by its `---`, and a resource without a name by its kind', () => {
    expect(labelsAt('spec: {}')).toEqual(['HTTPRoute', 'spec']);
  });

  it('has no resource to name in a document that is none', () => {
    expect(labelsAt('sentence')).toEqual([]);
  });

  it('gives ranges in offsets of the file, also behind other documents', () => {
    const [title, spec] = new TrailReader().trailAt(text, text.indexOf('spec: {}') + 2);
    expect(text.slice(title?.range.start).startsWith('---\nkind: HTTPRoute')).toBe(true);
    expect(text.slice(spec?.range.start, spec?.range.end)).toBe('spec');
  });

  it('keeps nested positions of lists with their key', () => {
    const nested = 'kind: X\na:\n  - - 1\n    - two\n';
    expect(labelsAt('two', nested)).toEqual(['X', 'a[0][1]']);
  });

  it('says nothing of a document that is too long to read at once', () => {
    const long = `kind: X\nnotes: ${'y'.repeat(250_000)}\n`;
    expect(labelsAt('notes', long)).toEqual([]);
  });
});

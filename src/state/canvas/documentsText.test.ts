import { describe, expect, it } from 'vitest';
import { analyse } from '../../core/analyse.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import { documentsText } from './documentsText.ts';

const first = '# kept as it is\napiVersion: v1\nkind: Service\nmetadata:\n    name:   a # odd\n';
const second = 'apiVersion: v1\nkind: Service\nmetadata: {name: b}\n';
const list =
  'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Service\n    metadata: { name: c }\n';
const files = new Map([['a.yaml', `${first}---\n${second}---\n${list}`]]);
const analysis = analyse([...files].map(([path, text]) => ({ path, text })));
const id = (name: string) => `/Service/default/${name}` as ResourceId;

describe('documentsText', () => {
  it('gives the text of one resource as it is written', () => {
    expect(documentsText(analysis, files, [id('a')])).toBe(first);
  });

  it('gives several as documents, in the order of the text', () => {
    expect(documentsText(analysis, files, [id('b'), id('a')])).toBe(`${first}---\n${second}`);
  });

  it('writes out an item of a list', () => {
    const text = documentsText(analysis, files, [id('c')]);
    expect(text).not.toContain('List');
    expect(analyse([{ path: 'b.yaml', text }]).resources.get(id('c'))?.value).toEqual(
      analysis.resources.get(id('c'))?.value,
    );
  });
});

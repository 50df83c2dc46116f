import { describe, expect, it } from 'vitest';
import { patternOf, patterns } from '../templates/registry.ts';
import { patternPicture } from './patternPicture.ts';
import { pictureOf } from './pictureOf.ts';
import type { Picture } from './types.ts';

function pictureOfPattern(id: string): Picture {
  const pattern = patternOf(id);
  if (pattern === undefined) throw new Error(`no pattern ${id}`);
  return patternPicture(pattern);
}

const short = (id: string) => id.split('/').slice(1).join('/').replace('/default/', ' ');
const columns = (picture: Picture) => picture.columns.map((column) => column.map(short));
const edges = (picture: Picture) =>
  picture.edges.map(({ from, to, label }) => [short(from), short(to), label].filter(Boolean).join(' > '));

describe('pictureOf', () => {
  it('draws a canary from left to right with its shares', () => {
    const picture = pictureOfPattern('canary');
    expect(columns(picture)).toEqual([
      ['Gateway web'],
      ['HTTPRoute shop'],
      ['Service shop', 'Service shop-canary'],
      ['Deployment shop', 'Deployment shop-canary'],
    ]);
    expect(edges(picture)).toEqual([
      'Service shop > Deployment shop',
      'HTTPRoute shop > Service shop > 90 %',
      'HTTPRoute shop > Service shop-canary > 10 %',
      'Gateway web > HTTPRoute shop',
      'Service shop-canary > Deployment shop-canary',
    ]);
    expect(picture.nodes.find(({ kind }) => kind === 'HTTPRoute')).toEqual({
      id: 'gateway.networking.k8s.io/HTTPRoute/default/shop',
      kind: 'HTTPRoute',
      icon: 'http',
      family: 'route',
      label: 'shop',
      column: 1,
      row: 0,
    });
  });

  it('puts a policy beside what it governs, and the maker of a Secret before whom it is for', () => {
    const picture = pictureOfPattern('jwt');
    expect(columns(picture)).toEqual([
      ['Issuer self-signed'],
      ['Certificate api'],
      ['Gateway web', 'SecurityPolicy api'],
      ['HTTPRoute api'],
      ['Service api'],
      ['Deployment api'],
    ]);
    expect(edges(picture)).toContain('Certificate api > Gateway web');
  });

  it('marks a mirror', () => {
    expect(edges(pictureOfPattern('request-mirroring'))).toContain(
      'HTTPRoute shop > Service shop-mirror > mirror',
    );
  });

  it('shows what there is when it is all furniture, and nothing of nothing', () => {
    expect(pictureOf([])).toEqual({ nodes: [], edges: [], columns: [] });
    const text = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n';
    expect(pictureOf([{ path: 'a.yaml', text }]).nodes.map(({ label }) => label)).toEqual(['a']);
  });

  it('draws circles all the same', () => {
    const service = (name: string) => `apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { ports: [{ port: 80 }] }
`;
    const policy = (name: string, other: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: ${name} }
spec:
  parentRefs: [{ group: '', kind: Service, name: ${other}, port: 80 }]
  rules: [{ backendRefs: [{ name: ${name}, port: 80 }] }]
`;
    const text = [service('a'), service('b'), policy('a', 'b'), policy('b', 'a')].join('---\n');
    const { nodes, columns: found } = pictureOf([{ path: 'a.yaml', text }]);
    expect(found.flat()).toHaveLength(nodes.length);
  });

  it.each(patterns.map((each) => [each.id, each] as const))('%s: edges lead to the right', (_id, pattern) => {
    const { nodes, edges: drawn } = patternPicture(pattern);
    const columnOf = new Map(nodes.map(({ id, column }) => [id, column]));
    const back = drawn.filter(({ from, to }) => (columnOf.get(from) ?? 0) >= (columnOf.get(to) ?? 0));
    expect(back).toEqual([]);
    expect(patternPicture(pattern)).toEqual({
      nodes,
      edges: drawn,
      columns: patternPicture(pattern).columns,
    });
  });
});

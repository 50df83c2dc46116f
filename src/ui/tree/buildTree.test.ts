import { describe, expect, it } from 'vitest';
import { analyse } from '../../core/analyse.ts';
import { buildFileTree } from './buildFileTree.ts';
import { buildTree } from './buildTree.ts';
import { flattenTree, type Grouping, type TreeNode } from './treeNode.ts';

const routes = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
  namespace: shop
spec:
  rules:
    - backendRefs:
        - name: cart
          port: 80
        - name: gone
          port: 80
---
apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
spec:
  ports:
    - name: http
      port: 80
---
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata:
  name: eg
spec:
  controllerName: example.com/c
`;
const other = 'just: notes\n---\nkind: [broken\n';

const source = analyse([
  { path: 'routes.yaml', text: routes },
  { path: 'other.yaml', text: other },
]);

function lines(nodes: readonly TreeNode[]): readonly string[] {
  return flattenTree(nodes, new Set()).map(({ level, node }) => `${'  '.repeat(level - 1)}${node.label}`);
}

function tree(grouping: Grouping, filter = ''): readonly string[] {
  return lines(buildTree(source, grouping, filter));
}

describe('buildTree', () => {
  it('divides by namespace and kind, with what is absent and what does not parse behind', () => {
    expect(tree('namespace')).toEqual([
      'shop',
      '  HTTPRoute',
      '    web',
      '  Service',
      '    cart',
      'Cluster-wide',
      '  GatewayClass',
      '    eg',
      'Referenced but absent',
      '  gone',
      'Documents that do not parse',
      expect.stringMatching(/^ {2}\S/),
    ]);
  });

  it('divides by kind', () => {
    expect(tree('kind').slice(0, 6)).toEqual([
      'HTTPRoute',
      '  web',
      'Service',
      '  cart',
      'GatewayClass',
      '  eg',
    ]);
  });

  it('divides by file, foreign and broken documents among the rest', () => {
    const rows = tree('file');
    expect(rows.slice(0, 5)).toEqual(['routes.yaml', '  web', '  cart', '  eg', 'other.yaml']);
    expect(rows.slice(5, 7)).toHaveLength(2);
    expect(rows.slice(7)).toEqual(['Referenced but absent', '  gone']);
  });

  it('keeps only what the filter finds, and the way to it', () => {
    expect(tree('namespace', 'serv cart')).toEqual(['shop', '  Service', '    cart']);
    expect(tree('namespace', 'nothing like it')).toEqual([]);
  });

  it('opens a resource to the rows of its card', () => {
    const [namespace] = buildTree(source, 'namespace', 'cart');
    const service = namespace?.children()[0]?.children()[0];
    expect(service?.hasChildren).toBe(true);
    expect(service?.children().map((row) => row.label)).toEqual(['80']);
  });

  it('carries the worst severity up to the groups', () => {
    const [namespace] = buildTree(source, 'namespace', '');
    expect(namespace?.severity).toBe('warning');
    expect(namespace?.children().map((kind) => kind.severity)).toEqual(['warning', undefined]);
  });

  it('counts what a group holds', () => {
    expect(buildTree(source, 'namespace', '').map((node) => [node.label, node.count])).toEqual([
      ['shop', 2],
      ['Cluster-wide', 1],
      ['Referenced but absent', 1],
      ['Documents that do not parse', 1],
    ]);
  });
});

describe('buildFileTree', () => {
  it('lists the documents of each file, and files that the analysis does not know yet', () => {
    const nodes = buildFileTree(['routes.yaml', 'other.yaml', 'new.yaml'], source.files, source.resources);
    expect(nodes.map((node) => [node.label, node.count, node.severity])).toEqual([
      ['routes.yaml', 3, undefined],
      ['other.yaml', 2, 'error'],
      ['new.yaml', 0, undefined],
    ]);
    expect(nodes[0]?.children().map((node) => node.label)).toEqual(['web', 'cart', 'eg']);
    expect(nodes[1]?.children().map((node) => node.detail)).toEqual(['not a resource', 'does not parse']);
  });
});

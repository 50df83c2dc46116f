import { describe, expect, it } from 'vitest';
import { findByTyping, moveInTree } from './treeKeys.ts';
import { flattenTree, noChildren, type TreeNode } from './treeNode.ts';

function node(key: string, children: readonly TreeNode[] = []): TreeNode {
  return {
    key,
    label: key,
    subject: { type: 'ghosts' },
    isOpenAtFirst: children.length > 0,
    hasChildren: children.length > 0,
    children: children.length > 0 ? () => children : noChildren,
  };
}

const roots = [node('apps', [node('cart'), node('checkout')]), node('infra', [node('cert')])];

describe('flattenTree', () => {
  it('lists open rows with level, place and parent', () => {
    const rows = flattenTree(roots, new Set());
    expect(rows.map((row) => [row.node.key, row.level, row.position, row.setSize, row.parent])).toEqual([
      ['apps', 1, 1, 2, -1],
      ['cart', 2, 1, 2, 0],
      ['checkout', 2, 2, 2, 0],
      ['infra', 1, 2, 2, -1],
      ['cert', 2, 1, 1, 3],
    ]);
  });

  it('leaves out what is below a closed row', () => {
    expect(flattenTree(roots, new Set(['apps'])).map((row) => row.node.key)).toEqual([
      'apps',
      'infra',
      'cert',
    ]);
  });
});

describe('moveInTree', () => {
  const rows = flattenTree(roots, new Set());
  it('walks and stops at the ends', () => {
    expect(moveInTree(rows, 0, 'ArrowDown', 10)).toEqual({ to: 1 });
    expect(moveInTree(rows, 0, 'ArrowUp', 10)).toEqual({ to: 0 });
    expect(moveInTree(rows, 1, 'End', 10)).toEqual({ to: 4 });
  });
  it('goes into an open row with Right and closes it with Left', () => {
    expect(moveInTree(rows, 0, 'ArrowRight', 10)).toEqual({ to: 1 });
    expect(moveInTree(rows, 0, 'ArrowLeft', 10)).toEqual({ toggle: ['apps'] });
  });
  it('goes to the row above in the hierarchy from a leaf', () => {
    expect(moveInTree(rows, 2, 'ArrowLeft', 10)).toEqual({ to: 0 });
    expect(moveInTree(rows, 2, 'ArrowRight', 10)).toBeNull();
  });
  it('opens all closed siblings with *', () => {
    const closed = flattenTree(roots, new Set(['apps', 'infra']));
    expect(moveInTree(closed, 0, '*', 10)).toEqual({ toggle: ['apps', 'infra'] });
  });
});

describe('findByTyping', () => {
  const rows = flattenTree(roots, new Set());
  it('walks through rows with the same letter', () => {
    const typed = { text: '', time: -1000 };
    expect(findByTyping(rows, 0, typed, 'c', 0)).toBe(1);
    expect(findByTyping(rows, 1, typed, 'c', 100)).toBe(2);
    expect(findByTyping(rows, 2, typed, 'c', 200)).toBe(4);
  });
  it('spells a name when letters follow quickly', () => {
    const typed = { text: '', time: -1000 };
    findByTyping(rows, 0, typed, 'c', 0);
    expect(findByTyping(rows, 1, typed, 'h', 100)).toBe(2);
  });
  it('starts anew after a pause', () => {
    const typed = { text: '', time: -1000 };
    findByTyping(rows, 0, typed, 'c', 0);
    expect(findByTyping(rows, 1, typed, 'i', 2000)).toBe(3);
  });
  it('answers -1 when nothing fits', () => {
    expect(findByTyping(rows, 0, { text: '', time: -1000 }, 'z', 0)).toBe(-1);
  });
});

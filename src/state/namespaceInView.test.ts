import { expect, it } from 'vitest';
import { analyse } from '../core/analyse.ts';
import type { ResourceId } from '../core/workspace/types.ts';
import { initialView, unreadyAnalysis } from './initialState.ts';
import { namespaceInView } from './namespaceInView.ts';

const service = (namespace: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: ${namespace}}\n`;
const of = (...namespaces: string[]) => ({
  ...unreadyAnalysis,
  ...analyse([{ path: 'a.yaml', text: namespaces.map(service).join('---\n') }]),
});

it('is that of the selection, else the only one in view', () => {
  expect(namespaceInView(of('shop', 'platform'), initialView)).toBeUndefined();
  expect(
    namespaceInView(of('shop', 'platform'), {
      ...initialView,
      selection: ['/Service/platform/a' as ResourceId],
    }),
  ).toBe('platform');
  expect(namespaceInView(of('shop', 'platform'), { ...initialView, hiddenNamespaces: ['platform'] })).toBe(
    'shop',
  );
  expect(namespaceInView(of('shop'), initialView)).toBe('shop');
  expect(namespaceInView(of(), initialView)).toBeUndefined();
});

import { describe, expect, it } from 'vitest';
import { explainConnection } from '../../core/actions/legality.ts';
import { analyse } from '../../core/analyse.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import { likelyOptions } from './likelyOptions.ts';

const text = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop }
spec: { rules: [{ matches: [{ path: { value: / } }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: cart }
spec: { ports: [{ port: 80 }] }
`;
const route = { id: 'gateway.networking.k8s.io/HTTPRoute/default/shop' as ResourceId };
const service = { id: '/Service/default/cart' as ResourceId };
const verdict = explainConnection(analyse([{ path: 'a.yaml', text }]), route, service);
const references = (side: 'left' | 'right' | undefined) => {
  const likely = likelyOptions(verdict, route, side);
  return 'options' in likely ? likely.options.map((option) => option.reference) : [];
};

describe('likelyOptions', () => {
  it('sends traffic on from the right side', () => {
    expect(references('right')).toEqual(['backendRef']);
  });

  it('takes it from there on the left side', () => {
    expect(references('left')).toEqual(['parentRef']);
  });

  it('keeps all when no side is known, and refusals as they are', () => {
    expect(references(undefined)).toHaveLength(2);
    expect(likelyOptions({ refused: 'No.' }, route, 'left')).toEqual({ refused: 'No.' });
  });
});

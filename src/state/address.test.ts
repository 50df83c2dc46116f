import { describe, expect, it } from 'vitest';
import type { ResourceId } from '../core/workspace/types.ts';
import { readAddress, writeAddress } from './address.ts';

describe('address', () => {
  it('holds workspace, selection and drawer', () => {
    const selection = ['/Service/shop/cart', 'gateway.networking.k8s.io/HTTPRoute/shop/a&b'] as ResourceId[];
    const address = { workspace: 'w1', selection, drawer: 'changes' as const };
    expect(readAddress(writeAddress(address))).toEqual(address);
  });

  it('reads an address of nothing', () => {
    expect(readAddress('')).toEqual({ workspace: undefined, selection: [], drawer: null });
    expect(readAddress('#d=nonsense').drawer).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { checkName, checkNamespace } from './checkName.ts';

describe('checkName', () => {
  it('takes what the API server takes', () => {
    for (const name of ['web', 'web-gateway', 'a.b-c.d', '0', 'x'.repeat(253)])
      expect(checkName(name)).toBeNull();
  });
  it('says what is wrong', () => {
    expect(checkName('')).toMatch(/name/);
    expect(checkName('Web')).toMatch(/“W”/);
    expect(checkName('my web')).toMatch(/a space/);
    expect(checkName('-web')).toMatch(/begins and ends/);
    expect(checkName('web-')).toMatch(/begins and ends/);
    expect(checkName('a.-b')).toMatch(/begins and ends/);
    expect(checkName('a..b')).toMatch(/begins and ends/);
    expect(checkName('x'.repeat(254))).toMatch(/253/);
  });
});

describe('checkNamespace', () => {
  it('has no dots and at most 63 characters', () => {
    expect(checkNamespace('shop')).toBeNull();
    expect(checkNamespace('a.b')).toMatch(/“\.”/);
    expect(checkNamespace('x'.repeat(64))).toMatch(/63/);
  });
});

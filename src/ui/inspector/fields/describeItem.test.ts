import { expect, it } from 'vitest';
import { describeItem } from './describeItem.ts';

it('tells items apart in few words', () => {
  expect(describeItem({ path: { type: 'PathPrefix', value: '/api' }, method: 'GET' })).toBe('/api · GET');
  expect(describeItem({ type: 'URLRewrite', urlRewrite: { hostname: 'a.b' } })).toBe('URLRewrite · a.b');
  expect(describeItem({ name: 'https', protocol: 'HTTPS', port: 443, hostname: 'x' })).toBe(
    'https · HTTPS · 443',
  );
  expect(describeItem(null)).toBe('');
});

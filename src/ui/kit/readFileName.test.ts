import { describe, expect, it } from 'vitest';
import { readFileName } from './readFileName.ts';

describe('readFileName', () => {
  it('adds .yaml and tidies slashes', () => {
    expect(readFileName(' routes ', [])).toEqual({ path: 'routes.yaml' });
    expect(readFileName('/apps//cart.yml', [])).toEqual({ path: 'apps/cart.yml' });
    expect(readFileName('apps\\cart', [])).toEqual({ path: 'apps/cart.yaml' });
  });
  it('says what is wrong', () => {
    expect(readFileName('', [])).toHaveProperty('problem');
    expect(readFileName('apps/', [])).toHaveProperty('problem');
    expect(readFileName('../secrets', [])).toHaveProperty('problem');
    expect(readFileName('what?', [])).toHaveProperty('problem');
    expect(readFileName('a.yaml', ['a.yaml'])).toHaveProperty('problem');
  });
  it('lets a file keep its own name', () => {
    expect(readFileName('a.yaml', ['a.yaml'], 'a.yaml')).toEqual({ path: 'a.yaml' });
  });
});

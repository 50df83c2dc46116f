import { describe, expect, it } from 'vitest';
import { readFileName } from './readFileName.ts';

const paths = ['gateway.yaml', 'shop/routes.yaml'];

describe('readFileName', () => {
  it.each([
    ['routes', 'routes.yaml'],
    [' routes.yml ', 'routes.yml'],
    ['shop\\cart', 'shop/cart.yaml'],
    ['/shop/cart.json', 'shop/cart.json'],
    ['.hidden', '.hidden.yaml'],
    ['gateway.yaml', 'gateway.yaml'],
  ])('%j means %s', (typed, path) => {
    expect(readFileName(typed, paths, 'gateway.yaml')).toEqual({ path });
  });

  it.each(['', '  ', 'shop/', '../up', 'a//b', 'a/./b', 'what?', 'shop/routes'])('refuses %j', (typed) => {
    expect(readFileName(typed, paths, 'gateway.yaml')).toHaveProperty('problem');
  });
});

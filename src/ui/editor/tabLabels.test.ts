import { expect, it } from 'vitest';
import { tabLabels } from './tabLabels.ts';

it('shows names, with as many folders as it takes to tell them apart', () => {
  expect([
    ...tabLabels([
      'gateway.yaml',
      'shop/routes.yaml',
      'pay/v1/routes.yaml',
      'shop/v1/routes.yaml',
      'pay/keys.yaml',
    ]),
  ]).toEqual([
    ['gateway.yaml', 'gateway.yaml'],
    ['pay/keys.yaml', 'keys.yaml'],
    ['shop/routes.yaml', 'shop/routes.yaml'],
    ['pay/v1/routes.yaml', 'pay/v1/routes.yaml'],
    ['shop/v1/routes.yaml', 'shop/v1/routes.yaml'],
  ]);
});

it('copes with a path that is the end of another', () => {
  expect(tabLabels(['a.yaml', 'x/a.yaml'])).toEqual(
    new Map([
      ['a.yaml', 'a.yaml'],
      ['x/a.yaml', 'x/a.yaml'],
    ]),
  );
});

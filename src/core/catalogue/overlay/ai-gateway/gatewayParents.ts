import type { Rule } from '../../rule.ts';
import { each, oneOfValues } from '../rules.ts';

/** Of a list of parents: AI routes stand on Gateways only. */
export const gatewayParents: readonly Rule[] = [
  each('', [
    oneOfValues('kind', ['Gateway'], {
      message: 'This route stands on a Gateway, not on a {value}. Write kind: Gateway, or leave kind out.',
    }),
  ]),
];

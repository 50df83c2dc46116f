import type { Rule } from '../../rule.ts';
import { exactlyOneOf } from '../rules.ts';

/** A port is given by number or by name: one of them, never both. */
export const portOrName: Rule = exactlyOneOf(['port', 'portName'], {
  message: 'A Service is reached by the number of its port or by its name: write either port or portName.',
});

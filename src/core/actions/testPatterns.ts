import { shopFiles } from '../templates/testing/shopWorkspace.ts';
import type { ActionArgTable } from './args.ts';
import { changedLines, id, perform } from './testContext.ts';

type Args = ActionArgTable['apply-pattern'];

/** For tests: the shop's HTTPRoute and its Gateway. */
export const shopRoute = id('gateway.networking.k8s.io/HTTPRoute/shop/shop');
export const shopGateway = id('gateway.networking.k8s.io/Gateway/shop/edge');

/** For tests: what `apply-pattern` is given, without answers and roles but for those that are named. */
export function patternArgs(pattern: string, rest: Partial<Args> = {}): Args {
  return { pattern, answers: {}, roles: {}, ...rest };
}

/** For tests: the lines that a pattern changes in what was there. */
export function linesOfPattern(pattern: string, rest: Partial<Args>, files = shopFiles): readonly string[] {
  const { texts } = perform(files, 'apply-pattern', patternArgs(pattern, rest));
  return Object.entries(files).flatMap(([path, text]) => changedLines(text, texts[path] ?? ''));
}

import { secret } from '../targets.ts';
import type { TemplateContext } from '../types.ts';

/**
 * The name of the Secret of the own namespace that is at hand and, as far as its name tells, holds what is wanted; else
 * the name to fill in. The first Secret at hand may hold anything, and its name is all there is to go by.
 */
export function secretNameFor(context: TemplateContext, speaksOf: RegExp, fallback: string): string {
  const picked = context.pick(secret);
  const home = context.namespace === '' ? 'default' : context.namespace;
  return picked !== undefined && picked.namespace === home && speaksOf.test(picked.name)
    ? picked.name
    : fallback;
}

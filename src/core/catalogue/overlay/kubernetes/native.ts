import type { PackKind } from '../../pack.ts';
import type { Rule, RulePath } from '../../rule.ts';
import type { FieldOverlay } from '../overlay.ts';

const concepts = 'https://kubernetes.io/docs/concepts';

/** Where the documentation of Kubernetes explains a rule: `linkTo('services-networking/service/')`. */
export const linkTo = (page: string): string => `${concepts}/${page}`;

type Kind = readonly [kind: string, plural: string, scope?: PackKind['scope']];

/** Kinds of the API server itself, of one group and version. `folder`: of their types. */
export function nativeKinds(
  group: string,
  version: string,
  folder: string,
  kinds: readonly Kind[],
): PackKind[] {
  return kinds.map(([kind, plural, scope = 'namespaced']) => ({
    group,
    version,
    kind,
    plural,
    scope,
    type: `${folder}.${kind}`,
    isNative: true,
    storage: true,
  }));
}

/** A number between these, both included. */
export const between = (minimum: number, maximum: number, more: FieldOverlay = {}): FieldOverlay => ({
  minimum,
  maximum,
  ...more,
});

export const port: FieldOverlay = between(1, 65535);
/** A number that is not negative. */
export const natural: FieldOverlay = { minimum: 0 };
export const positive: FieldOverlay = { minimum: 1 };
/** A text that must not be empty. */
export const filledText: FieldOverlay = { minLength: 1 };

/** Each key of a map must read as this format. */
export const keysOf = (list: RulePath, format: string, message: string): Rule => ({
  rule: 'each',
  list,
  keys: true,
  rules: [{ rule: 'assert', that: { format, of: '' }, at: '', mark: 'key', message }],
});

/** Values at `from` that must be among those at `to`. */
export const refers = (
  from: readonly RulePath[],
  to: readonly RulePath[],
  message: string,
  link?: string,
): Rule => ({ rule: 'refers', from, to, message, ...(link === undefined ? {} : { link }) });

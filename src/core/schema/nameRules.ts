import { nameFormats, type TextFormat } from './formats/names.ts';

const pathSegment: TextFormat = {
  test: (text) => text !== '.' && text !== '..' && !/[/%]/.test(text),
  reason: 'any text without slash and percent sign',
  example: 'read-only',
};

const short: TextFormat = {
  test: (text) => text.length <= 52 && named('dns-subdomain').test(text),
  reason: 'at most 52 lowercase letters, digits, dashes and dots, as 11 more are added for each job',
  example: 'nightly-report',
};

/** Kinds whose names are not DNS subdomains, as those of all others are. */
const byKind: Readonly<Record<string, TextFormat>> = {
  '/Service': named('dns-1035-label'),
  '/Namespace': named('dns-label'),
  'apps/StatefulSet': named('dns-label'),
  'batch/CronJob': short,
  'rbac.authorization.k8s.io/Role': pathSegment,
  'rbac.authorization.k8s.io/RoleBinding': pathSegment,
  'rbac.authorization.k8s.io/ClusterRole': pathSegment,
  'rbac.authorization.k8s.io/ClusterRoleBinding': pathSegment,
};

/** What the name of a resource of that kind looks like. https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
export function nameFormatOf(kind: { readonly group: string; readonly kind: string }): TextFormat {
  const key = `${kind.group}/${kind.kind}`;
  return (Object.hasOwn(byKind, key) ? byKind[key] : undefined) ?? named('dns-subdomain');
}

/** In characters: no name has more, and the expressions here take the square of it. */
const longest = 500;

/** The nearest good name: lowercase, dashes for what may not be there. Undefined when nothing is left or it is as it was. */
export function suggestName(text: string, format: TextFormat): string | undefined {
  const lower = text
    .slice(0, longest)
    .toLowerCase()
    .replace(/[\s_/:]+/g, '-')
    .replace(/[^a-z0-9.-]/g, '')
    .replace(/\.{2,}/g, '.')
    .replace(/(^|\.)-+/g, '$1')
    .replace(/-+(\.|$)/g, '$1')
    .replace(/^\.+|\.+$/g, '');
  const candidates = [lower, lower.replaceAll('.', '-'), `x-${lower.replaceAll('.', '-')}`];
  for (const candidate of candidates) {
    for (const length of [253, 63, 52]) {
      const cut = candidate.slice(0, length).replace(/[-.]+$/, '');
      if (cut !== '' && cut !== text && format.test(cut)) return cut;
    }
  }
  return undefined;
}

function named(name: string): TextFormat {
  const format = nameFormats[name];
  if (format === undefined) throw new Error(`No format is named ${name}.`);
  return format;
}

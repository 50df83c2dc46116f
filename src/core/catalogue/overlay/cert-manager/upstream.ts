import type { PackKind, Upstream } from '../../pack.ts';

/** The release of cert-manager that its two packs describe. */
export const certManagerUpstream: Upstream = {
  project: 'cert-manager',
  version: 'v1.21.1',
  docs: 'https://cert-manager.io/docs/reference/api-docs/',
};

/** A kind of one of cert-manager's groups, which are served in one version each. */
export const kindOf = (group: string, kind: string, plural: string, scope: PackKind['scope']): PackKind => ({
  group,
  version: 'v1',
  kind,
  plural,
  scope,
  type: `${group}/v1.${kind}`,
  storage: true,
});

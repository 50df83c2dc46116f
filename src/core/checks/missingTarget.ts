import type { AnalysedResource } from '../analysis.ts';
import type { Edge } from '../graph/types.ts';
import { readText } from '../kinds/reading.ts';
import type { Repair } from '../schema/fault.ts';
import { valueAt } from '../yaml/path.ts';
import { isCertifiedByAnnotation, issuerFor, newCertificate } from './facts/certificates.ts';
import { gatewayOf, hasListeners } from './facts/listeners.ts';
import { fieldOf } from './fieldOf.ts';
import type { EdgeCheck, Facts } from './types.ts';

/** Kinds that are usually installed once for a whole cluster and seldom kept with the routes. */
const clusterFurniture = new Set(['GatewayClass', 'ClusterIssuer', 'Namespace']);

export const missingTarget: EdgeCheck = {
  code: 'TS012',
  name: 'missing-target',
  reason: 'A reference to something that is nowhere has no effect, or breaks what depends on it.',
  scope: 'edge',
  run(edge, facts) {
    const holder = facts.resource(edge.from);
    const declared = edge.state === 'missing' && holder !== undefined;
    if (!declared || edge.optional === true) return [];
    const isCertificate = hasListeners(holder) && edge.target.kind === 'Secret' && edge.path[3] === 'tls';
    if (isCertificate && [holder, gatewayOf(holder, facts)].some(isCertifiedByAnnotation)) return [];
    const where = edge.target.namespace === '' ? '' : ` in namespace ${edge.target.namespace}`;
    const { kind, name } = edge.target;
    return [
      {
        severity: clusterFurniture.has(kind) ? 'info' : 'warning',
        message: isCertificate
          ? `Secret ${name} is not in this workspace${where}, and no Certificate makes it: the listener has nothing to show. Make a Certificate, or leave it if the Secret is already in the cluster.`
          : `${kind} ${name} is not in this workspace${where}. Create it, choose another, or leave it if it is already in the cluster.`,
        path: fieldOf(holder, edge.path, 'name'),
        repairs: isCertificate ? makeCertificate(holder, edge, facts) : [],
      },
    ];
  },
};

/** Where the host is known and an issuer is at hand. */
function makeCertificate(holder: AnalysedResource, { path, target }: Edge, facts: Facts): readonly Repair[] {
  const host = readText(valueAt(holder.value, path.slice(0, 3)), 'hostname');
  const issuer = issuerFor(target.namespace, facts);
  if (host === undefined || issuer === undefined) return [];
  const documents = [newCertificate(target.namespace, target.name, [host], issuer)];
  return [{ label: `Make a Certificate by ${issuer.kind} ${issuer.name}`, steps: [], documents }];
}

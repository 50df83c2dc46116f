/**
 * The packs of cert-manager: `cert-manager.io` (issuers, certificates and their requests) and `acme.cert-manager.io`
 * (orders and challenges, which cert-manager makes itself). They promise what the CRDs of the release refuse; what
 * only cert-manager's admission webhook refuses (an issuer of no type, a certificate without names) is not here.
 */
import { kubernetesStructure } from '../kubernetes/structure.ts';
import type { Overlay } from '../overlay.ts';
import { acmeTypes, orderTypes } from './acme.ts';
import { certificateTypes } from './certificate.ts';
import { issuerTypes } from './issuer.ts';
import { certManagerUpstream, kindOf } from './upstream.ts';

export const certManager: Overlay = {
  pack: 'cert-manager.io',
  upstream: certManagerUpstream,
  extends: [kubernetesStructure],
  types: { ...issuerTypes, ...acmeTypes, ...certificateTypes },
  kinds: [
    kindOf('cert-manager.io', 'Certificate', 'certificates', 'namespaced'),
    kindOf('cert-manager.io', 'CertificateRequest', 'certificaterequests', 'namespaced'),
    kindOf('cert-manager.io', 'ClusterIssuer', 'clusterissuers', 'cluster'),
    kindOf('cert-manager.io', 'Issuer', 'issuers', 'namespaced'),
  ],
};

export const certManagerAcme: Overlay = {
  pack: 'acme.cert-manager.io',
  upstream: certManagerUpstream,
  extends: [kubernetesStructure],
  types: { ...acmeTypes, ...orderTypes },
  kinds: [
    kindOf('acme.cert-manager.io', 'Challenge', 'challenges', 'namespaced'),
    kindOf('acme.cert-manager.io', 'Order', 'orders', 'namespaced'),
  ],
};

import { of, text } from '../fields.ts';
import { atomic, mapBy, open } from '../kubernetes/listKinds.ts';
import type { Overlay } from '../overlay.ts';

/** How certificates are had from an ACME server: accounts, solvers, orders and challenges. */
export const acmeTypes: Overlay['types'] = {
  'acme.cert-manager.io/v1.ACMEChallengeSolver': {
    fields: {
      waitInsteadOfSelfCheck: text(
        'Waits this long after the challenge is presented, in place of checking it first: a Go duration such as 30s.',
      ),
    },
  },
  'acme.cert-manager.io/v1.ACMEChallengeSolverHTTP01GatewayHTTPRoute': {
    fields: { parentRefs: atomic, serviceType: open },
  },
  'acme.cert-manager.io/v1.ACMEChallengeSolverHTTP01Ingress': { fields: { serviceType: open } },
  'acme.cert-manager.io/v1.ACMEChallengeSolverHTTP01IngressPodSecurityContext': {
    fields: { fsGroupChangePolicy: open, supplementalGroups: atomic, sysctls: atomic },
  },
  'acme.cert-manager.io/v1.ACMEChallengeSolverHTTP01IngressPodSpec': {
    fields: { imagePullSecrets: mapBy('name'), tolerations: atomic },
  },
  'acme.cert-manager.io/v1.CertificateDNSNameSelector': { fields: { dnsNames: atomic, dnsZones: atomic } },
  'acme.cert-manager.io/v1.ServiceAccountRef': { fields: { audiences: atomic } },
  'gateway.networking.k8s.io/v1.ParentReference': {
    fields: { group: { default: 'gateway.networking.k8s.io' }, kind: { default: 'Gateway' } },
  },
};

/** Orders and challenges: what cert-manager keeps while an ACME server is asked. */
export const orderTypes: Overlay['types'] = {
  'acme.cert-manager.io/v1.ACMEAuthorization': { fields: { challenges: atomic } },
  'acme.cert-manager.io/v1.ChallengeStatus': {
    fields: { presentedAt: of('apis/meta/v1.Time', 'When the challenge was first presented.') },
  },
  'acme.cert-manager.io/v1.OrderSpec': {
    fields: {
      dnsNames: atomic,
      ipAddresses: atomic,
      replaces: text(
        'The certificate that this order renews, as ACME Renewal Information (RFC 9773) names it.',
      ),
    },
  },
  'acme.cert-manager.io/v1.OrderStatus': { fields: { authorizations: atomic } },
};

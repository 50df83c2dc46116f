import { doc, of, record, text } from '../fields.ts';
import { atomic, mapBy } from '../kubernetes/listKinds.ts';
import type { Overlay } from '../overlay.ts';
import { exactlyOneOf } from '../rules.ts';

const issuerDocs = 'https://cert-manager.io/docs/configuration/';

/** What issues certificates, other than by ACME: a CA, Vault, Venafi and its successors, or itself. */
export const issuerTypes: Overlay['types'] = {
  'acme.cert-manager.io/v1.ACMEIssuer': { fields: { solvers: atomic } },
  'cert-manager.io/v1.IssuerStatus': { fields: { conditions: mapBy('type') } },
  'cert-manager.io/v1.CAIssuer': {
    fields: { crlDistributionPoints: atomic, issuingCertificateURLs: atomic, ocspServers: atomic },
  },
  'cert-manager.io/v1.SelfSignedIssuer': { fields: { crlDistributionPoints: atomic } },
  'cert-manager.io/v1.ServiceAccountRef': { fields: { audiences: atomic } },
  'cert-manager.io/v1.VaultAuth': {
    fields: {
      aws: of('cert-manager.io/v1.VaultAWSAuth', 'Logs in to Vault with the identity that AWS gives.'),
    },
  },
  'cert-manager.io/v1.VaultAWSAuth': record('How to log in to Vault with an AWS identity.', {
    iamRoleArn: text('The IAM role to take on. Needed beside serviceAccountRef.'),
    mountPath: text('Where the AWS method is mounted in Vault; `/v1/auth/aws` when left out.'),
    region: text("The AWS region; without it the environment's region, else us-east-1."),
    'role!': text('The Vault role to log in as.', { minLength: 1 }),
    serviceAccountRef: of(
      'cert-manager.io/v1.ServiceAccountRef',
      'The ServiceAccount whose token stands for the IAM role.',
    ),
    vaultHeaderValue: text('A value that Vault wants in the signed request, against replay.'),
  }),
  'cert-manager.io/v1.VenafiIssuer': {
    fields: {
      ngts: of('cert-manager.io/v1.VenafiNGTS', 'Next Generation Trust Services of Palo Alto Networks.'),
    },
    rules: [
      exactlyOneOf(['tpp', 'cloud', 'ngts'], {
        message:
          'A Venafi issuer talks to exactly one service: tpp, cloud or ngts. Keep one of them and remove the others.',
        link: issuerDocs,
      }),
    ],
  },
  'cert-manager.io/v1.VenafiNGTS': record('How to reach Next Generation Trust Services.', {
    'credentialsRef!': of(
      'github.com/cert-manager/cert-manager/pkg/apis/meta/v1.LocalObjectReference',
      'A Secret with the keys client-id and client-secret.',
    ),
    tokenEndpoint: text('Where access tokens come from, when not from the public service.'),
    'tsgID!': text('The number of the Tenant Service Group.'),
    url: text('The base URL of the service, when it is not the public one.'),
  }),
  'cert-manager.io/v1.VaultIssuer': {
    fields: { caBundle: doc('A PEM bundle, in base64, that vouches for Vault.') },
  },
};

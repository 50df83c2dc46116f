import { listOf, of, record, text } from '../fields.ts';
import { atomic, mapBy } from '../kubernetes/listKinds.ts';
import type { Overlay } from '../overlay.ts';

/** Certificates and the requests they make. */
export const certificateTypes: Overlay['types'] = {
  'cert-manager.io/v1.CertificateSpec': {
    fields: {
      additionalOutputFormats: atomic,
      dnsNames: atomic,
      emailAddresses: atomic,
      ipAddresses: atomic,
      otherNames: atomic,
      renewal: of('cert-manager.io/v1.CertificateRenewal', 'When the certificate is renewed.'),
      uris: atomic,
      usages: atomic,
    },
  },
  'cert-manager.io/v1.CertificateRenewal': record('When a certificate is renewed.', {
    policy: text('RenewBefore renews ahead of expiry as renewBefore says; Disabled never renews.', {
      enum: ['RenewBefore', 'Disabled'],
    }),
    windows: listOf(
      { ref: 'cert-manager.io/v1.CertificateRenewalWindow' },
      'Renewals happen only within these windows.',
      atomic,
    ),
  }),
  'cert-manager.io/v1.CertificateRenewalWindow': record('A time in which renewals may happen.', {
    'cron!': text('When the window opens: five cron fields.', { minLength: 1 }),
    timezone: text('The time zone of the cron fields (`Europe/Berlin`); UTC when left out.', {
      minLength: 1,
    }),
    'windowDuration!': text('How long the window stays open: `90m`, `4h`.', {
      pattern: '^([0-9]+(\\.[0-9]+)?(s|m|h))+$',
    }),
  }),
  'cert-manager.io/v1.CertificateStatus': {
    fields: {
      acme: of('cert-manager.io/v1.CertificateACMEStatus', 'What the ACME server said of this certificate.'),
      conditions: mapBy('type'),
    },
  },
  'cert-manager.io/v1.CertificateACMEStatus': record('What an ACME server said of a certificate.', {
    ari: of('cert-manager.io/v1.CertificateARIStatus', 'ACME Renewal Information (RFC 9773).'),
  }),
  'cert-manager.io/v1.CertificateARIStatus': record(
    'When the ACME server would have a certificate renewed.',
    {
      explanationURL: text('A page that says why the window is as it is.'),
      lastChecked: of('apis/meta/v1.Time', 'When the server was last asked.'),
      lastError: text('Why asking failed last time.'),
      nextCheck: of('apis/meta/v1.Time', 'When the server is asked next.'),
      suggestedWindow: of(
        'cert-manager.io/v1.CertificateARIWindow',
        'When the server would have it renewed.',
      ),
    },
  ),
  'cert-manager.io/v1.CertificateARIWindow': record('A span of time.', {
    'end!': of('apis/meta/v1.Time', 'Its end.'),
    'start!': of('apis/meta/v1.Time', 'Its start.'),
  }),
  'cert-manager.io/v1.CertificateRequestSpec': { fields: { groups: atomic, usages: atomic } },
  'cert-manager.io/v1.CertificateRequestStatus': { fields: { conditions: mapBy('type') } },
  'cert-manager.io/v1.NameConstraintItem': {
    fields: { dnsDomains: atomic, emailAddresses: atomic, ipRanges: atomic, uriDomains: atomic },
  },
  'cert-manager.io/v1.PKCS12Profile': { enum: ['LegacyRC2', 'LegacyDES', 'Modern2023', 'Modern2026'] },
  'cert-manager.io/v1.X509Subject': {
    fields: {
      countries: atomic,
      localities: atomic,
      organizationalUnits: atomic,
      organizations: atomic,
      postalCodes: atomic,
      provinces: atomic,
      streetAddresses: atomic,
    },
  },
};

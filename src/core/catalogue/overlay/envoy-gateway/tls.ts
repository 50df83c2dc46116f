import type { Rule } from '../../rule.ts';
import { flag, listOf, text } from '../fields.ts';
import { all, any, filled, forbiddenWhen, has, is, not, oneOfValues } from '../rules.ts';
import { envoyTypes } from './envoyType.ts';

const versions = ['1.0', '1.1', '1.2', '1.3', 'Auto'] as const;

/** With this lowest version, the highest may be any from `from` on. Without a lowest version 1.2 is the lowest. */
function highestFrom(from: (typeof versions)[number], when: Rule['when'], lowest: string): Rule {
  return oneOfValues('maxVersion', versions.slice(versions.indexOf(from)), {
    ...(when === undefined ? {} : { when }),
    message: `maxVersion {value} is below the lowest version, ${lowest}. Raise maxVersion to ${from} or more, or lower minVersion.`,
  });
}

const settingsRules: readonly Rule[] = [
  forbiddenWhen('ciphers', is('minVersion', '1.3'), {
    message: 'TLS 1.3 chooses its ciphers by itself. Remove ciphers, or lower minVersion.',
  }),
  highestFrom('1.2', not(has('minVersion')), 'which is 1.2 where minVersion says nothing'),
  highestFrom('1.1', is('minVersion', '1.1'), 'minVersion 1.1'),
  highestFrom('1.2', is('minVersion', '1.2'), 'minVersion 1.2'),
  highestFrom('1.3', is('minVersion', '1.3'), 'minVersion 1.3'),
];

/** TLS towards clients and towards backends. */
export const tls = envoyTypes({
  TLSSettings: {
    fields: {
      fingerprints: listOf(
        { type: 'string', enum: ['JA3', 'JA4'] },
        'Fingerprints of the client to compute from its handshake, for logs and headers; none when absent.',
      ),
    },
    rules: settingsRules,
  },
  ClientValidationContext: {
    fields: {
      allowExpiredCertificate: flag('Lets in certificates that have expired but are valid otherwise.'),
      mode: text(
        'Whether a client must have a certificate and whether it is checked; RequireAndVerify when absent.',
        {
          enum: ['Request', 'RequireAny', 'VerifyIfGiven', 'RequireAndVerify'],
        },
      ),
    },
    rules: [
      forbiddenWhen(
        'allowExpiredCertificate',
        all(
          is('allowExpiredCertificate', true),
          has('mode'),
          not(is('mode', 'VerifyIfGiven', 'RequireAndVerify')),
        ),
        {
          message:
            'This mode does not check certificates, expired or not. Remove allowExpiredCertificate, or set mode to VerifyIfGiven or RequireAndVerify.',
        },
      ),
    ],
  },
  BackendTLSSettings: {
    fields: {
      autoSNIFromEndpointHostname: flag(
        'Asks each endpoint for the certificate of its own host name. The host name of a BackendTLSPolicy goes before it.',
      ),
      insecureSkipVerify: { default: false },
    },
    rules: [
      forbiddenWhen(
        'wellKnownCACertificates',
        all(filled('caCertificateRefs'), filled('wellKnownCACertificates')),
        {
          message:
            'The backend is checked against the certificates named or against those of the system. Keep one of caCertificateRefs and wellKnownCACertificates.',
        },
      ),
      forbiddenWhen(
        'insecureSkipVerify',
        all(
          is('insecureSkipVerify', true),
          any(filled('caCertificateRefs'), filled('wellKnownCACertificates')),
        ),
        {
          message:
            'insecureSkipVerify checks nothing, so the CA certificates beside it have no use. Remove insecureSkipVerify, or the certificates.',
        },
      ),
      forbiddenWhen('sni', all(has('sni'), is('autoSNIFromEndpointHostname', true)), {
        message:
          'The server name is given in sni or taken from the endpoint. Remove sni, or autoSNIFromEndpointHostname.',
      }),
    ],
  },
});

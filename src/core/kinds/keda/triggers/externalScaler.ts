import type { FieldDeclaration } from '../../form.ts';
import type { TriggerAuthenticationMethod } from './triggerDefinition.ts';
import { flag, text, unsafeSsl } from './triggerFields.ts';

/** What `external` and `external-push` have in common. Everything else in their metadata is for the scaler itself. */

export const externalFields: readonly FieldDeclaration[] = [
  text('scalerAddress', 'Address of the scaler', {
    required: true,
    placeholder: 'scaler.default:8080',
    help: 'Host and port, as the pods of KEDA reach it.',
  }),
  flag('enableTLS', 'TLS', 'For a scaler whose certificate is vouched for.'),
  unsafeSsl(),
];

export const externalAuthentications: readonly TriggerAuthenticationMethod[] = [
  {
    id: 'tls',
    label: 'Client certificate',
    help: 'Mutual TLS between KEDA and the scaler.',
    secretKeys: [
      { parameter: 'caCert', key: 'ca.crt', help: 'The authority that vouches for the scaler, as PEM.' },
      { parameter: 'tlsClientCert', key: 'tls.crt', help: 'The client certificate, as PEM.' },
      { parameter: 'tlsClientKey', key: 'tls.key', help: 'The private key of it, as PEM.' },
    ],
  },
];

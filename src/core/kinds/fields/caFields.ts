import type { ChoiceFieldDeclaration, ChoiceMember } from '../form.ts';

/**
 * The CAs that a backend's certificate is checked by; `path` is the map that holds them. One of them has to be there,
 * except where `more` has another way.
 */
export function authoritiesField(path: string, more: readonly ChoiceMember[] = []): ChoiceFieldDeclaration {
  return {
    type: 'choice',
    path,
    label: 'Certificates are checked by',
    required: true,
    members: [
      {
        label: 'Public CAs',
        help: 'Those that the proxy image brings.',
        key: 'wellKnownCACertificates',
        newValue: () => 'System',
        fields: [
          { type: 'enum', path: 'wellKnownCACertificates', label: 'Well-known CAs', options: ['System'] },
        ],
      },
      {
        label: 'CAs of your own',
        key: 'caCertificateRefs',
        newValue: () => [{ group: '', kind: 'ConfigMap', name: 'backend-ca' }],
        fields: [
          {
            type: 'reference',
            path: 'caCertificateRefs',
            label: 'CA certificates',
            reference: 'caCertificateRef',
            help: 'ConfigMaps with ca.crt.',
          },
        ],
      },
      ...more,
    ],
  };
}

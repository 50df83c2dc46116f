import type { FieldDeclaration } from '../form.ts';

const versions = ['1.0', '1.1', '1.2', '1.3', 'Auto'];

/** What is agreed on when TLS begins; the same towards clients and backends. `path` is the map of these settings. */
export function tlsFields(path: string): readonly FieldDeclaration[] {
  return [
    {
      type: 'enum',
      path: `${path}.minVersion`,
      label: 'Oldest version',
      options: versions,
      asText: true,
      help: '1.2 when empty.',
    },
    {
      type: 'enum',
      path: `${path}.maxVersion`,
      label: 'Newest version',
      options: versions,
      asText: true,
      help: '1.3 when empty.',
    },
    {
      type: 'texts',
      path: `${path}.ciphers`,
      label: 'Cipher suites',
      placeholder: 'ECDHE-ECDSA-AES128-GCM-SHA256',
      help: 'For versions up to 1.2; those of 1.3 cannot be chosen.',
    },
    { type: 'texts', path: `${path}.ecdhCurves`, label: 'ECDH curves', placeholder: 'X25519' },
    {
      type: 'texts',
      path: `${path}.signatureAlgorithms`,
      label: 'Signature algorithms',
      placeholder: 'ecdsa_secp256r1_sha256',
    },
    {
      type: 'texts',
      path: `${path}.alpnProtocols`,
      label: 'ALPN protocols',
      placeholder: 'h2',
      help: 'The best first: h2, http/1.1.',
    },
  ];
}

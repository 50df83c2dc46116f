import type { ReferenceDeclaration } from '../types.ts';
import { configMapReference, grantedSecret } from './authReferences.ts';
import { askedBackends } from './backendRef.ts';
import { caCertificateReference } from './certificateRefs.ts';

/** What the extensions of an EnvoyExtensionPolicy need: the service that is asked, the code and where it comes from. */
export const extensionReferences: readonly ReferenceDeclaration[] = [
  ...askedBackends({ name: 'extProc', path: 'spec.extProc[*]' }),
  configMapReference('lua valueRef', 'spec.lua[*].valueRef'),
  grantedSecret('wasm pullSecretRef', 'spec.wasm[*].code.image.pullSecretRef'),
  ...['http', 'image'].map((source) => ({
    ...caCertificateReference({
      name: `wasm ${source} caCertificateRef`,
      path: `spec.wasm[*].code.${source}.tls.caCertificateRef`,
      namespace: 'field' as const,
      defaultKind: 'Secret' as const,
      needsGrant: true,
    }),
    byHand: true,
  })),
];

import { removeStep, repair } from '../schema/repairs/step.ts';
import { valueAt } from '../yaml/path.ts';
import { endsWith } from './endsWith.ts';
import { movedField } from './movedField.ts';
import { textOf } from './plainText.ts';
import { envoyKinds } from './projectKinds.ts';
import type { Mistake } from './types.ts';

const kinds = envoyKinds('SecurityPolicy');

/** Settings of SecurityPolicy that stand one level deeper, or are not written at all. */
export const securityNames: readonly Mistake[] = [
  movedField({
    code: 'TS139',
    name: 'jwks-timeout',
    reason: 'How keys are fetched is a connection like others: remoteJWKS.backendSettings.',
    kinds,
    from: ['remoteJWKS', 'timeout'],
    to: ['backendSettings', 'timeout', 'http', 'requestTimeout'],
  }),
  movedField({
    code: 'TS140',
    name: 'jwks-backoff',
    reason: 'How keys are fetched is a connection like others: remoteJWKS.backendSettings.',
    kinds,
    from: ['remoteJWKS', 'backoff'],
    to: ['backendSettings', 'retry', 'perRetry', 'backOff'],
  }),
  movedField({
    code: 'TS141',
    name: 'cookie-same-site',
    reason: 'What the cookies of OIDC are like is oidc.cookieConfig.',
    kinds,
    from: ['oidc', 'cookieSameSite'],
    to: ['cookieConfig', 'sameSite'],
  }),
  {
    code: 'TS142',
    name: 'client-secret-key',
    reason:
      'Envoy Gateway always reads the key client-secret of that Secret; a reference cannot name another.',
    kinds,
    recognise(fault, resource) {
      if (fault.fault !== 'unknown-field' || !endsWith(fault.path, 'clientSecret', 'key')) return undefined;
      const key = textOf(valueAt(resource, fault.path));
      const isFixed = key === 'client-secret';
      return {
        message: isFixed
          ? 'clientSecret takes no key: client-secret is what is read of the Secret anyway. Remove it.'
          : `clientSecret takes no key: the Secret holds it under client-secret. Rename ${key ?? 'its key'} in the Secret, and remove key here.`,
        repairs: [repair('Remove key', [removeStep(fault.path)], isFixed)],
      };
    },
  },
];

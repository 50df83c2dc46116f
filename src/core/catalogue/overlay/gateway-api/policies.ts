import { exactlyOneOf, forbiddenWhen, is, not, requiredWhen, union } from '../rules.ts';
import type { TypeTable } from './group.ts';
import { targetRules } from './references.ts';

const atomic = { listType: 'atomic' } as const;

/** BackendTLSPolicy, session persistence, and what all policies have. */
export const policies: TypeTable = {
  BackendTLSPolicySpec: { fields: { targetRefs: { ...atomic, rules: targetRules } } },
  BackendTLSPolicyValidation: {
    fields: { caCertificateRefs: atomic, subjectAltNames: atomic },
    rules: [
      exactlyOneOf(['caCertificateRefs', 'wellKnownCACertificates'], {
        filled: true,
        message:
          'The certificate of a backend is checked either against caCertificateRefs (ConfigMaps with your own CA) or against wellKnownCACertificates: System. Say exactly one of the two.',
      }),
    ],
  },
  SubjectAltName: { rules: [union('type', { Hostname: 'hostname', URI: 'uri' })] },
  SessionPersistence: {
    fields: { idleTimeout: null, sessionName: { maxLength: 128 }, type: { default: 'Cookie' } },
    rules: [
      requiredWhen('absoluteTimeout', is('cookieConfig.lifetimeType', 'Permanent'), {
        message:
          'A permanent cookie needs an end. Add absoluteTimeout (such as 24h), or set cookieConfig.lifetimeType to Session.',
      }),
      forbiddenWhen('cookieConfig', not(is('type', 'Cookie')), {
        message: 'cookieConfig is for sessions that are kept in a cookie. Remove it, or set type to Cookie.',
      }),
    ],
  },
  CookieConfig: { fields: { lifetimeType: { default: 'Session' } } },
  PolicyStatus: { fields: { ancestors: atomic } },
  PolicyAncestorStatus: { fields: { conditions: { listType: 'map', listKeys: ['type'] } } },
};

import { removeStep, renameStep, repair, setStep } from '../schema/repairs/step.ts';
import { valueAt } from '../yaml/path.ts';
import { endsWith } from './endsWith.ts';
import { foreignField } from './foreignField.ts';
import { envoyKinds } from './projectKinds.ts';
import type { Mistake } from './types.ts';

const kinds = envoyKinds('ClientTrafficPolicy');

/** What people look for in a ClientTrafficPolicy and is said elsewhere, or the other way round. */
export const clientTraffic: readonly Mistake[] = [
  foreignField({
    code: 'TS134',
    name: 'request-send-timeout',
    reason: 'A ClientTrafficPolicy waits for requests. How long the answer may take is up to the backend.',
    kinds,
    at: ['http', 'requestSendTimeout'],
    message:
      'A ClientTrafficPolicy has no requestSendTimeout. How long a request may take is timeout.http.requestTimeout of a BackendTrafficPolicy; write it there, and remove it here.',
  }),
  foreignField({
    code: 'TS135',
    name: 'client-proxy-protocol-version',
    reason:
      'From clients both versions are read. The version is chosen where the gateway speaks to backends.',
    kinds,
    at: ['proxyProtocol', 'version'],
    message:
      'A ClientTrafficPolicy reads both versions of the PROXY protocol, so there is no version to choose. Remove it; for backends it is proxyProtocol.version of a BackendTrafficPolicy.',
  }),
  foreignField({
    code: 'TS136',
    name: 'client-tls-certificate',
    reason: 'A listener of the Gateway names its certificates; the policy says how TLS is spoken with them.',
    kinds,
    at: ['tls', 'certificateRefs'],
    message:
      'A ClientTrafficPolicy has no certificates. They belong to the listener of the Gateway, under tls.certificateRefs; write them there, and remove them here.',
  }),
  {
    code: 'TS137',
    name: 'custom-header-fail-open',
    reason: 'The header fails open unless failClosed is true: the field is the opposite of failOpen.',
    kinds,
    recognise(fault, resource) {
      if (fault.fault !== 'unknown-field' || !endsWith(fault.path, 'customHeader', 'failOpen'))
        return undefined;
      const isOpen = valueAt(resource, fault.path);
      const target = [...fault.path.slice(0, -1), 'failClosed'];
      const isFree = typeof isOpen === 'boolean' && valueAt(resource, target) === undefined;
      return {
        message: 'There is no failOpen: the field is failClosed, and says the opposite.',
        repairs: isFree
          ? [
              repair(
                `Write it as failClosed: ${!isOpen}`,
                [renameStep(fault.path, 'failClosed'), setStep(target, !isOpen)],
                true,
              ),
            ]
          : [repair('Remove failOpen', [removeStep(fault.path)])],
      };
    },
  },
  {
    code: 'TS138',
    name: 'http10-compatible',
    reason: 'HTTP/1.0 is accepted when http1.http10 is there, even empty, and refused when it is not.',
    kinds,
    recognise(fault, resource) {
      if (fault.fault !== 'unknown-field' || !endsWith(fault.path, 'http10Compatible')) return undefined;
      const isOn = valueAt(resource, fault.path) === true;
      const target = [...fault.path.slice(0, -1), 'http10'];
      return {
        message: isOn
          ? 'There is no http10Compatible: HTTP/1.0 is accepted when http10 is there. Write http10: {}.'
          : 'There is no http10Compatible: HTTP/1.0 is refused unless http10 is there. Remove it.',
        repairs: isOn
          ? [repair('Write it as http10: {}', [renameStep(fault.path, 'http10'), setStep(target, {})], true)]
          : [repair('Remove http10Compatible', [removeStep(fault.path)], true)],
      };
    },
  },
];

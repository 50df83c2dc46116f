import { insertStep, removeStep, repair, setStep } from '../schema/repairs/step.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { valueAt } from '../yaml/path.ts';
import type { Mistake } from './types.ts';

/** `backend: {serviceName: cart, servicePort: 80}` of Ingress before v1. */
export const ingressBackend: Mistake = {
  code: 'TS177',
  name: 'ingress-service-name',
  reason: 'Ingress v1beta1 had serviceName and servicePort; v1 has service, with name and port.',
  kinds: [{ group: 'networking.k8s.io', kind: 'Ingress' }],
  recognise(fault, resource) {
    const isUnknown =
      fault.fault === 'unknown-field' && (fault.field === 'serviceName' || fault.field === 'servicePort');
    const isRule = fault.fault === 'rule' && String(fault.path.at(-1)).toLowerCase().endsWith('backend');
    if (!isUnknown && !isRule) return undefined;
    const at = isUnknown ? fault.path.slice(0, -1) : fault.path;
    const backend = valueAt(resource, at);
    if (!isRecord(backend) || backend.service !== undefined || typeof backend.serviceName !== 'string')
      return undefined;
    const { serviceName, servicePort } = backend;
    const isNumber = typeof servicePort === 'number' || /^\d+$/.test(String(servicePort));
    const port = isNumber ? { number: Number(servicePort) } : { name: String(servicePort) };
    const service = { name: serviceName, ...(servicePort === undefined ? {} : { port }) };
    return {
      message:
        'A backend of an Ingress has no serviceName and servicePort any more: write service, with name and port.',
      repairs: [
        repair(
          'Write it as service',
          [
            setStep([...at, 'service'], service),
            removeStep([...at, 'serviceName']),
            ...(servicePort === undefined ? [] : [removeStep([...at, 'servicePort'])]),
          ],
          true,
        ),
      ],
    };
  },
};

/** A path of an Ingress before v1, where pathType was not asked for. */
export const ingressPathType: Mistake = {
  code: 'TS178',
  name: 'ingress-path-type',
  reason: 'Ingress v1beta1 took ImplementationSpecific for granted; v1 wants pathType said.',
  kinds: [{ group: 'networking.k8s.io', kind: 'Ingress' }],
  recognise(fault) {
    if (fault.fault !== 'required' || fault.field !== 'pathType') return undefined;
    const add = (type: string, isPreferred = false) =>
      repair(`Add pathType ${type}`, [insertStep([...fault.path, 'pathType'], type)], isPreferred);
    return {
      message:
        'Each path of an Ingress says its pathType: Prefix or Exact, or ImplementationSpecific as it was before v1.',
      repairs: [add('Prefix', true), add('Exact'), add('ImplementationSpecific')],
    };
  },
};

import {
  clusterTriggerAuthentication,
  externalHost,
  httpScaledObject,
  interceptorRoute,
  service,
  triggerAuthentication,
} from '../targets.ts';
import type { NameReference, ReferenceDeclaration } from '../types.ts';

/** Whose requests the HTTP add-on counts, by name in the metadata of its trigger. */
const counted: Omit<NameReference, 'name' | 'path' | 'to'> = {
  form: 'name',
  role: 'uses',
  flow: 'backward',
  namespace: 'own',
  byHand: true,
};

/** The settings of triggers that say where KEDA asks. */
const addresses = [
  'serverAddress',
  'bootstrapServers',
  'address',
  'host',
  'scalerAddress',
  'natsServerMonitoringEndpoint',
  'queueURL',
];

/** Where a trigger asks for its numbers. */
const sources: readonly ReferenceDeclaration[] = addresses.map((setting) => ({
  name: `source ${setting}`,
  form: 'address',
  path: `spec.triggers[*].metadata.${setting}`,
  to: [service, externalHost],
  role: 'uses',
  flow: 'backward',
  namespace: 'field',
  mayBeAbsent: true,
  byHand: true,
}));

/** What the triggers of a ScaledObject or ScaledJob refer to. */
export const triggerReferences: readonly ReferenceDeclaration[] = [
  {
    name: 'authenticationRef',
    form: 'object',
    path: 'spec.triggers[*].authenticationRef',
    to: [triggerAuthentication, clusterTriggerAuthentication],
    role: 'uses',
    flow: 'forward',
    namespace: 'own',
  },
  {
    ...counted,
    name: 'interceptorRoute',
    path: 'spec.triggers[*].metadata.interceptorRoute',
    to: [interceptorRoute],
  },
  {
    ...counted,
    name: 'httpScaledObject',
    path: 'spec.triggers[*].metadata.httpScaledObject',
    to: [httpScaledObject],
  },
  ...sources,
];

import { isMap } from '../reading.ts';
import type { FieldDeclaration } from '../types.ts';
import { freeName } from './freeName.ts';

/** The listeners of a Gateway or ListenerSet. */
export const listenersField: FieldDeclaration = {
  type: 'list',
  path: 'spec.listeners',
  label: 'Listeners',
  item: 'listener',
  newItem: (existing) => ({ name: freeName('http', existing), protocol: 'HTTP', port: freePort(existing) }),
  fields: [
    {
      type: 'name',
      path: 'name',
      label: 'Name',
      required: true,
      help: 'Routes and policies point at it with sectionName.',
    },
    {
      type: 'enum',
      path: 'protocol',
      label: 'Protocol',
      options: ['HTTP', 'HTTPS', 'TLS', 'TCP', 'UDP'],
      required: true,
    },
    { type: 'number', path: 'port', label: 'Port', required: true },
    {
      type: 'text',
      path: 'hostname',
      label: 'Hostname',
      placeholder: '*.example.com',
      help: 'Only for HTTP, HTTPS and TLS. Without one the listener takes every host.',
    },
    {
      type: 'enum',
      path: 'tls.mode',
      label: 'TLS mode',
      options: ['Terminate', 'Passthrough'],
      help: 'HTTPS always terminates. TLS needs one of the two.',
    },
    { type: 'reference', path: 'tls.certificateRefs', label: 'Certificates', reference: 'certificateRef' },
    {
      type: 'enum',
      path: 'allowedRoutes.namespaces.from',
      label: 'Routes from',
      options: ['Same', 'All', 'Selector'],
      help: 'Which namespaces may attach routes. Same is the default.',
    },
    {
      type: 'map',
      path: 'allowedRoutes.namespaces.selector.matchLabels',
      label: 'Namespace labels',
      help: 'Read when routes come from Selector.',
    },
  ],
};

/** Two listeners of one protocol need different ports or hosts, so a new one takes the next free port. */
function freePort(existing: readonly unknown[]): number {
  const taken = new Set(existing.filter(isMap).map(({ port }) => port));
  if (!taken.has(80)) return 80;
  let port = 8080;
  while (taken.has(port)) port++;
  return port;
}

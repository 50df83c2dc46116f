import type { FieldDeclaration } from '../form.ts';

/** Buffers of a connection, to clients or to backends. `more` is said of the first besides. */
export function bufferFields(more = ''): readonly FieldDeclaration[] {
  return [
    {
      type: 'quantity',
      path: 'spec.connection.bufferLimit',
      label: 'Buffer of a connection',
      placeholder: '32Ki',
      help: `How much is held in memory before the sender has to wait; 32Ki when empty.${more}`,
    },
    {
      type: 'quantity',
      path: 'spec.connection.socketBufferLimit',
      label: 'Buffer of a socket',
      placeholder: '1Mi',
      help: 'The same in the kernel; as the system has it when empty.',
    },
  ];
}

/** TCP keepalive, to clients or to backends. */
export const keepaliveFields: readonly FieldDeclaration[] = [
  {
    type: 'duration',
    path: 'spec.tcpKeepalive.idleTime',
    label: 'First probe after',
    placeholder: '60s',
    help: 'Time without data; 2h when empty.',
  },
  {
    type: 'duration',
    path: 'spec.tcpKeepalive.interval',
    label: 'Between probes',
    placeholder: '10s',
    help: '75s when empty.',
  },
  {
    type: 'number',
    path: 'spec.tcpKeepalive.probes',
    label: 'Probes',
    help: 'Without an answer, before the connection counts as dead; 9 when empty.',
  },
];

/** HTTP/2, to clients or to backends. */
export const http2Fields: readonly FieldDeclaration[] = [
  {
    type: 'number',
    path: 'spec.http2.maxConcurrentStreams',
    label: 'Most parallel streams',
    help: 'Of one connection; 100 when empty.',
  },
  {
    type: 'quantity',
    path: 'spec.http2.initialStreamWindowSize',
    label: 'Window of a stream',
    placeholder: '64Ki',
    help: '64Ki when empty.',
  },
  {
    type: 'quantity',
    path: 'spec.http2.initialConnectionWindowSize',
    label: 'Window of a connection',
    placeholder: '1Mi',
    help: '1Mi when empty.',
  },
  {
    type: 'enum',
    path: 'spec.http2.onInvalidMessage',
    label: 'On an invalid message',
    options: ['TerminateConnection', 'TerminateStream'],
    help: 'TerminateConnection when empty.',
  },
  {
    type: 'duration',
    path: 'spec.http2.connectionKeepalive.interval',
    label: 'Ping every',
    placeholder: '30s',
  },
  {
    type: 'duration',
    path: 'spec.http2.connectionKeepalive.timeout',
    label: 'Ping answered within',
    placeholder: '5s',
    help: 'Less than the time between pings.',
  },
];

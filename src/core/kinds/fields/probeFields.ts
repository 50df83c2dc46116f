import type { Plain } from '../../yaml/types.ts';
import type { ChoiceFieldDeclaration, FieldDeclaration } from '../form.ts';

/** How the kubelet asks a container, and how often. */

type ProbeName = 'readinessProbe' | 'livenessProbe' | 'startupProbe';

const timings: readonly (readonly [key: string, label: string, placeholder: string])[] = [
  ['initialDelaySeconds', 'first after, s', '0'],
  ['periodSeconds', 'every, s', '10'],
  ['timeoutSeconds', 'waits, s', '1'],
  ['failureThreshold', 'failures that count', '3'],
];

/** A probe of a container: what is asked, and how often. */
export function probeFields(probe: ProbeName, label: string, help: string): readonly FieldDeclaration[] {
  return [
    handlerField(probe, label, help),
    ...timings.map(
      ([key, words, placeholder]): FieldDeclaration => ({
        type: 'number',
        path: `${probe}.${key}`,
        label: `${label}: ${words}`,
        placeholder,
      }),
    ),
  ];
}

const asked = (http: string): Readonly<Record<'httpGet' | 'tcpSocket' | 'grpc' | 'exec', Plain>> => ({
  httpGet: { path: http, port: 'http' },
  tcpSocket: { port: 'http' },
  grpc: { port: 8080 },
  exec: { command: ['cat', '/tmp/ready'] },
});

function handlerField(probe: ProbeName, label: string, help: string): ChoiceFieldDeclaration {
  const value = asked(probe === 'livenessProbe' ? '/healthz' : '/readyz');
  const port: FieldDeclaration = {
    type: 'text',
    path: 'httpGet.port',
    label: 'Port',
    required: true,
    orNumber: true,
    placeholder: 'http',
    help: 'A number or the name of a port of the container.',
  };
  return {
    type: 'choice',
    path: probe,
    label,
    help,
    members: [
      {
        label: 'HTTP request',
        help: 'Any answer from 200 to 399 counts.',
        key: 'httpGet',
        newValue: () => value.httpGet,
        fields: [
          { type: 'text', path: 'httpGet.path', label: 'Path', placeholder: '/readyz' },
          port,
          { type: 'enum', path: 'httpGet.scheme', label: 'Scheme', options: ['HTTP', 'HTTPS'] },
        ],
      },
      {
        label: 'TCP connection',
        key: 'tcpSocket',
        newValue: () => value.tcpSocket,
        fields: [{ ...port, path: 'tcpSocket.port' }],
      },
      {
        label: 'gRPC health check',
        key: 'grpc',
        newValue: () => value.grpc,
        fields: [
          { type: 'number', path: 'grpc.port', label: 'Port', required: true },
          { type: 'text', path: 'grpc.service', label: 'Service' },
        ],
      },
      {
        label: 'Command in the container',
        help: 'The exit code 0 counts.',
        key: 'exec',
        newValue: () => value.exec,
        fields: [{ type: 'texts', path: 'exec.command', label: 'Command', placeholder: 'cat' }],
      },
    ],
  };
}

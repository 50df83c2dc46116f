import type { FieldDeclaration, ListFieldDeclaration } from '../form.ts';
import { readList, readNumber, readText } from '../reading.ts';
import { environmentFields } from './environmentFields.ts';
import { freeName } from './freeName.ts';
import { probeFields } from './probeFields.ts';
import { volumeMountsField } from './volumeFields.ts';

/** An image that runs as it is: on port 8080, without rights. */
export const sampleImage = 'nginxinc/nginx-unprivileged:1.29';

const basics: readonly FieldDeclaration[] = [
  { type: 'name', path: 'name', label: 'Name', required: true },
  { type: 'text', path: 'image', label: 'Image', required: true, placeholder: sampleImage },
  { type: 'enum', path: 'imagePullPolicy', label: 'Pull', options: ['IfNotPresent', 'Always', 'Never'] },
  { type: 'texts', path: 'command', label: 'Command', help: 'Instead of what the image starts.' },
  { type: 'texts', path: 'args', label: 'Arguments' },
];

const portsField: FieldDeclaration = {
  type: 'list',
  path: 'ports',
  label: 'Ports',
  item: 'port',
  newItem: (existing) => ({ name: freeName('http', existing), containerPort: 8080 + existing.length }),
  say: (item) => {
    const port = readNumber(item, 'containerPort');
    const name = readText(item, 'name');
    return port === undefined ? undefined : `${port}${name === undefined ? '' : ` as ${name}`}`;
  },
  fields: [
    {
      type: 'name',
      path: 'name',
      label: 'Name',
      help: 'Services and probes can say it instead of the number.',
    },
    { type: 'number', path: 'containerPort', label: 'Port', required: true },
    { type: 'enum', path: 'protocol', label: 'Protocol', options: ['TCP', 'UDP', 'SCTP'] },
  ],
};

const resourceFields: readonly FieldDeclaration[] = [
  {
    type: 'quantity',
    path: 'resources.requests.cpu',
    label: 'CPU request',
    placeholder: '100m',
    help: 'What the node keeps free for it; autoscalers measure against it.',
  },
  { type: 'quantity', path: 'resources.requests.memory', label: 'Memory request', placeholder: '128Mi' },
  {
    type: 'quantity',
    path: 'resources.limits.cpu',
    label: 'CPU limit',
    placeholder: '500m',
    help: 'Beyond it the container is slowed down.',
  },
  {
    type: 'quantity',
    path: 'resources.limits.memory',
    label: 'Memory limit',
    placeholder: '256Mi',
    help: 'Beyond it the container is ended.',
  },
];

const securityFields: readonly FieldDeclaration[] = [
  { type: 'boolean', path: 'securityContext.runAsNonRoot', label: 'Not as root' },
  { type: 'boolean', path: 'securityContext.readOnlyRootFilesystem', label: 'Read-only file system' },
  {
    type: 'boolean',
    path: 'securityContext.allowPrivilegeEscalation',
    label: 'May gain rights',
  },
];

const probes: readonly FieldDeclaration[] = [
  ...probeFields('readinessProbe', 'Readiness', 'No traffic before this answers, or while it does not.'),
  ...probeFields('livenessProbe', 'Liveness', 'Where this stays silent the container is started anew.'),
  ...probeFields('startupProbe', 'Startup', 'Until this answers the others are not asked.'),
];

/** The containers of the pods at a path. Those that serve have ports and probes, those that work and end have none. */
export function containersField(pod: string, does: 'serve' | 'work'): ListFieldDeclaration {
  return {
    type: 'list',
    path: `${pod}.containers`,
    label: 'Containers',
    item: 'container',
    newItem: (existing) => ({
      name: freeName(does === 'serve' ? 'app' : 'work', existing),
      image: sampleImage,
    }),
    say: sayContainer,
    fields: [
      ...basics,
      ...(does === 'serve' ? [portsField] : []),
      ...resourceFields,
      ...(does === 'serve' ? probes : []),
      ...environmentFields(),
      volumeMountsField,
      ...securityFields,
    ],
  };
}

/** The containers that run to their end before the others start. */
export function initContainersField(pod: string): ListFieldDeclaration {
  return {
    type: 'list',
    path: `${pod}.initContainers`,
    label: 'Containers that run first',
    item: 'container',
    newItem: (existing) => ({ name: freeName('prepare', existing), image: 'busybox:1.37' }),
    say: sayContainer,
    fields: [
      ...basics,
      ...resourceFields,
      ...environmentFields(' of an init container'),
      volumeMountsField,
      ...securityFields,
    ],
  };
}

/** `api runs example.com/api:1.4 on 8080`. */
function sayContainer(item: unknown): string | undefined {
  const name = readText(item, 'name');
  const image = readText(item, 'image');
  if (name === undefined || image === undefined) return name ?? image;
  const ports = readList(item, 'ports').flatMap((port) => readNumber(port, 'containerPort') ?? []);
  return `${name} runs ${image}${ports.length === 0 ? '' : ` on ${ports.slice(0, 3).join(', ')}`}`;
}

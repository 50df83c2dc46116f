import { sampleImage } from '../fields/containerFields.ts';
import type { TemplateContext } from '../types.ts';
import { type Lines, scalar } from './manifest.ts';

/** The label that ties a workload, its pods and what selects them together. */
export function nameLabel(name: string): string {
  return `app.kubernetes.io/name: ${scalar(name)}`;
}

/** `selector` and `template` of a workload that serves: one container with a port, what it asks for and a probe. */
export function servingPodLines(context: TemplateContext): Lines {
  const label = nameLabel(context.name);
  return [
    '  selector:',
    '    matchLabels:',
    `      ${label}`,
    '  template:',
    '    metadata:',
    '      labels:',
    `        ${label}`,
    '    spec:',
    '      containers:',
    '        - name: app',
    `          image: ${sampleImage}`,
    '          ports:',
    '            - name: http',
    '              containerPort: 8080',
    '          # Scheduling and autoscaling go by the requests.',
    '          resources:',
    '            requests:',
    '              cpu: 100m',
    '              memory: 128Mi',
    '            limits:',
    '              memory: 256Mi',
    '          # No traffic before this answers.',
    '          readinessProbe:',
    '            httpGet:',
    '              path: /',
    '              port: http',
  ];
}

/** The pod of a Job: it does its work, then ends. */
export const workingPodLines: Lines = [
  'spec:',
  '  # A new pod for each try; OnFailure would start the container in the same pod again.',
  '  restartPolicy: Never',
  '  containers:',
  '    - name: work',
  '      image: busybox:1.37',
  "      command: ['sh', '-c', 'echo done']",
  '      # Room on the node is kept by the requests.',
  '      resources:',
  '        requests:',
  '          cpu: 100m',
  '          memory: 64Mi',
  '        limits:',
  '          memory: 128Mi',
];

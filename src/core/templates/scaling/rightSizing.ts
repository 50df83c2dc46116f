import { ensureWorkload, scaled } from '../blocks/ensureWorkload.ts';
import { podResizer } from '../blocks/scalingKinds.ts';
import { definePattern } from '../definePattern.ts';
import { choice, text } from '../parameters.ts';
import { yaml } from '../yaml.ts';

export const rightSizing = definePattern({
  id: 'right-sizing',
  title: 'Right size of pods',
  purpose: 'What the pods really need is learned, and said or set',
  group: 'scaling',
  docs: 'https://kubernetes.io/docs/concepts/workloads/autoscaling/vertical-pod-autoscale/',
  roles: { workload: { ...scaled, help: 'What is measured. Without one, a small app is made.' } },
  parameters: {
    mode: choice('What it does', [
      { value: 'Off', label: 'Only recommends', help: 'Its status says what it would set.' },
      { value: 'Initial', label: 'Sets new pods' },
      { value: 'InPlaceOrRecreate', label: 'Resizes pods, restarts them where it must' },
    ]),
    memory: text('At most memory', '2Gi', { type: 'quantity' }),
    cpu: text('At most CPU', '2', { type: 'quantity' }),
  },
  write(desk, { mode, memory, cpu }, given) {
    const workload = ensureWorkload(desk, given.workload, 'shop');
    if (workload === undefined) return;
    desk.add(
      podResizer,
      workload.name,
      yaml`
        spec:
          targetRef:
            apiVersion: ${workload.apiVersion}
            kind: ${workload.kind}
            name: ${workload.name}
          updatePolicy:
            updateMode: ${mode}
          resourcePolicy:
            containerPolicies:
              # Not beyond what a node has room for.
              - containerName: '*'
                maxAllowed:
                  cpu: ${cpu}
                  memory: ${memory}
      `,
      { namespace: workload.namespace },
    );
  },
});

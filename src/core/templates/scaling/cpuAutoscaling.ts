import { readDuration } from '../../schema/formats/duration.ts';
import { ensureWorkload, scaled } from '../blocks/ensureWorkload.ts';
import { isRange, isUnscaled, leaveNumber } from '../blocks/scale.ts';
import { podAutoscaler } from '../blocks/scalingKinds.ts';
import { definePattern } from '../definePattern.ts';
import { duration, number } from '../parameters.ts';
import { yaml } from '../yaml.ts';

export const cpuAutoscaling = definePattern({
  id: 'cpu-autoscaling',
  title: 'Autoscaling on CPU',
  purpose: 'More pods when they are busy, by what every cluster has',
  group: 'scaling',
  docs: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
  roles: { workload: scaled },
  parameters: {
    cpu: number('More pods above', 70, { min: 1, max: 100, unit: '% of the CPU requested' }),
    least: number('At least', 2, { min: 1, max: 1000, unit: 'pods' }),
    most: number('At most', 10, { min: 1, max: 1000, unit: 'pods' }),
    calm: duration('Fewer pods after', '5m', { help: 'So long the load has to stay low; at most an hour.' }),
  },
  write(desk, { cpu, least, most, calm }, given) {
    if (!isRange(desk, { least, most })) return;
    const seconds = Number((readDuration(calm) ?? 0n) / 1_000_000_000n);
    if (seconds > 3600) return desk.refuse(`Fewer pods after is ${calm}; an hour is the most.`);
    const workload = ensureWorkload(desk, given.workload, 'shop');
    if (workload === undefined || !isUnscaled(desk, workload)) return;
    leaveNumber(desk, workload);
    desk.add(
      podAutoscaler,
      workload.name,
      yaml`
        spec:
          scaleTargetRef:
            apiVersion: ${workload.apiVersion}
            kind: ${workload.kind}
            name: ${workload.name}
          minReplicas: ${least}
          maxReplicas: ${most}
          metrics:
            # Measured against what the containers request, on the average of all pods.
            - type: Resource
              resource:
                name: cpu
                target:
                  type: Utilization
                  averageUtilization: ${cpu}
          behavior:
            # Up at once, down only when it has been calm for a while.
            scaleDown:
              stabilizationWindowSeconds: ${seconds}
      `,
      { namespace: workload.namespace },
    );
  },
});

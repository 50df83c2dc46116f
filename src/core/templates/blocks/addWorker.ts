import { deployment } from '../../kinds/targets.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { type Yaml, yaml } from '../yaml.ts';

/** A Deployment that nobody calls: it takes its work from somewhere. Its number of pods is left to who scales it. */
export function addWorker(desk: PatternDesk, base: string): PatternTarget {
  return desk.add(
    deployment,
    base,
    ({ name }) => yaml`
      spec:
        selector:
          matchLabels:
            app.kubernetes.io/name: ${name}
        template:
          metadata:
            labels:
              app.kubernetes.io/name: ${name}
          spec:
            containers:
              - ${workContainer('Put your own image here: it takes messages until it is told to stop.', 'sleep infinity')}
    `,
  );
}

/** A container that works; `command` stands in for it. */
export function workContainer(comment: string, command: string): Yaml {
  return yaml`
    name: work
    # ${comment}
    image: busybox:1.37
    command: [sh, -c, ${command}]
    resources:
      requests:
        cpu: 100m
        memory: 64Mi
      limits:
        memory: 128Mi
  `;
}

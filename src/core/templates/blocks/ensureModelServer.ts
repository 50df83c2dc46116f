import { readList, readNumber, readPairs } from '../../kinds/reading.ts';
import { deployment } from '../../kinds/targets.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { yaml } from '../yaml.ts';

export interface ModelServer {
  readonly workload: PatternTarget;
  /** By which its pods are told from others. */
  readonly labels: readonly (readonly [key: string, value: string])[];
  readonly port: number;
}

export interface ModelServerWish {
  readonly base: string;
  readonly namespace: string;
  /** Where the weights come from: `Qwen/Qwen3-8B`. */
  readonly weights: string;
  /** What clients ask for. */
  readonly model: string;
  readonly replicas: number;
}

const standardPort = 8000;

/** The pods that serve a model: those of the given Deployment, else of a new one that runs vLLM on GPUs. */
export function ensureModelServer(
  desk: PatternDesk,
  given: PatternTarget | undefined,
  wish: ModelServerWish,
): ModelServer | undefined {
  if (given === undefined) return addModelServer(desk, wish);
  const labels = readPairs(desk.read(given, ['spec']), 'selector', 'matchLabels');
  if (labels.length === 0) {
    desk.refuse(
      `Deployment ${given.name} does not select its pods by labels. Give it spec.selector.matchLabels.`,
    );
    return undefined;
  }
  const pod = desk.read(given, ['spec', 'template', 'spec']);
  const ports = readList(pod, 'containers').flatMap((each) => readList(each, 'ports'));
  return { workload: given, labels, port: readNumber(ports[0], 'containerPort') ?? standardPort };
}

function addModelServer(
  desk: PatternDesk,
  { base, namespace, weights, model, replicas }: ModelServerWish,
): ModelServer {
  const label = 'app.kubernetes.io/name';
  const workload = desk.add(
    deployment,
    base,
    ({ name }) => yaml`
      spec:
        replicas: ${replicas}
        selector:
          matchLabels:
            ${label}: ${name}
        template:
          metadata:
            labels:
              ${label}: ${name}
          spec:
            containers:
              - name: vllm
                image: vllm/vllm-openai:v0.11.0
                args:
                  - ${`--model=${weights}`}
                  # What clients ask for.
                  - ${`--served-model-name=${model}`}
                  - ${`--port=${standardPort}`}
                ports:
                  - name: http
                    containerPort: ${standardPort}
                resources:
                  requests:
                    cpu: 4
                    memory: 16Gi
                  limits:
                    memory: 32Gi
                    nvidia.com/gpu: 1
                # Loading the weights takes minutes; until then the other two wait.
                startupProbe:
                  httpGet:
                    path: /health
                    port: http
                  periodSeconds: 10
                  failureThreshold: 120
                readinessProbe:
                  httpGet:
                    path: /health
                    port: http
                livenessProbe:
                  httpGet:
                    path: /health
                    port: http
                  periodSeconds: 20
    `,
    { namespace },
  );
  return { workload, labels: [[label, workload.name]], port: standardPort };
}

import { readList, readNumber } from '../../kinds/reading.ts';
import { backend, deployment, service } from '../../kinds/targets.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { type Yaml, yaml } from '../yaml.ts';
import { disruptionBudget, isKind } from './policyKinds.ts';
import type { Upstream } from './referTo.ts';

export interface AppWish {
  readonly base: string;
  /** Told apart from other versions of the app by this label. */
  readonly version?: string;
  readonly namespace?: string;
  /** Instead of a web server that stands in for the app. */
  readonly image?: string;
  readonly protocol?: 'http' | 'grpc';
}

/** The given Service (or Backend), else a new one with a workload behind it. */
export function ensureApp(desk: PatternDesk, given: PatternTarget | undefined, wish: AppWish): Upstream {
  return given === undefined ? addApp(desk, wish) : upstreamOf(desk, given);
}

/** What routes send to: a Service with its first port, or a Backend. */
export function upstreamOf(desk: PatternDesk, target: PatternTarget): Upstream {
  if (isKind(target, backend)) return { target };
  const [first] = readList(desk.read(target, ['spec']), 'ports');
  const port = readNumber(first, 'port');
  if (port === undefined)
    desk.refuse(`Service ${target.name} has no port to send to. Add a port to it first.`);
  return { target, port: port ?? 80 };
}

/** A Deployment that is ready for traffic when it answers, and the Service before it. */
export function addApp(desk: PatternDesk, wish: AppWish): Upstream {
  const { base, namespace, protocol = 'http' } = wish;
  const options = { ...(namespace === undefined ? {} : { namespace }), isAside: true };
  const isGrpc = protocol === 'grpc';
  const port = isGrpc ? 9000 : 80;
  const target = desk.add(
    service,
    base,
    ({ name }) => yaml`
      spec:
        selector:
          app.kubernetes.io/name: ${name}
        ports:
          - name: ${protocol}
            port: ${port}
            targetPort: ${protocol}
            ${isGrpc && yaml`appProtocol: kubernetes.io/h2c`}
    `,
    options,
  );
  desk.add(deployment, target.name, workload(target.name, wish), options);
  desk.add(disruptionBudget, target.name, oneStays(target.name), options);
  return { target, port };
}

function workload(name: string, { version, image, protocol = 'http' }: AppWish): Yaml {
  const isGrpc = protocol === 'grpc';
  return yaml`
    spec:
      # Two, so that an update or a lost node leaves one.
      replicas: 2
      selector:
        matchLabels:
          app.kubernetes.io/name: ${name}
      template:
        metadata:
          labels:
            app.kubernetes.io/name: ${name}
            ${version !== undefined && yaml`app.kubernetes.io/version: ${version}`}
        spec:
          containers:
            - name: app
              # Put your own image here.
              image: ${image ?? standIn}
              ports:
                - name: ${protocol}
                  containerPort: ${isGrpc ? 9000 : 8080}
              resources:
                requests:
                  cpu: 100m
                  memory: 128Mi
                limits:
                  memory: 256Mi
              # No traffic before this answers.
              readinessProbe:
                ${isGrpc ? grpcProbe : httpProbe}
              # Started again when this stops answering.
              livenessProbe:
                ${isGrpc ? grpcProbe : httpProbe}
                periodSeconds: 20
  `;
}

const standIn = 'nginxinc/nginx-unprivileged:1.29';

const httpProbe = yaml`
  httpGet:
    path: /
    port: http
`;

const grpcProbe = yaml`
  grpc:
    port: 9000
`;

function oneStays(name: string): Yaml {
  return yaml`
    spec:
      # Draining a node leaves one pod to answer.
      minAvailable: 1
      selector:
        matchLabels:
          app.kubernetes.io/name: ${name}
  `;
}

import { gateway, service } from '../../kinds/targets.ts';
import { jwt } from '../access/jwt.ts';
import { addRoute } from '../blocks/addRoute.ts';
import { certifyByHttp01 } from '../blocks/certifyByHttp01.ts';
import { ensureApp } from '../blocks/ensureApp.ts';
import { ensureGateway } from '../blocks/ensureGateway.ts';
import { workloadBehind } from '../blocks/ensureWorkload.ts';
import { redirectToHttps } from '../blocks/redirectToHttps.ts';
import { backendRef, type Upstream } from '../blocks/referTo.ts';
import { pathRule } from '../blocks/routeRules.ts';
import { defaultAnswers } from '../checkAnswers.ts';
import { definePattern } from '../definePattern.ts';
import { globalLimits } from '../limits/globalLimits.ts';
import { userLimits } from '../limits/userLimits.ts';
import { choice, host, number, text } from '../parameters.ts';
import { resilience } from '../resilience/resilience.ts';
import { scaleOnRequests } from '../scaling/scaleOnRequests.ts';
import { acmeParameters } from '../tls/acmeParameters.ts';
import type { Answers, Given, Pattern, PatternDesk } from '../types.ts';
import { type Yaml, yaml } from '../yaml.ts';

export const taskApi = definePattern({
  id: 'task-api',
  title: 'Task API platform',
  purpose: 'An API with all it needs in production: HTTPS, versions, login, limits, retries, scaling',
  group: 'system',
  docs: 'https://gateway.envoyproxy.io/docs/',
  roles: {
    gateway: { label: 'Gateway', kinds: [gateway] },
    present: {
      label: 'Present version',
      kinds: [service],
      help: 'The Service of the API; else one is made.',
    },
    next: { label: 'Next version', kinds: [service], onlySelected: true },
  },
  parameters: {
    hostname: host('Host name', 'tasks.example.com', {
      help: 'It has to lead to the Gateway before its certificate can be signed.',
    }),
    ...acmeParameters,
    path: text('Path below the versions', '/tasks', { type: 'path' }),
    share: number('Share of the next version', 10, {
      min: 0,
      max: 100,
      unit: '%',
      help: 'Of the requests for /api/v2; the present one answers the rest.',
    }),
    issuer: text('Tokens are issued by', 'https://auth.example.com', {
      type: 'url',
      help: 'As they say it in iss.',
    }),
    keys: text('Its keys (JWKS) at', 'https://auth.example.com/.well-known/jwks.json', { type: 'url' }),
    perUser: number('For each user', 100, { min: 1, max: 1_000_000, unit: 'requests a minute' }),
    counted: choice('Counted', [
      { value: 'local', label: 'By each proxy for itself', help: 'Needs nothing else.' },
      { value: 'global', label: 'For all proxies together', help: 'With a Redis.' },
    ]),
    perPod: number('For each pod', 50, { min: 1, max: 100_000, unit: 'requests a second' }),
    most: number('At most', 20, { min: 2, max: 1000, unit: 'pods' }),
    prometheus: text('Prometheus at', 'http://prometheus-operated.monitoring:9090', { type: 'url' }),
  },
  write(desk, answers, given) {
    const { hostname, server, email, path, share, issuer, keys, perUser, counted, perPod, most, prometheus } =
      answers;
    const routesFrom = desk.namespace;
    const http = ensureGateway(desk, given.gateway, { protocol: 'HTTP', hostname, routesFrom }, 'task-api');
    const https = certifyByHttp01(desk, http, { hostname, server, email, routesFrom });
    const present = ensureApp(desk, given.present, { base: 'task-api', version: 'v1' });
    const next = ensureApp(desk, given.next, { base: 'task-api-v2', version: 'v2' });
    const target = addRoute(
      desk,
      { base: 'task-api', hostname, protocol: 'HTTPS', gateway: https.gateway },
      (namespace) => [
        pathRule(`/api/v1${tail(path)}`, present, namespace),
        splitRule(`/api/v2${tail(path)}`, namespace, { present, next, share }),
      ],
    );
    redirectToHttps(desk, { ...http, isOnly: false }, https);
    apply(desk, jwt, { issuer, keys, audiences: [`https://${hostname}`] }, { target });
    apply(desk, resilience, {}, { target });
    if (counted === 'global') apply(desk, globalLimits, { requests: perUser }, { target });
    else apply(desk, userLimits, { perUser, anonymous: Math.ceil(perUser / 10) }, { target });
    for (const { target: front } of [present, next]) {
      const workload = workloadBehind(desk, front);
      if (workload !== undefined)
        apply(desk, scaleOnRequests, { perPod, most, prometheus }, { workload, route: target });
    }
  },
});

/** Applies another pattern to what is there, with these answers and its defaults. */
function apply(desk: PatternDesk, pattern: Pattern, answers: Answers, given: Given): void {
  pattern.write(desk, { ...defaultAnswers(pattern), ...answers }, given);
}

/** The path behind a version; nothing where that stands for everything. */
function tail(path: string): string {
  return path === '/' ? '' : path;
}

interface Split {
  readonly present: Upstream;
  readonly next: Upstream;
  readonly share: number;
}

/** The next version takes over step by step. */
function splitRule(path: string, namespace: string, { present, next, share }: Split): Yaml {
  return yaml`
    matches:
      - path:
          type: PathPrefix
          value: ${path}
    # Raise the share of the next version step by step, and lower the other by as much.
    backendRefs:
      - ${backendRef(present, namespace)}
        weight: ${100 - share}
      - ${backendRef(next, namespace)}
        weight: ${share}
  `;
}

import type { Condition, Rule } from '../../rule.ts';
import type { FieldOverlay, Overlay, TypeOverlay } from '../overlay.ts';
import {
  any,
  assert,
  atMostOneOf,
  compare,
  exactlyOneOf,
  filled,
  forbiddenWhen,
  is,
  matches,
  mustNotMatch,
  not,
  requiredWhen,
  some,
  uniqueBy,
} from '../rules.ts';
import { portOrName } from './meta.ts';
import { between, filledText, linkTo, natural, port, positive } from './native.ts';

const probesPage = linkTo('workloads/pods/probes/');
const resourcesPage = linkTo('configuration/manage-resources-containers/');

const securityPage = 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/';

const handlers = ['exec', 'grpc', 'httpGet', 'tcpSocket'];

const oneHandler: Rule = exactlyOneOf(handlers, {
  message:
    'A probe asks in exactly one way: exec, grpc, httpGet or tcpSocket. Keep one and remove the others.',
  link: probesPage,
});

/** Liveness and startup probes end at the first success. */
const succeedsOnce: FieldOverlay = {
  rules: [
    {
      rule: 'oneOfValues',
      field: 'successThreshold',
      values: [1, 0],
      message: 'The successThreshold of a liveness or startup probe is always 1. Remove it.',
      link: probesPage,
    },
  ],
};

/** Readiness has no effect on the life of the container. */
const endsNothing: FieldOverlay = {
  rules: [
    {
      rule: 'forbidden',
      field: 'terminationGracePeriodSeconds',
      message:
        'A readiness probe stops no container, so it has no terminationGracePeriodSeconds. Remove it, or move it to the liveness probe.',
      link: probesPage,
    },
  ],
};

/** Compute resources by name: what a container may name. */
const resourceNames = (list: string): Rule => ({
  rule: 'each',
  list,
  keys: true,
  rules: [
    assert(
      any(
        matches('', '^(cpu|memory|ephemeral-storage)$'),
        matches('', '^hugepages-.+$'),
        matches('', '^.+/.+$'),
      ),
      '',
      '`{value}` is no resource of a container: cpu, memory, ephemeral-storage, hugepages-<size>, or an extended resource with a domain such as nvidia.com/gpu. Correct the name.',
      { link: resourcesPage },
    ),
  ],
});

const notNegative = (list: string): Rule => ({
  rule: 'each',
  list,
  rules: [
    compare(
      '',
      '>=',
      { value: '0' },
      {
        as: 'quantity',
        message: 'An amount of a resource is not negative; this one is {value}. Remove the minus sign.',
      },
    ),
  ],
});

/** A profile on the node is named; others have no name. */
const localProfile: readonly Rule[] = [
  requiredWhen('localhostProfile', is('type', 'Localhost'), {
    filled: true,
    message: 'A profile of type Localhost is a file on the node. Add localhostProfile with its path.',
    link: securityPage,
  }),
  forbiddenWhen('localhostProfile', not(is('type', 'Localhost')), {
    message: 'Only a profile of type Localhost has a localhostProfile. Remove it, or set type: Localhost.',
    link: securityPage,
  }),
];

const uniqueInContainer: readonly Rule[] = [
  uniqueBy('ports', ['name'], {
    absent: 'skip',
    message: 'The container already has a port named `{value}`. Give this one another name.',
  }),
  uniqueBy('volumeMounts', ['mountPath'], {
    message:
      'The container already mounts a volume at this path. Mount it at another path, or remove one of the two.',
    link: linkTo('storage/volumes/'),
  }),
  uniqueBy('volumeDevices', ['devicePath'], {
    message: 'The container already has a device at this path. Choose another devicePath.',
  }),
];

const commonFields = {
  livenessProbe: succeedsOnce,
  name: { ...filledText, format: 'dns-label' },
  readinessProbe: endsNothing,
  startupProbe: succeedsOnce,
  terminationMessagePath: { default: '/dev/termination-log' },
  terminationMessagePolicy: { default: 'File' },
} satisfies Record<string, FieldOverlay>;

/** Containers of the server's own kinds, and what stands in them. */
export const containerTypes: Overlay['types'] = {
  'v1.Container': {
    fields: { ...commonFields, restartPolicy: { enum: ['Always', 'Never', 'OnFailure'] } },
    rules: [
      {
        rule: 'required',
        field: 'image',
        filled: true,
        message: 'The container has no image. Add image with the name of one, for instance nginx:1.29.',
        link: linkTo('containers/images/'),
      },
      mustNotMatch('image', '^\\s|\\s$', {
        message: 'The name of the image begins or ends with a space. Remove the space.',
      }),
      ...uniqueInContainer,
    ],
  },
  'v1.ContainerPort': {
    fields: {
      containerPort: port,
      hostIP: { format: 'ip' },
      hostPort: between(0, 65535),
      name: { format: 'port-name' },
      protocol: { default: 'TCP' },
    },
  },
  'v1.EnvVar': {
    fields: { name: { ...filledText, format: 'env-name' } },
    rules: [
      forbiddenWhen('valueFrom', filled('value'), {
        message: 'A variable has a value or takes it from somewhere, not both. Remove value or valueFrom.',
        link: 'https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/',
      }),
    ],
  },
  'v1.EnvVarSource': {
    rules: [
      exactlyOneOf(['configMapKeyRef', 'fieldRef', 'fileKeyRef', 'resourceFieldRef', 'secretKeyRef'], {
        message:
          'A value comes from exactly one place: configMapKeyRef, secretKeyRef, fieldRef, resourceFieldRef or fileKeyRef. Keep one of them.',
      }),
    ],
  },
  'v1.EnvFromSource': {
    fields: { prefix: { format: 'env-name' } },
    rules: [
      exactlyOneOf(['configMapRef', 'secretRef'], {
        message: 'Variables come from exactly one of configMapRef and secretRef. Keep one of them.',
      }),
    ],
  },
  'v1.ConfigMapEnvSource': namedSource('ConfigMap'),
  'v1.SecretEnvSource': namedSource('Secret'),
  'v1.ConfigMapKeySelector': keyedSource('ConfigMap'),
  'v1.SecretKeySelector': keyedSource('Secret'),
  'v1.ObjectFieldSelector': { fields: { apiVersion: { default: 'v1' }, fieldPath: filledText } },
  'v1.ResourceFieldSelector': { fields: { resource: filledText } },
  'v1.VolumeMount': {
    fields: { mountPath: filledText, name: filledText },
    rules: [
      atMostOneOf(['subPath', 'subPathExpr'], {
        filled: true,
        message: 'A mount has a subPath or a subPathExpr, not both. Remove one of them.',
      }),
      ...['subPath', 'subPathExpr'].map((field) =>
        mustNotMatch(field, '^/|(^|/)\\.\\.(/|$)', {
          message: `The ${field} stays inside the volume: it does not begin with a slash and has no \`..\` in it.`,
        }),
      ),
    ],
  },
  'v1.VolumeDevice': { fields: { devicePath: filledText, name: filledText } },
  'v1.ResourceRequirements': {
    rules: [
      ...['limits', 'requests'].flatMap((list) => [resourceNames(list), notNegative(list)]),
      {
        rule: 'compare',
        field: 'requests',
        perKey: '.',
        by: '<=',
        to: 'limits',
        as: 'quantity',
        message: 'The request ({value}) is greater than the limit. Raise the limit or lower the request.',
        link: resourcesPage,
      },
      {
        rule: 'compare',
        field: 'requests',
        perKey: '/|^hugepages-',
        by: '=',
        to: 'limits',
        as: 'quantity',
        message:
          'This resource cannot be shared, so request and limit must be the same. Set both to one amount.',
        link: resourcesPage,
      },
      uniqueBy('claims', ['name', 'request'], {
        message: 'This claim is listed twice. Remove one of the two.',
      }),
    ],
  },
  'v1.Probe': {
    fields: {
      failureThreshold: { ...natural, default: 3 },
      initialDelaySeconds: natural,
      periodSeconds: { ...natural, default: 10 },
      successThreshold: { ...natural, default: 1 },
      terminationGracePeriodSeconds: positive,
      timeoutSeconds: { ...natural, default: 1 },
    },
    rules: [oneHandler],
  },
  'v1.LifecycleHandler': {
    rules: [
      exactlyOneOf(['exec', 'httpGet', 'sleep', 'tcpSocket'], {
        message:
          'A hook does exactly one thing: exec, httpGet, sleep or tcpSocket. Keep one and remove the others.',
        link: linkTo('containers/container-lifecycle-hooks/'),
      }),
    ],
  },
  'v1.ExecAction': {
    rules: [
      {
        rule: 'required',
        field: 'command',
        filled: true,
        message: 'exec runs a command. Add command with at least one item.',
      },
    ],
  },
  'v1.GRPCAction': { fields: { port, service: { default: '' } } },
  'v1.HTTPGetAction': {
    fields: { path: { default: '/' }, scheme: { default: 'HTTP' } },
    rules: [portOrName('port')],
  },
  'v1.HTTPHeader': { fields: { name: { ...filledText, pattern: "^[-A-Za-z0-9!#$%&'*+.^_`|~]+$" } } },
  'v1.TCPSocketAction': { rules: [portOrName('port')] },
  'v1.ContainerResizePolicy': {
    fields: {
      resourceName: { enum: ['cpu', 'memory'] },
      restartPolicy: { enum: ['NotRequired', 'RestartContainer'] },
    },
  },
  'v1.ContainerRestartRule': { fields: { action: { enum: ['Restart', 'RestartAllContainers'] } } },
  'v1.ContainerRestartRuleOnExitCodes': { fields: { operator: { enum: ['In', 'NotIn'] } } },
  'v1.AppArmorProfile': { rules: localProfile },
  'v1.SeccompProfile': { rules: localProfile },
  'v1.SecurityContext': {
    fields: { runAsGroup: natural, runAsUser: natural },
    rules: [
      forbidsEscalation(is('privileged', true), 'A privileged container'),
      forbidsEscalation(
        some('capabilities.add', is('', 'SYS_ADMIN', 'CAP_SYS_ADMIN')),
        'A container with the capability SYS_ADMIN',
      ),
    ],
  },
};

function forbidsEscalation(when: Condition, who: string): Rule {
  return {
    rule: 'oneOfValues',
    field: 'allowPrivilegeEscalation',
    values: [true],
    when,
    message: `${who} can always gain more privileges, so allowPrivilegeEscalation cannot be false. Remove it, or take the privilege away.`,
  };
}

function namedSource(kind: string): TypeOverlay {
  return { rules: [nameRequired(kind)] };
}

function keyedSource(kind: string): TypeOverlay {
  return { fields: { key: { ...filledText, format: 'config-key' } }, rules: [nameRequired(kind)] };
}

function nameRequired(kind: string): Rule {
  return {
    rule: 'required',
    field: 'name',
    filled: true,
    message: `The name of the ${kind} is missing. Add name.`,
  };
}

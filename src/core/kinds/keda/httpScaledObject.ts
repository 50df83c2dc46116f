import { isSet, readTexts } from '../reading.ts';
import { chip, fieldRow, listing, summary } from '../summaries/rows.ts';
import { anyKind, deployment, httpAddOn, scaledObject, service, statefulSet } from '../targets.ts';
import { indent, manifest, scalar } from '../templates/manifest.ts';
import { scaleTarget, scaleTargetLines } from '../templates/scaleTargetLines.ts';
import type { CardRow, KindDefinition, ReferenceDeclaration } from '../types.ts';
import { httpScaledObjectForm, sayMetric, sayReplicas } from './httpScaledObjectForm.ts';

const docs = 'https://keda.sh/http-add-on/0.15/reference/httpscaledobject/';

const toService = {
  form: 'name',
  to: [service],
  role: 'sends-to',
  flow: 'forward',
  namespace: 'own',
  portAt: { number: 'port', name: 'portName' },
  portRequired: true,
} as const;

const references: readonly ReferenceDeclaration[] = [
  {
    name: 'scaleTargetRef',
    form: 'object',
    typedBy: 'apiVersion',
    path: 'spec.scaleTargetRef',
    to: [deployment, statefulSet, anyKind],
    role: 'scales',
    flow: 'forward',
    namespace: 'own',
  },
  { ...toService, name: 'service', path: 'spec.scaleTargetRef.service' },
  { ...toService, name: 'failover', path: 'spec.coldStartTimeoutFailoverRef.service', byHand: true },
];

export const httpScaledObject: KindDefinition = {
  group: httpAddOn,
  kind: 'HTTPScaledObject',
  plural: 'httpscaledobjects',
  versions: ['v1alpha1'],
  scope: 'namespaced',
  family: 'scaling',
  icon: 'wake',
  purpose: 'Scales a web workload by its requests, to zero and back while they wait',
  phase: 'scaler',
  baseName: 'web',
  docs,
  references,
  makes: [scaledObject],
  summarise: (value) =>
    summary({
      subtitle: sayReplicas(value),
      rows: [...routeRow(value), ...metricRow(value)],
      chips: [
        isSet(value, 'spec', 'coldStartTimeoutFailoverRef')
          ? chip('failover', 'another Service answers while none is ready')
          : undefined,
      ],
    }),
  template: (context) => {
    const target = scaleTarget(context);
    const front = context.pick(service);
    return manifest(context, { apiVersion: `${httpAddOn}/v1alpha1`, kind: 'HTTPScaledObject' }, [
      'spec:',
      '  # Requests for this host wait in the interceptor of the add-on until a pod is ready.',
      '  hosts:',
      '    - app.example.com',
      '  scaleTargetRef:',
      ...indent(4, scaleTargetLines(target)),
      `    service: ${scalar(front?.name ?? target.name)}`,
      `    port: ${front?.port ?? 80}`,
      '  replicas:',
      '    min: 0',
      '    max: 10',
      '  scalingMetric:',
      '    requestRate:',
      '      # Requests a second that one replica takes.',
      '      targetValue: 50',
    ]);
  },
  form: httpScaledObjectForm,
};

function routeRow(value: unknown): readonly CardRow[] {
  const hosts = readTexts(value, 'spec', 'hosts');
  const paths = readTexts(value, 'spec', 'pathPrefixes');
  if (hosts.length === 0 && paths.length === 0) return [];
  return [
    fieldRow(['spec', 'hosts'], {
      label: listing(hosts, 2) ?? 'every host',
      parts: [listing(paths, 2)],
    }),
  ];
}

function metricRow(value: unknown): readonly CardRow[] {
  const said = sayMetric(value);
  return said === undefined ? [] : [fieldRow(['spec', 'scalingMetric'], { label: said })];
}

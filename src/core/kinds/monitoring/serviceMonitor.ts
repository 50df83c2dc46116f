import { monitorForm } from '../fields/monitorForm.ts';
import { readFlag, readPairs, readText, readTexts } from '../reading.ts';
import { monitorReferences } from '../references/monitorReferences.ts';
import { endpointRow } from '../summaries/monitorRows.ts';
import { chip, fieldRow, listing, listRows, summary } from '../summaries/rows.ts';
import { monitoring, service } from '../targets.ts';
import { manifest } from '../templates/manifest.ts';
import { nameLabel } from '../templates/podLines.ts';
import type { CardRow, KindDefinition } from '../types.ts';

export const serviceMonitor: KindDefinition = {
  group: monitoring,
  kind: 'ServiceMonitor',
  plural: 'servicemonitors',
  versions: ['v1'],
  scope: 'namespaced',
  family: 'other',
  icon: 'monitor',
  purpose: 'Lets Prometheus collect the metrics of the pods behind Services',
  phase: 'other',
  baseName: 'app-metrics',
  docs: 'https://prometheus-operator.dev/docs/developer/getting-started/',
  references: monitorReferences,
  summarise: (value) =>
    summary({
      subtitle: sayNamespaces(value),
      rows: [...selectorRow(value), ...listRows(value, ['spec', 'endpoints'], endpointRow)],
      chips: [chip(readText(value, 'spec', 'jobLabel'), 'the label that names the job')],
    }),
  template: (context) => {
    const picked = context.pick(service);
    return manifest(context, { apiVersion: `${monitoring}/v1`, kind: 'ServiceMonitor' }, [
      'spec:',
      '  # Services of this namespace with these labels of their own, not those of their pods.',
      '  selector:',
      '    matchLabels:',
      `      ${nameLabel(picked?.name ?? 'app')}`,
      '  endpoints:',
      '    # A port of the Service by its name.',
      '    - port: http',
      '      path: /metrics',
      '      interval: 30s',
    ]);
  },
  form: monitorForm,
};

function selectorRow(value: unknown): readonly CardRow[] {
  const labels = readPairs(value, 'spec', 'selector', 'matchLabels').map(([key, text]) => `${key}=${text}`);
  return labels.length === 0
    ? []
    : [fieldRow(['spec', 'selector'], { label: 'Services', parts: [listing(labels, 3)] })];
}

function sayNamespaces(value: unknown): string | undefined {
  if (readFlag(value, 'spec', 'namespaceSelector', 'any')) return 'in every namespace';
  const names = listing(readTexts(value, 'spec', 'namespaceSelector', 'matchNames'));
  return names === undefined ? undefined : `in ${names}`;
}

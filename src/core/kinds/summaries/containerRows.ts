import { isSet, readList, readNumber, readText } from '../reading.ts';
import type { CardRow, Chip } from '../types.ts';
import { chip, listing, listRows, words } from './rows.ts';

const template = ['spec', 'template', 'spec'];

/** The containers of a pod template: `api · registry.example.com/api:1.4 · :8080`, with what they ask for. */
export function containerRows(value: unknown, pod: readonly string[] = template): readonly CardRow[] {
  return [
    ...listRows(value, [...pod, 'initContainers'], (container) =>
      containerWords(container, { text: 'init' }),
    ),
    ...listRows(value, [...pod, 'containers'], (container) => containerWords(container)),
  ];
}

function containerWords(container: unknown, first?: Chip) {
  const ports = readList(container, 'ports').flatMap((port) => {
    const number = readNumber(port, 'containerPort');
    return number === undefined ? [] : [`:${number}`];
  });
  return {
    label: readText(container, 'name') ?? 'container',
    parts: [readText(container, 'image'), listing(ports)],
    chips: [
      first,
      resourceChip(container, 'cpu', 'CPU'),
      resourceChip(container, 'memory', 'memory'),
      probeChip(container),
    ],
  };
}

function resourceChip(container: unknown, field: string, name: string): Chip | undefined {
  const asked = readText(container, 'resources', 'requests', field);
  const most = readText(container, 'resources', 'limits', field);
  if (asked === undefined && most === undefined) return undefined;
  const detail = [
    asked === undefined ? undefined : `asks for ${asked}`,
    most === undefined ? undefined : `at most ${most}`,
  ].filter((each) => each !== undefined);
  return chip(words(asked ?? `≤ ${most}`, name), detail.join(', '));
}

function probeChip(container: unknown): Chip | undefined {
  const probes = ['readinessProbe', 'livenessProbe', 'startupProbe'].filter((probe) =>
    isSet(container, probe),
  );
  if (probes.length === 0) return undefined;
  return {
    text: probes.length === 1 ? 'probe' : 'probes',
    detail: listing(probes.map((probe) => probe.replace('Probe', ''))) ?? '',
  };
}

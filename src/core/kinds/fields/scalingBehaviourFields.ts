import type { FieldDeclaration } from '../form.ts';
import { readNumber, readText } from '../reading.ts';

/** How fast a HorizontalPodAutoscaler may go up and down; `path` is its `behavior`. */
export function scalingBehaviourFields(path: string): readonly FieldDeclaration[] {
  return [
    ...directionFields(`${path}.scaleUp`, 'Up', '0', { type: 'Percent', value: 100, periodSeconds: 15 }),
    ...directionFields(`${path}.scaleDown`, 'Down', '300', { type: 'Pods', value: 1, periodSeconds: 60 }),
  ];
}

interface Step {
  readonly [key: string]: string | number;
}

function directionFields(
  path: string,
  label: string,
  wait: string,
  first: Step,
): readonly FieldDeclaration[] {
  return [
    {
      type: 'number',
      path: `${path}.stabilizationWindowSeconds`,
      label: `${label}: looks back, s`,
      placeholder: wait,
      help: 'The most cautious number of replicas within this time counts, so that short peaks do not.',
    },
    {
      type: 'list',
      path: `${path}.policies`,
      label: `${label}: steps`,
      item: 'step',
      newItem: () => first,
      say: sayStep,
      fields: [
        { type: 'enum', path: 'type', label: 'Counts', options: ['Pods', 'Percent'], required: true },
        { type: 'number', path: 'value', label: 'At most', required: true },
        { type: 'number', path: 'periodSeconds', label: 'Within, s', required: true },
      ],
    },
    {
      type: 'enum',
      path: `${path}.selectPolicy`,
      label: `${label}: of several steps`,
      options: ['Max', 'Min', 'Disabled'],
      help: 'Disabled never goes in this direction.',
    },
  ];
}

/** `at most 2 pods in 60 s`. */
function sayStep(item: unknown): string | undefined {
  const most = readNumber(item, 'value');
  const period = readNumber(item, 'periodSeconds');
  if (most === undefined || period === undefined) return undefined;
  const unit = readText(item, 'type') === 'Percent' ? '%' : most === 1 ? 'pod' : 'pods';
  return `at most ${most} ${unit} in ${period} s`;
}

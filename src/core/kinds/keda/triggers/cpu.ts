import { resourceTrigger } from './resourceTrigger.ts';

export const cpu = resourceTrigger('cpu', 'CPU', {
  purpose: 'How busy the pods are, measured against the CPU that they request',
  value: '70',
  amount: '500m',
});

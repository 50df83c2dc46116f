import { resourceTrigger } from './resourceTrigger.ts';

export const memory = resourceTrigger('memory', 'Memory', {
  purpose: 'How much memory the pods use, measured against what they request',
  value: '80',
  amount: '512Mi',
});

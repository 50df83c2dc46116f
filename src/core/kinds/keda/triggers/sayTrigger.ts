import { readMap, readText } from '../../reading.ts';
import { triggerOf } from './registry.ts';

/** What a trigger scales on, in a few words; undefined for types that are not known and for too little to tell. */
export function sayTrigger(trigger: unknown, each = 'replica'): string | undefined {
  return triggerOf(trigger)?.say(readMap(trigger, 'metadata'), {
    metricType: readText(trigger, 'metricType'),
    each,
  });
}

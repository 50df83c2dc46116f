import type { EnumField, ScalarField } from '../../form.ts';

type More = Omit<Partial<ScalarField>, 'type' | 'path' | 'label' | 'asText'>;

/** A setting that is any text. */
export function text(path: string, label: string, more: More = {}): ScalarField {
  return { type: 'text', path, label, asText: true, ...more };
}

/** A setting that is a number, written as a text as KEDA wants it. */
export function figure(path: string, label: string, more: More = {}): ScalarField {
  return { type: 'number', path, label, asText: true, ...more };
}

/** A setting that is on or off, written as a text. */
export function flag(path: string, label: string, help?: string): ScalarField {
  return { type: 'boolean', path, label, asText: true, ...(help === undefined ? {} : { help }) };
}

/** A setting of a type that has an input of its own: a schedule, a query. */
export function special(
  type: 'cron' | 'promql' | 'code' | 'duration',
  path: string,
  label: string,
  more: More = {},
): ScalarField {
  return { type, path, label, asText: true, ...more };
}

/** A setting that is one of a few words. */
export function oneOf(path: string, label: string, options: readonly string[], help?: string): EnumField {
  return { type: 'enum', path, label, options, asText: true, ...(help === undefined ? {} : { help }) };
}

/** The value above which a trigger wakes what sleeps at zero. */
export function activation(path: string): ScalarField {
  return figure(path, 'Wakes above', {
    placeholder: '0',
    help: 'Only above this value the workload leaves zero replicas.',
  });
}

/** Whether certificates of the other side are believed without a look. */
export function unsafeSsl(): ScalarField {
  return flag(
    'unsafeSsl',
    'Skip certificate checks',
    'For certificates that nobody vouches for; not for production.',
  );
}

import type { FaultDetail } from '../fault.ts';
import { sayValue } from './sayValue.ts';

type MetadataFault = Extract<FaultDetail, { fault: 'metadata' }>;

const nouns: Readonly<Record<MetadataFault['of'], string>> = {
  name: 'a name',
  namespace: 'a namespace',
  'label-key': 'a label key',
  'label-value': 'a label value',
  'annotation-key': 'an annotation key',
  'annotations-size': 'annotations',
  finalizer: 'a finalizer',
};

/** What the server says of metadata, with a good spelling where there is one. */
export function sayMetadata({ of, value, reason, suggestion }: MetadataFault, place: string): string {
  if (of === 'annotations-size') {
    return `${place} holds ${value} bytes; ${reason}. Move large texts into a ConfigMap.`;
  }
  const out = suggestion === undefined ? '' : ` Write ${suggestion}, for example.`;
  return `${sayValue(value)} cannot be ${nouns[of]}: use ${reason}.${out}`;
}

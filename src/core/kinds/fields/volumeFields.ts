import type { FieldDeclaration } from '../form.ts';
import { readText } from '../reading.ts';
import { freeName } from './freeName.ts';

/** Where the volumes of a pod are mounted in a container. */
export const volumeMountsField: FieldDeclaration = {
  type: 'list',
  path: 'volumeMounts',
  label: 'Mounts',
  item: 'mount',
  newItem: (existing) => ({
    name: 'settings',
    mountPath: existing.length === 0 ? '/etc/app' : `/etc/app-${existing.length + 1}`,
  }),
  say: (item) => {
    const volume = readText(item, 'name');
    const path = readText(item, 'mountPath');
    return volume === undefined || path === undefined ? undefined : `volume ${volume} at ${path}`;
  },
  fields: [
    {
      type: 'name',
      path: 'name',
      label: 'Volume',
      required: true,
      help: 'The name of a volume of the pod.',
    },
    { type: 'text', path: 'mountPath', label: 'Path', required: true, placeholder: '/etc/app' },
    { type: 'text', path: 'subPath', label: 'Only this file or folder of it' },
    { type: 'boolean', path: 'readOnly', label: 'Read only' },
  ],
};

/** The volumes of the pods at a path. */
export function volumesField(pod: string): FieldDeclaration {
  return {
    type: 'list',
    path: `${pod}.volumes`,
    label: 'Volumes',
    item: 'volume',
    help: 'A container sees a volume only where it mounts it.',
    newItem: (existing) => ({ name: freeName('settings', existing), configMap: { name: 'settings' } }),
    say: sayVolume,
    fields: [
      { type: 'name', path: 'name', label: 'Name', required: true },
      {
        type: 'choice',
        path: '',
        label: 'Holds',
        required: true,
        members: [
          {
            label: 'ConfigMap',
            key: 'configMap',
            newValue: () => ({ name: 'settings' }),
            fields: [
              { type: 'reference', path: 'configMap', label: 'ConfigMap', reference: 'volume configMap' },
              { type: 'boolean', path: 'configMap.optional', label: 'May be absent' },
            ],
          },
          {
            label: 'Secret',
            key: 'secret',
            newValue: () => ({ secretName: 'credentials' }),
            fields: [
              {
                type: 'reference',
                path: 'secret.secretName',
                label: 'Secret',
                reference: 'volume secret',
              },
              { type: 'boolean', path: 'secret.optional', label: 'May be absent' },
            ],
          },
          {
            label: 'Empty folder',
            help: 'Goes with the pod.',
            key: 'emptyDir',
            newValue: () => ({}),
            fields: [
              { type: 'quantity', path: 'emptyDir.sizeLimit', label: 'At most', placeholder: '1Gi' },
              { type: 'enum', path: 'emptyDir.medium', label: 'Medium', options: ['Memory'] },
            ],
          },
          {
            label: 'Claim of storage',
            key: 'persistentVolumeClaim',
            newValue: () => ({ claimName: 'data' }),
            fields: [
              {
                type: 'name',
                path: 'persistentVolumeClaim.claimName',
                label: 'PersistentVolumeClaim',
                required: true,
              },
              { type: 'boolean', path: 'persistentVolumeClaim.readOnly', label: 'Read only' },
            ],
          },
        ],
      },
    ],
  };
}

function sayVolume(item: unknown): string | undefined {
  const name = readText(item, 'name');
  if (name === undefined) return undefined;
  const configMap = readText(item, 'configMap', 'name');
  if (configMap !== undefined) return `${name}: ConfigMap ${configMap}`;
  const secret = readText(item, 'secret', 'secretName');
  if (secret !== undefined) return `${name}: Secret ${secret}`;
  const claim = readText(item, 'persistentVolumeClaim', 'claimName');
  return claim === undefined ? name : `${name}: claim ${claim}`;
}

import type { FieldDeclaration } from '../form.ts';
import { isMap, isSet, readText } from '../reading.ts';
import { freeName } from './freeName.ts';

/** The variables of a container. `suffix` is that of the names of its references. */
export function environmentFields(suffix = ''): readonly FieldDeclaration[] {
  return [
    {
      type: 'list',
      path: 'env',
      label: 'Environment',
      item: 'variable',
      newItem: (existing) => ({ name: freeName('LOG_LEVEL', existing).replaceAll('-', '_'), value: 'info' }),
      say: sayVariable,
      fields: [
        { type: 'text', path: 'name', label: 'Name', required: true, placeholder: 'LOG_LEVEL' },
        {
          type: 'choice',
          path: '',
          label: 'Value',
          members: [
            {
              label: 'Text',
              key: 'value',
              newValue: () => 'info',
              fields: [{ type: 'text', path: 'value', label: 'Text', asText: true }],
            },
            {
              label: 'From somewhere else',
              key: 'valueFrom',
              newValue: () => ({ secretKeyRef: { name: 'credentials', key: 'password' } }),
              fields: [sourceField(suffix)],
            },
          ],
        },
      ],
    },
    {
      type: 'list',
      path: 'envFrom',
      label: 'Environment from whole ConfigMaps and Secrets',
      item: 'source',
      newItem: () => ({ configMapRef: { name: 'settings' } }),
      say: (item) => saySource(item),
      fields: [
        {
          type: 'choice',
          path: '',
          label: 'From',
          required: true,
          members: [
            {
              label: 'ConfigMap',
              key: 'configMapRef',
              newValue: () => ({ name: 'settings' }),
              fields: [
                {
                  type: 'reference',
                  path: 'configMapRef',
                  label: 'ConfigMap',
                  reference: `configMapRef${suffix}`,
                },
              ],
            },
            {
              label: 'Secret',
              key: 'secretRef',
              newValue: () => ({ name: 'credentials' }),
              fields: [
                { type: 'reference', path: 'secretRef', label: 'Secret', reference: `secretRef${suffix}` },
              ],
            },
          ],
        },
        { type: 'text', path: 'prefix', label: 'Prefix', help: 'Before the name of each variable.' },
      ],
    },
  ];
}

function sourceField(suffix: string): FieldDeclaration {
  return {
    type: 'choice',
    path: 'valueFrom',
    label: 'From',
    required: true,
    members: [
      {
        label: 'Secret',
        key: 'secretKeyRef',
        newValue: () => ({ name: 'credentials', key: 'password' }),
        fields: [
          {
            type: 'reference',
            path: 'secretKeyRef',
            label: 'Secret',
            reference: `secretKeyRef${suffix}`,
          },
          { type: 'text', path: 'secretKeyRef.key', label: 'Key', required: true },
          { type: 'boolean', path: 'secretKeyRef.optional', label: 'May be absent' },
        ],
      },
      {
        label: 'ConfigMap',
        key: 'configMapKeyRef',
        newValue: () => ({ name: 'settings', key: 'LOG_LEVEL' }),
        fields: [
          {
            type: 'reference',
            path: 'configMapKeyRef',
            label: 'ConfigMap',
            reference: `configMapKeyRef${suffix}`,
          },
          { type: 'text', path: 'configMapKeyRef.key', label: 'Key', required: true },
          { type: 'boolean', path: 'configMapKeyRef.optional', label: 'May be absent' },
        ],
      },
      {
        label: 'The pod itself',
        key: 'fieldRef',
        newValue: () => ({ fieldPath: 'metadata.name' }),
        fields: [
          {
            type: 'text',
            path: 'fieldRef.fieldPath',
            label: 'Field',
            required: true,
            placeholder: 'metadata.name',
            help: 'For instance metadata.name, metadata.namespace, spec.nodeName or status.podIP.',
          },
        ],
      },
      {
        label: 'What the container asks for',
        key: 'resourceFieldRef',
        newValue: () => ({ resource: 'limits.memory' }),
        fields: [
          {
            type: 'text',
            path: 'resourceFieldRef.resource',
            label: 'Resource',
            required: true,
            placeholder: 'limits.memory',
          },
        ],
      },
    ],
  };
}

function sayVariable(item: unknown): string | undefined {
  const name = readText(item, 'name');
  if (name === undefined) return undefined;
  if (!isSet(item, 'valueFrom')) return `${name} = ${readText(item, 'value') ?? 'nothing'}`;
  const secret = readText(item, 'valueFrom', 'secretKeyRef', 'name');
  if (secret !== undefined) return `${name} from Secret ${secret}`;
  const configMap = readText(item, 'valueFrom', 'configMapKeyRef', 'name');
  if (configMap !== undefined) return `${name} from ConfigMap ${configMap}`;
  const field = readText(item, 'valueFrom', 'fieldRef', 'fieldPath');
  return field === undefined ? `${name} from elsewhere` : `${name} from ${field}`;
}

function saySource(item: unknown): string | undefined {
  if (!isMap(item)) return undefined;
  const secret = readText(item, 'secretRef', 'name');
  if (secret !== undefined) return `every key of Secret ${secret}`;
  const configMap = readText(item, 'configMapRef', 'name');
  return configMap === undefined ? undefined : `every key of ConfigMap ${configMap}`;
}

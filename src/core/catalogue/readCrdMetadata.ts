import type { Schema } from './schema.ts';

const text: Schema = { type: 'string' };
const time: Schema = { type: 'string', format: 'date-time', nullable: true };

/**
 * The `metadata` of every resource. What names and labels must look like is judged apart, by the server's own rules.
 * https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/
 */
export const objectMetadata: Schema = {
  type: 'object',
  doc: 'Name, namespace, labels and the like, which every resource has.',
  properties: {
    name: { ...text, doc: 'Names the resource; unique among its kind in the namespace.' },
    generateName: {
      ...text,
      doc: 'A beginning from which the server makes a unique name when there is no name.',
    },
    namespace: { ...text, doc: 'The namespace that the resource lives in.' },
    labels: { type: 'object', values: text, doc: 'Keys and values by which resources are selected.' },
    annotations: {
      type: 'object',
      values: text,
      doc: 'Keys and values for tools; nothing is selected by them.',
    },
    finalizers: {
      type: 'array',
      items: text,
      listType: 'set',
      doc: 'What must be done before the resource goes.',
    },
    ownerReferences: {
      type: 'array',
      doc: 'Resources with which this one goes.',
      listType: 'map',
      listKeys: ['uid'],
      items: {
        type: 'object',
        required: ['apiVersion', 'kind', 'name', 'uid'],
        properties: {
          apiVersion: text,
          kind: text,
          name: text,
          uid: text,
          controller: { type: 'boolean' },
          blockOwnerDeletion: { type: 'boolean' },
        },
      },
    },
    uid: { ...text, doc: 'Given by the server.' },
    resourceVersion: { ...text, doc: 'Given by the server; changes with each change.' },
    generation: { type: 'integer', format: 'int64', doc: 'Given by the server; counts changes of the spec.' },
    selfLink: { ...text, doc: 'No longer used.', deprecated: true },
    creationTimestamp: { ...time, doc: 'Given by the server.' },
    deletionTimestamp: { ...time, doc: 'Given by the server.' },
    deletionGracePeriodSeconds: { type: 'integer', format: 'int64', doc: 'Given by the server.' },
    managedFields: {
      type: 'array',
      doc: 'Given by the server: who set which field.',
      items: {
        type: 'object',
        properties: {
          manager: text,
          operation: text,
          apiVersion: text,
          time,
          fieldsType: text,
          fieldsV1: { type: 'object', keepsUnknown: true },
          subresource: text,
        },
      },
    },
  },
};

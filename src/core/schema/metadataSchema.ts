import type { Schema } from '../catalogue/schema.ts';
import { Shape } from '../catalogue/shape.ts';
import { SchemaNode } from './schemaNode.ts';

const text: Schema = { type: 'string' };
const texts: Schema = { type: 'object', values: text };
const time: Schema = { type: 'string', format: 'date-time' };

const ownerReference: Schema = {
  type: 'object',
  required: ['apiVersion', 'kind', 'name', 'uid'],
  properties: {
    apiVersion: { type: 'string', minLength: 1 },
    kind: { type: 'string', minLength: 1 },
    name: { type: 'string', minLength: 1 },
    uid: { type: 'string', minLength: 1 },
    controller: { type: 'boolean' },
    blockOwnerDeletion: { type: 'boolean' },
  },
};

/** https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/ */
const objectMeta: Schema = {
  type: 'object',
  properties: {
    name: text,
    generateName: text,
    namespace: text,
    labels: texts,
    annotations: texts,
    finalizers: { type: 'array', items: text },
    ownerReferences: { type: 'array', items: ownerReference },
    creationTimestamp: time,
    deletionTimestamp: time,
    deletionGracePeriodSeconds: { type: 'integer' },
    generation: { type: 'integer' },
    resourceVersion: text,
    selfLink: text,
    uid: text,
    managedFields: { type: 'array', items: { type: 'object', keepsUnknown: true } },
  },
};

/** What the server reads of the metadata of any resource, whatever its schema says. */
export const metadataNode = SchemaNode.of(new Shape(objectMeta, {}, 'experimental'));

import type { Schema, TypeName } from '../../../src/core/catalogue/schema.ts';

/**
 * Types that the server reads by code of its own, so that their declaration does not say what they may be.
 * https://kubernetes.io/docs/reference/generated/kubernetes-api/
 */
export const specialTypes: Readonly<Record<TypeName, Schema>> = {
  'util/intstr.IntOrString': { intOrString: true },
  'api/resource.Quantity': {
    intOrString: true,
    format: 'quantity',
    doc: 'A number with a unit: `500m`, `2`, `1.5Gi`. Units are `m`, `k`, `M`, `G`, `T`, `P`, `E` and the powers of two `Ki` to `Ei`.',
  },
  'apis/meta/v1.Time': { type: 'string', format: 'date-time' },
  'apis/meta/v1.MicroTime': { type: 'string', format: 'date-time' },
  'apis/meta/v1.FieldsV1': { type: 'object', keepsUnknown: true },
  'runtime.RawExtension': { type: 'object', keepsUnknown: true },
  'apiextensions.k8s.io/v1.JSON': { keepsUnknown: true },
};

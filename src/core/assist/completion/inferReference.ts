import type { Shape } from '../../catalogue/shape.ts';
import {
  anyKind,
  configMap,
  deployment,
  gatewayClass,
  secret,
  service,
  statefulSet,
} from '../../kinds/targets.ts';
import type { ObjectReference, ReferenceDeclaration } from '../../kinds/types.ts';
import type { GroupKind } from '../../workspace/types.ts';
import { lastKey, type Path } from '../../yaml/path.ts';
import { shapeAt } from '../place/shapeOfResource.ts';
import { isScalar } from './snippet.ts';

/** Fields whose text is the name of such a thing, in whatever kind. */
const nameFields: Readonly<Record<string, GroupKind>> = {
  secretName: secret,
  configMapName: configMap,
  serviceName: service,
  gatewayClassName: gatewayClass,
  serviceAccountName: { group: '', kind: 'ServiceAccount' },
  ingressClassName: { group: 'networking.k8s.io', kind: 'IngressClass' },
};

/**
 * The reference that a field looks like, for kinds that declare none: a map with a name and a kind, a map with a name
 * below a key that speaks of a Secret or ConfigMap, or a text like `secretName`. Good enough to offer names, no more.
 */
export function inferReference(root: Shape, path: Path): ReferenceDeclaration | undefined {
  const last = lastKey(path);
  const shape = shapeAt(root, path);
  if (typeof last !== 'string' || shape === undefined || path[0] === 'metadata') return undefined;
  const base = {
    name: last,
    path: '',
    role: 'uses',
    flow: 'forward',
    namespace: 'own',
    byHand: true,
  } as const;
  const named =
    Object.hasOwn(nameFields, last) && shape.schema.type === 'string' ? nameFields[last] : undefined;
  if (named !== undefined) return { ...base, form: 'name', to: [named] };
  const { properties } = shape;
  if (properties.get('name')?.schema.type !== 'string') return undefined;
  if (!properties.has('kind')) {
    const target = /secret/i.test(last) ? secret : /configMap/i.test(last) ? configMap : undefined;
    return target === undefined
      ? undefined
      : { ...base, form: 'object', typedBy: 'none', to: [target], ...parts(shape) };
  }
  const typedBy = properties.has('group') ? 'group' : properties.has('apiVersion') ? 'apiVersion' : 'none';
  // Without a group a kind can still be chosen: its field is then all there is to write.
  return {
    ...base,
    form: 'object',
    typedBy: typedBy === 'none' ? 'group' : typedBy,
    to: targetsOf(shape, last),
    ...parts(shape),
  };
}

function parts(shape: Shape): Partial<ObjectReference> {
  const { properties, required } = shape;
  const has = (['sectionName', 'port', 'weight'] as const).filter((each) => properties.has(each));
  return {
    ...(properties.has('namespace') ? { namespace: 'field' as const } : {}),
    ...(has.length === 0 ? {} : { has }),
    ...(required.has('kind') ? { explicitType: true } : {}),
    ...(has.includes('port') ? { portRequired: true } : {}),
  };
}

/** The kinds that the shape names: its default, its enum; a scale target is a workload. */
function targetsOf({ properties }: Shape, name: string): readonly GroupKind[] {
  const kind = properties.get('kind')?.schema;
  const group = properties.get('group')?.schema.default;
  const groupText = typeof group === 'string' ? group : '';
  const kinds = [kind?.default, ...(kind?.enum ?? [])].filter(isScalar).map(String);
  if (kinds.length > 0) return [...new Set(kinds)].map((each) => ({ group: groupText, kind: each }));
  return properties.has('apiVersion') && /target/i.test(name) ? [deployment, statefulSet] : [anyKind];
}

import { describe, expect, it } from 'vitest';
import { type ChoiceFieldDeclaration, fieldsOfForm } from './form.ts';
import { families, familyLabels, familyOrder, isClusterScoped, kindOf, kinds } from './registry.ts';
import { fieldGroups, fieldPaths } from './testing/fieldPaths.ts';
import { exportPhases } from './types.ts';

const wellFormedPath = /^[a-zA-Z0-9]+(\[\*\])?((\.[a-zA-Z0-9]+|\["[^"]+"\])(\[\*\])?)*$/;

describe('the kind registry', () => {
  it('holds each kind once and finds it by group and kind', () => {
    const ids = kinds.map(({ group, kind }) => `${group}/${kind}`);
    expect(new Set(ids).size).toBe(ids.length);
    for (const each of kinds) expect(kindOf(each.group, each.kind)).toBe(each);
    expect(kindOf('example.com', 'Gateway')).toBeUndefined();
    expect(kindOf('', 'constructor')).toBeUndefined();
  });

  it('holds the kinds that can be authored', () => {
    expect(kinds.map(({ kind }) => kind).sort()).toEqual([
      'AIGatewayRoute',
      'AIServiceBackend',
      'Backend',
      'BackendSecurityPolicy',
      'BackendTLSPolicy',
      'BackendTrafficPolicy',
      'Certificate',
      'ClientTrafficPolicy',
      'ClusterIssuer',
      'ClusterTriggerAuthentication',
      'ConfigMap',
      'Deployment',
      'EnvoyExtensionPolicy',
      'EnvoyPatchPolicy',
      'EnvoyProxy',
      'GRPCRoute',
      'Gateway',
      'GatewayClass',
      'GatewayConfig',
      'HTTPRoute',
      'HTTPRouteFilter',
      'HTTPScaledObject',
      'HorizontalPodAutoscaler',
      'InferencePool',
      'Ingress',
      'Issuer',
      'Job',
      'ListenerSet',
      'MCPRoute',
      'Namespace',
      'PodDisruptionBudget',
      'QuotaPolicy',
      'ReferenceGrant',
      'ScaledJob',
      'ScaledObject',
      'Secret',
      'SecurityPolicy',
      'Service',
      'ServiceAccount',
      'ServiceMonitor',
      'StatefulSet',
      'TCPRoute',
      'TLSRoute',
      'TriggerAuthentication',
      'UDPRoute',
      'VerticalPodAutoscaler',
    ]);
  });

  it('knows which kinds live outside namespaces', () => {
    expect(isClusterScoped('gateway.networking.k8s.io', 'GatewayClass')).toBe(true);
    expect(isClusterScoped('', 'Namespace')).toBe(true);
    expect(isClusterScoped('rbac.authorization.k8s.io', 'ClusterRole')).toBe(true);
    expect(isClusterScoped('apiextensions.k8s.io', 'CustomResourceDefinition')).toBe(true);
    expect(isClusterScoped('', 'PersistentVolume')).toBe(true);
    expect(isClusterScoped('certificates.k8s.io', 'ClusterTrustBundle')).toBe(true);
    expect(isClusterScoped('gateway.networking.k8s.io', 'Gateway')).toBe(false);
    expect(isClusterScoped('apps', 'StatefulSet')).toBe(false);
    expect(isClusterScoped('example.com', 'Widget')).toBeUndefined();
    // The group counts: some other Namespace is not the core one.
    expect(isClusterScoped('example.com', 'Namespace')).toBeUndefined();
  });

  it('has a place and a name for every family', () => {
    expect(families.map(({ family }) => family)).toEqual(familyOrder);
    expect(new Set(familyOrder).size).toBe(familyOrder.length);
    for (const { family } of kinds) expect(familyLabels[family]).toBeTruthy();
  });

  it('lists the kinds of a family together, families in their order', () => {
    const order = [...new Set(kinds.map(({ family }) => family))];
    expect(order).toEqual(familyOrder.filter((family) => order.includes(family)));
  });
});

describe.each(kinds.map((each) => [each.kind, each] as const))('%s', (_, definition) => {
  it('says what it is in sentence case, without a full stop', () => {
    expect(definition.purpose).toMatch(/^[A-Z].*[^.!]$/);
    expect(definition.purpose.length).toBeLessThanOrEqual(80);
    expect(definition.docs).toMatch(/^https:\/\//);
    expect(definition.baseName).toMatch(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);
    expect(exportPhases).toContain(definition.phase);
    expect(definition.plural).toMatch(/^[a-z]+$/);
  });

  it('declares references with names of their own, well-formed paths and at least one target', () => {
    const names = definition.references.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const paths = definition.references.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const reference of definition.references) {
      expect(reference.path).toMatch(wellFormedPath);
      expect(reference.to.length).toBeGreaterThan(0);
      expect(reference.to[0]?.kind, 'the default is a real kind').not.toBe('*');
    }
  });

  it('asks for grants only where a namespace can be written', () => {
    const odd = definition.references.filter(
      ({ needsGrant, namespace }) => needsGrant === true && namespace !== 'field',
    );
    expect(odd).toEqual([]);
  });

  it('has fields with well-formed paths, and references that are declared at that path', () => {
    for (const { path, field } of fieldPaths(fieldsOfForm(definition.form))) {
      expect(path).toMatch(wellFormedPath);
      expect(field.label).toMatch(/^([A-Z]|gRPC)/);
      if (field.type !== 'reference' && field.type !== 'weights') continue;
      const declared = definition.references.find(({ name }) => name === field.reference);
      expect([path, `${path}[*]`], field.reference).toContain(declared?.path);
      if (field.type === 'weights')
        expect(declared).toMatchObject({ form: 'object', has: expect.arrayContaining(['weight']) });
    }
  });

  it('draws no field twice beside itself, and no section by the name of another', () => {
    const titles = definition.form.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    for (const fields of fieldGroups(fieldsOfForm(definition.form))) {
      const places = fields.map((field) => (field.type === 'choice' ? choicePlace(field) : field.path));
      expect(places).toEqual([...new Set(places)]);
    }
  });
});

/** Two choices may be about one map, if they are about other members of it. */
function choicePlace({ path, by, members }: ChoiceFieldDeclaration): string {
  return `${path}: ${by ?? members.map(({ key }) => key).join(' or ')}`;
}

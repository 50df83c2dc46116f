import { describe, expect, it } from 'vitest';
import { parseYaml } from '../yaml/parseYaml.ts';
import { isMap, readAt, readList, readText } from './reading.ts';
import { kindOf, kinds } from './registry.ts';
import {
  clusterIssuer,
  deployment,
  gateway,
  httpRoute,
  listenerSet,
  secret,
  service,
  statefulSet,
} from './targets.ts';
import { contextWith, emptyContext, fullContext, namedContext } from './testing/contexts.ts';
import type { KindDefinition, PickedTarget } from './types.ts';

function definitionOf(kind: string): KindDefinition {
  const found = kinds.find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`no kind ${kind}`);
  return found;
}

/** The value of a template, which must parse without a word. */
function read(text: string): unknown {
  const tree = parseYaml(text);
  expect(tree.problems, text).toEqual([]);
  return tree.value;
}

function made(kind: string, ...atHand: readonly PickedTarget[]): unknown {
  const definition = definitionOf(kind);
  return read(definition.template(contextWith(definition, atHand)));
}

const pick = (
  of: { readonly group: string; readonly kind: string },
  name: string,
  more: Partial<PickedTarget> = {},
) => ({
  ...of,
  namespace: 'shop',
  name,
  ...more,
});

describe.each(kinds.map((each) => [each.kind, each] as const))('the template of %s', (_, definition) => {
  it('is YAML of that kind, with the name and the namespace that were asked for', () => {
    for (const context of [emptyContext(definition), fullContext(definition)]) {
      const text = definition.template(context);
      const value = read(text);
      const { group, kind, versions } = definition;
      expect(readText(value, 'apiVersion')).toBe(group === '' ? versions[0] : `${group}/${versions[0]}`);
      expect(readText(value, 'kind')).toBe(kind);
      expect(readText(value, 'metadata', 'name')).toBe(definition.baseName);
      expect(readText(value, 'metadata', 'namespace')).toBe(
        definition.scope === 'cluster' ? undefined : 'shop',
      );
      expect(text.endsWith('\n')).toBe(true);
      expect(text).not.toMatch(/[ \t]\n|\n\n|\t|\r/);
    }
  });

  it('explains itself, in lines that fit into the editor', () => {
    const text = definition.template(emptyContext(definition));
    expect(text).toMatch(/^ *# \S/m);
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
  });

  it('quotes a name that YAML would take for something else', () => {
    for (const name of ['no', 'true', '123', '1e3', 'null']) {
      const value = read(definition.template(namedContext(definition, name)));
      expect(readAt(value, 'metadata', 'name')).toBe(name);
    }
  });

  it('writes no namespace when there is none in view', () => {
    const value = read(definition.template({ ...fullContext(definition), namespace: '' }));
    expect(readAt(value, 'metadata', 'namespace')).toBeUndefined();
  });

  it('refers only through fields that are declared', () => {
    const value = read(definition.template(fullContext(definition)));
    const names = namesPicked(value, '');
    const declared = definition.references.map(({ path }) => path);
    for (const path of names)
      expect(
        declared.some((each) => [each, `${each}.name`].includes(path)),
        path,
      ).toBe(true);
  });

  it('has a summary that fits on a card', () => {
    const { rows, chips, subtitle } = definition.summarise(
      asBody(read(definition.template(fullContext(definition)))),
    );
    expect(rows.length).toBeLessThanOrEqual(6);
    for (const text of [subtitle ?? 'x', ...rows.map(({ label }) => label), ...chips.map(({ text }) => text)])
      expect(text.trim(), definition.kind).not.toBe('');
  });
});

/** The paths at which the name of what was picked stands. */
function namesPicked(value: unknown, path: string): readonly string[] {
  if (value === 'picked') return [path];
  if (Array.isArray(value)) return value.flatMap((item) => namesPicked(item, `${path}[*]`));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    // A label is no reference of its own: the selector that holds it is.
    key === 'selector' && isMap(item) ? [] : namesPicked(item, path === '' ? key : `${path}.${key}`),
  );
}

function asBody(value: unknown): Readonly<Record<string, unknown>> {
  return isMap(value) ? value : {};
}

describe('templates with something at hand', () => {
  it('attach a route to the listener that was picked, and send to the port of the Service', () => {
    const value = made(
      'HTTPRoute',
      pick(gateway, 'edge', { namespace: 'infra', sectionName: 'https' }),
      pick(service, 'cart', { port: 8080 }),
    );
    expect(readAt(value, 'spec', 'parentRefs')).toEqual([
      { name: 'edge', namespace: 'infra', sectionName: 'https' },
    ]);
    expect(readList(value, 'spec', 'rules')[0]).toMatchObject({
      backendRefs: [{ name: 'cart', port: 8080 }],
    });
  });

  it('leave parentRefs and backendRefs out when there is nothing to name', () => {
    const value = made('HTTPRoute');
    expect(readAt(value, 'spec', 'parentRefs')).toBeUndefined();
    expect(readList(value, 'spec', 'rules')).toEqual([
      { matches: [{ path: { type: 'PathPrefix', value: '/' } }] },
    ]);
  });

  it('write group and kind of what is not the default', () => {
    const backend = { group: 'gateway.envoyproxy.io', kind: 'Backend' };
    const value = made(
      'HTTPRoute',
      pick(listenerSet, 'team', { sectionName: 'a' }),
      pick(backend, 'api', { port: 443 }),
    );
    expect(readAt(value, 'spec', 'parentRefs')).toEqual([
      { group: 'gateway.networking.k8s.io', kind: 'ListenerSet', name: 'team', sectionName: 'a' },
    ]);
    expect(readList(value, 'spec', 'rules')[0]).toMatchObject({ backendRefs: [{ ...backend, name: 'api' }] });
    expect(JSON.stringify(value)).not.toContain('443');
  });

  it('give routes of layer 4 a backend always, as their API demands', () => {
    expect(readAt(made('TCPRoute'), 'spec', 'rules')).toEqual([
      { backendRefs: [{ name: 'database', port: 5432 }] },
    ]);
    expect(readAt(made('UDPRoute', pick(service, 'resolver')), 'spec', 'rules')).toEqual([
      { backendRefs: [{ name: 'resolver', port: 53 }] },
    ]);
  });

  it.each(['BackendTrafficPolicy', 'SecurityPolicy', 'ClientTrafficPolicy', 'BackendTLSPolicy'])(
    '%s governs something always',
    (kind) => {
      const [first] = definitionOf(kind).references[0]?.to ?? [];
      expect(readList(made(kind), 'spec', 'targetRefs')).toEqual([{ ...first, name: expect.any(String) }]);
      if (first === undefined) return;
      expect(
        readList(made(kind, pick(first, 'mine', { sectionName: 'a', port: 80 })), 'spec', 'targetRefs'),
      ).toEqual([{ ...first, name: 'mine', sectionName: 'a' }]);
      // targetRefs have no namespace: what is elsewhere cannot be governed.
      const far = readList(made(kind, pick(first, 'mine', { namespace: 'elsewhere' })), 'spec', 'targetRefs');
      expect(far).not.toMatchObject([{ name: 'mine' }]);
    },
  );

  it('fit the policy to what it governs', () => {
    const tcp = { group: 'gateway.networking.k8s.io', kind: 'TCPRoute' };
    expect(readAt(made('BackendTrafficPolicy', pick(tcp, 'db')), 'spec', 'retry')).toBeUndefined();
    expect(readAt(made('BackendTrafficPolicy', pick(httpRoute, 'web')), 'spec', 'retry')).toBeDefined();
    expect(readAt(made('SecurityPolicy', pick(tcp, 'db')), 'spec', 'jwt')).toBeUndefined();
  });

  it('open HTTPS only with a Secret that speaks of TLS', () => {
    const names = (value: unknown) =>
      readList(value, 'spec', 'listeners').map((each) => readText(each, 'name'));
    expect(names(made('Gateway', pick(secret, 'db-password')))).toEqual(['http']);
    const value = made('Gateway', pick(secret, 'web-tls', { namespace: 'certs' }));
    expect(names(value)).toEqual(['http', 'https']);
    expect(readList(value, 'spec', 'listeners')[1]).toMatchObject({
      tls: { mode: 'Terminate', certificateRefs: [{ name: 'web-tls', namespace: 'certs' }] },
    });
  });

  it('write the apiVersion of a scale target that is no Deployment', () => {
    expect(readAt(made('ScaledObject', pick(deployment, 'api')), 'spec', 'scaleTargetRef')).toEqual({
      name: 'api',
    });
    expect(readAt(made('ScaledObject', pick(statefulSet, 'db')), 'spec', 'scaleTargetRef')).toEqual({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      name: 'db',
    });
  });

  it('name the issuer of a certificate with its kind', () => {
    const value = made('Certificate', pick(clusterIssuer, 'public', { namespace: '' }));
    expect(readAt(value, 'spec', 'issuerRef')).toEqual({ kind: 'ClusterIssuer', name: 'public' });
  });

  it('write the namespace of the Gateway that answers for a ClusterIssuer, even `default`', () => {
    const definition = kindOf('cert-manager.io', 'ClusterIssuer');
    if (definition === undefined) throw new Error('no ClusterIssuer');
    expect(definition.template(emptyContext(definition))).toContain('namespace: default');
  });
});

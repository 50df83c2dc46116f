import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Catalogue } from '../../src/core/catalogue/catalogue.ts';
import { buildCatalogue, indexOf, makePacks } from './buildCatalogue.ts';
import { projectRoot } from './catalogueKey.ts';
import { compareWithDefinitions } from './drift/driftReport.ts';
import { failuresOf, printDrift, shareEqual, totalsOf } from './drift/printDrift.ts';
import { readDefinitions } from './drift/readDefinitions.ts';
import { knownDifferences } from './knownDifferences.ts';
import { loadPacks } from './loadPacks.ts';
import { type MadePack, refsOf } from './overlay/makePack.ts';

/** Group -> kinds with the version that is stored, or the only one that there is. */
const wanted: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'gateway.networking.k8s.io': {
    v1: [
      'BackendTLSPolicy',
      'GatewayClass',
      'Gateway',
      'GRPCRoute',
      'HTTPRoute',
      'ListenerSet',
      'ReferenceGrant',
      'TCPRoute',
      'TLSRoute',
      'UDPRoute',
    ],
    v1beta1: ['ReferenceGrant', 'HTTPRoute', 'Gateway', 'GatewayClass'],
  },
  'gateway.networking.x-k8s.io': { v1alpha1: ['XBackend', 'XBackendTrafficPolicy', 'XMesh'] },
  'gateway.envoyproxy.io': {
    v1alpha1: [
      'Backend',
      'BackendTrafficPolicy',
      'ClientTrafficPolicy',
      'EnvoyExtensionPolicy',
      'EnvoyPatchPolicy',
      'EnvoyProxy',
      'HTTPRouteFilter',
      'SecurityPolicy',
    ],
  },
  'aigateway.envoyproxy.io': {
    v1beta1: ['AIGatewayRoute', 'AIServiceBackend', 'BackendSecurityPolicy', 'GatewayConfig', 'MCPRoute'],
    v1alpha1: [
      'AIGatewayRoute',
      'AIServiceBackend',
      'BackendSecurityPolicy',
      'GatewayConfig',
      'MCPRoute',
      'QuotaPolicy',
    ],
  },
  'keda.sh': {
    v1alpha1: ['ClusterTriggerAuthentication', 'ScaledJob', 'ScaledObject', 'TriggerAuthentication'],
  },
  'eventing.keda.sh': { v1alpha1: ['CloudEventSource', 'ClusterCloudEventSource'] },
  'http.keda.sh': { v1alpha1: ['HTTPScaledObject'], v1beta1: ['InterceptorRoute'] },
  'cert-manager.io': { v1: ['Certificate', 'CertificateRequest', 'ClusterIssuer', 'Issuer'] },
  'acme.cert-manager.io': { v1: ['Challenge', 'Order'] },
  'inference.networking.k8s.io': { v1: ['InferencePool'] },
  'inference.networking.x-k8s.io': { v1alpha1: ['InferencePoolImport'] },
  'monitoring.coreos.com': { v1: ['PodMonitor', 'ServiceMonitor'] },
  'autoscaling.k8s.io': { v1: ['VerticalPodAutoscaler'] },
  '': { v1: ['Service', 'ConfigMap', 'Secret', 'Namespace', 'ServiceAccount'] },
  apps: { v1: ['Deployment', 'StatefulSet', 'DaemonSet'] },
  batch: { v1: ['Job', 'CronJob'] },
  autoscaling: { v2: ['HorizontalPodAutoscaler'] },
  policy: { v1: ['PodDisruptionBudget'] },
  'networking.k8s.io': { v1: ['Ingress', 'NetworkPolicy'] },
};
const crdFolder = path.join(projectRoot, '../shared/crds');

let made: readonly MadePack[] = [];
beforeAll(async () => {
  made = await makePacks();
}, 60_000);

describe('the packs', () => {
  it('are made without mistakes, and without types that nothing reaches', () => {
    expect(made.flatMap(({ mistakes }) => mistakes)).toEqual([]);
    expect(made.flatMap(({ pack, unused }) => unused.map((name) => `${pack.name}: ${name}`))).toEqual([]);
  });

  it('are complete in themselves: every reference is in the pack', () => {
    for (const { pack } of made) {
      for (const [name, schema] of Object.entries(pack.types)) {
        for (const ref of refsOf(schema))
          expect(pack.types, `${pack.name}: ${name} -> ${ref}`).toHaveProperty([ref]);
      }
    }
  });

  it('require only fields that are there', () => {
    for (const { pack } of made) {
      for (const [name, schema] of Object.entries(pack.types)) {
        if (schema.ref !== undefined) continue;
        const fields = Object.keys(schema.properties ?? {});
        expect(fields, `${pack.name}: ${name}`).toEqual(expect.arrayContaining([...(schema.required ?? [])]));
      }
    }
  });

  it('hold every kind of every project, with its fields', () => {
    const packs = made.map(({ pack }) => pack);
    const catalogue = new Catalogue({ index: indexOf(packs), packs, crds: [], channel: 'experimental' });
    const absent: string[] = [];
    for (const [group, versions] of Object.entries(wanted)) {
      for (const [version, kinds] of Object.entries(versions)) {
        for (const kind of kinds) {
          const found = catalogue.find(group, version, kind);
          if (found.state !== 'known') absent.push(`${group}/${version} ${kind}: ${found.state}`);
          else
            expect([...found.kind.shape.properties.keys()].slice(0, 3)).toEqual([
              'apiVersion',
              'kind',
              'metadata',
            ]);
        }
      }
    }
    expect(absent).toEqual([]);
  });
});

describe('buildCatalogue', () => {
  const outDir = mkdtempSync(path.join(tmpdir(), 'catalogue-'));
  afterAll(() => rmSync(outDir, { recursive: true }));

  it('writes an index, one file a pack and the notices, and nothing when nothing changed', async () => {
    await buildCatalogue({ outDir, quiet: true });
    const { index, packs } = loadPacks(outDir);
    expect(packs.map(({ name }) => name)).toEqual(made.map(({ pack }) => pack.name));
    expect(index).toEqual(indexOf(packs));
    expect(readFileSync(path.join(outDir, 'notices.md'), 'utf8')).toMatch(/kubernetes-models \d/);
    const before = statSync(path.join(outDir, 'index.json')).mtimeMs;
    const begin = performance.now();
    await buildCatalogue({ outDir, quiet: true });
    expect(performance.now() - begin).toBeLessThan(1000);
    expect(statSync(path.join(outDir, 'index.json')).mtimeMs).toBe(before);
    expect(readdirSync(outDir).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  }, 60_000);
});

describe('drift from the real CRDs', () => {
  it.skipIf(!existsSync(crdFolder))(
    'no spec field is missing or extra, and at least 99.5 % is equal',
    () => {
      const { definitions, problems } = readDefinitions(crdFolder);
      expect(problems).toEqual([]);
      expect(definitions.length).toBeGreaterThan(50);
      const report = compareWithDefinitions(
        made.map(({ pack }) => pack),
        definitions,
        { withStatus: false, known: knownDifferences },
      );
      console.log(printDrift(report));
      expect(shareEqual(totalsOf(report.kinds))).toBeGreaterThanOrEqual(0.995);
      expect(failuresOf(report)).toEqual([]);
      expect(report.unusedReasons).toEqual([]);
    },
    120_000,
  );
  if (!existsSync(crdFolder)) console.log('skipped: no corpus');
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../runCli.ts';
import { checkSarif } from '../testing/checkSarif.ts';

let folder = '';

/** Runs the words in the test's folder, `@`. */
async function check(words: readonly string[], stdin = '') {
  const outcome = { out: '', said: '' };
  const code = await runCli(
    ['check', ...words].map((word) => word.replace('@', folder)),
    {
      cwd: folder,
      out: (content) => {
        outcome.out += String(content).replaceAll(folder, '@');
      },
      say: (line) => {
        outcome.said += `${line}\n`.replaceAll(folder, '@');
      },
      readStdin: async () => new TextEncoder().encode(stdin),
      hasColour: false,
    },
    '1.2.3',
  );
  return { code, ...outcome };
}

const widgets = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.x.example
spec:
  group: x.example
  scope: Namespaced
  names: {kind: Widget, plural: widgets}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                size:
                  type: integer
                  x-kubernetes-validations:
                    - rule: self % 2 == 0
                      message: size must be even
`;

const strict = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop
spec:
  parentRef: web
  # traffic-studio: ignore TS101 the mesh reads it
  mesh: inner
  rules:
    - name: all
      retry: {attempts: 2}
`;

describe("check: the API server's verdict", () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'traffic-studio-'));
    writeFileSync(join(folder, 'strict.yaml'), strict);
    writeFileSync(join(folder, 'broken.yaml'), 'kind: [\n');
    writeFileSync(
      join(folder, 'widget.yaml'),
      'apiVersion: x.example/v1\nkind: Widget\nmetadata: {name: a}\nspec: {size: 3}\n',
    );
    mkdirSync(join(folder, 'crds'), { recursive: true });
    writeFileSync(join(folder, 'crds/widgets.yaml'), widgets);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('names the field, and leaves references out where only the schema is asked for', async () => {
    const { code, out } = await check(['--only', 'schema', '--format', 'json', '@/strict.yaml']);
    expect(code).toBe(1);
    const found = JSON.parse(out).findings.map(
      (each: { code: string; path: string; line: number; suppressed?: string }) => [
        each.code,
        each.path,
        each.line,
        each.suppressed,
      ],
    );
    expect(found).toEqual([
      ['TS101', 'spec.parentRef', 6, undefined],
      ['TS101', 'spec.mesh', 8, 'the mesh reads it'],
      ['TS101', 'spec.rules[0].retry', 11, undefined],
    ]);
  });

  it('knows the experimental channel', async () => {
    const { out } = await check(['--only', 'schema', '--channel', 'experimental', '@/strict.yaml']);
    expect(out).toContain('parentRef');
    expect(out).not.toContain('retry');
    expect(out).toMatch(/1 error, 1 suppressed\.\n$/);
  });

  it('leaves the schema out where only references are asked for', async () => {
    const { out } = await check(['--only', 'references', '@/strict.yaml']);
    expect(out).not.toMatch(/TS1\d\d/);
  });

  it('tells guardrails from references, and counts what is switched off as suppressed', async () => {
    const gateway =
      'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: web}\nspec:\n  gatewayClassName: eg\n  listeners:\n    - {name: http, protocol: HTTP, port: 80}\n';
    const references = await check(['--only', 'references', '-'], gateway);
    expect(references.out).toContain('TS012');
    expect(references.out).not.toMatch(/TS2\d\d/);
    const guardrails = await check(['--only', 'guardrails', '-'], gateway);
    expect(guardrails.out).toContain('info TS202');
    expect(guardrails.out).not.toContain('TS012');
    expect(guardrails.code).toBe(0);
    const off = `# traffic-studio: off TS202 TLS ends before it\n${gateway}`;
    const switched = await check(['--only', 'guardrails', '-'], off);
    expect(switched.out).toMatch(/: 1 suppressed\.\n$/);
    const { out } = await check(['--only', 'guardrails', '--format', 'json', '-'], off);
    expect(JSON.parse(out).findings).toMatchObject([{ code: 'TS202', suppressed: 'TLS ends before it' }]);
  });

  it('says in SARIF where a guardrail is documented', async () => {
    const backend =
      'apiVersion: gateway.envoyproxy.io/v1alpha1\nkind: Backend\nmetadata: {name: api}\nspec:\n  endpoints:\n    - fqdn: {hostname: api.example.com, port: 443}\n';
    const log = JSON.parse((await check(['--format', 'sarif', '-'], backend)).out);
    expect(checkSarif(log)).toEqual([]);
    expect(log.runs[0].tool.driver.rules).toMatchObject([
      { id: 'TS211', helpUri: expect.stringMatching(/^https:/) },
    ]);
  });

  it("judges by CRDs of one's own, structure and CEL", async () => {
    const without = await check(['@/widget.yaml']);
    expect(without.code).toBe(0);
    const { code, out } = await check(['--crds', '@/crds', '@/widget.yaml']);
    expect(code).toBe(1);
    expect(out).toContain('size must be even');
  });

  it('judges an update of what the cluster has', async () => {
    const before =
      'apiVersion: gateway.networking.k8s.io/v1\nkind: GatewayClass\nmetadata: {name: eg}\nspec: {controllerName: a.example/one}\n';
    writeFileSync(join(folder, 'before.yaml'), before);
    writeFileSync(join(folder, 'after.yaml'), before.replace('one', 'two'));
    const words = ['--only', 'schema', '@/after.yaml'];
    expect((await check(words)).code).toBe(0);
    const { code, out } = await check([...words, '--baseline', '@/before.yaml']);
    expect(code).toBe(1);
    expect(out).toMatch(/:4:\d+ .*TS113/);
  });

  it('writes SARIF that its schema accepts', async () => {
    const { code, out } = await check(['--format', 'sarif', '@/strict.yaml', '@/broken.yaml']);
    expect(code).toBe(1);
    const log = JSON.parse(out);
    expect(checkSarif(log)).toEqual([]);
    const [run] = log.runs;
    const result = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'TS101');
    expect(result.locations[0].physicalLocation.region).toEqual({
      startLine: 6,
      startColumn: 3,
      endLine: 6,
      endColumn: 12,
    });
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe('TS101');
    expect(run.results.filter((each: { suppressions?: unknown }) => each.suppressions)).toHaveLength(1);
  });

  it('reads the same from standard input', async () => {
    const { code, out } = await check(['--only', 'schema', '--format', 'sarif', '-'], strict);
    expect(code).toBe(1);
    expect(checkSarif(JSON.parse(out))).toEqual([]);
  });
});

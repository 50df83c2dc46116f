import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './runCli.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const bin = fileURLToPath(new URL('../../bin/traffic-studio.mjs', import.meta.url));
const corpus = fileURLToPath(new URL('../../../shared/corpus/manifests/', import.meta.url));

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

let folder = '';

/** Runs the program for real, in the test's folder. */
function run(
  words: readonly string[],
  stdin = '',
  launcher: readonly string[] = ['--import', 'tsx', main],
): Promise<Outcome> {
  const cwd = launcher[0] === '--import' ? fileURLToPath(new URL('../..', import.meta.url)) : folder;
  const child = spawn(process.execPath, [...launcher, ...words.map((word) => word.replace('@', folder))], {
    cwd,
  });
  const parts = { out: [] as Buffer[], said: [] as Buffer[] };
  child.stdout.on('data', (chunk) => parts.out.push(chunk));
  child.stderr.on('data', (chunk) => parts.said.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  return new Promise((resolve) =>
    child.on('close', (code) => {
      const said = Buffer.concat(parts.said).toString().replaceAll(folder, '@');
      resolve({ code, out: Buffer.concat(parts.out).toString().replaceAll(folder, '@'), said });
    }),
  );
}

/** The same without a process: quicker, where only the words matter. */
async function runHere(words: readonly string[]): Promise<Outcome> {
  const outcome = { out: '', said: '' };
  const code = await runCli(
    words.map((word) => word.replace('@', folder)),
    {
      cwd: folder,
      out: (content) => {
        outcome.out += String(content);
      },
      say: (line) => {
        outcome.said += `${line}\n`.replaceAll(folder, '@');
      },
      readStdin: async () => new Uint8Array(),
      hasColour: true,
    },
    '1.2.3',
  );
  return { code, ...outcome };
}

const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: cart\nspec:\n  ports:\n    - port: 80\n';
const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop
spec:
  rules:
    - backendRefs:
        - name: cart
          port: 81
        - name: gone
          port: 80
          weight: 1
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'traffic-studio-'));
  mkdirSync(join(folder, 'good/deep/.hidden'), { recursive: true });
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'good/b.yml'), service);
  writeFileSync(
    join(folder, 'good/a.json'),
    '{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "n"}}',
  );
  writeFileSync(join(folder, 'good/deep/c.yaml'), '# only words\n');
  writeFileSync(join(folder, 'good/deep/.hidden/x.yaml'), 'kind: [\n');
  writeFileSync(join(folder, 'good/notes.txt'), 'kind: [\n');
  symlinkSync(join(folder, 'good'), join(folder, 'good/deep/loop'));
  writeFileSync(join(folder, 'bad.yaml'), `\uFEFF${service}---\r\n${route}---\nkind: [\n`);
  writeFileSync(join(folder, 'latin.yaml'), Uint8Array.of(0x61, 0x3a, 0x20, 0xe9, 0x0a));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('check', () => {
  it('is content with good manifests, in folders too', async () => {
    const { code, out, said } = await run(['check', '@/good']);
    expect({ code, out, said }).toEqual({
      code: 0,
      out: '2 resources in 3 files: nothing to report.\n',
      said: '',
    });
  });

  it('writes findings by place and ends with 1 when one is an error', async () => {
    const { code, out } = await run(['check', '@/bad.yaml']);
    expect(code).toBe(1);
    const lines = out.trimEnd().split('\n');
    expect(lines.at(-1)).toMatch(/^2 resources in 1 file: \d+ errors?, \d+ warnings?/);
    expect(
      lines.slice(0, -2).every((line) => /^@\/bad\.yaml:\d+:\d+ (error|warning|info) TS\d{3} \S/.test(line)),
    ).toBe(true);
    const places = lines.slice(0, -2).map((line) => Number(line.split(':')[1]));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('writes exactly the promised JSON', async () => {
    const { code, out } = await run(['check', '--format', 'json', '@/bad.yaml']);
    const report = JSON.parse(out);
    expect(code).toBe(1);
    expect(Object.keys(report)).toEqual(['resources', 'findings']);
    expect(report.resources).toBe(2);
    const keys = 'code severity message file line column endLine endColumn path resource fixes'.split(' ');
    for (const finding of report.findings) expect(Object.keys(finding)).toEqual(keys);
    expect(
      report.findings.filter(({ path }: { path: string }) => path.startsWith('spec.rules[0].backendRefs[1]')),
    ).toMatchObject([
      {
        file: '@/bad.yaml',
        line: 18,
        resource: {
          apiVersion: 'gateway.networking.k8s.io/v1',
          kind: 'HTTPRoute',
          namespace: 'default',
          name: 'shop',
        },
      },
    ]);
    expect(report.findings.at(-1)).toMatchObject({ severity: 'error', line: 22, resource: null });
  });

  it('colours severities for terminals only', async () => {
    expect((await runHere(['check', '@/bad.yaml'])).out).toContain('\u001B[31merror\u001B[0m');
    expect((await run(['check', '@/bad.yaml'])).out).not.toContain('\u001B');
  });

  it('reads standard input', async () => {
    const { code, out } = await run(['check', '-'], 'a: [\n');
    expect(code).toBe(1);
    expect(out).toMatch(/^<stdin>:\d+:\d+ error /);
  });

  it('finds as many resources in the upstream manifests as their index says', async ({ skip }) => {
    if (!existsSync(corpus)) {
      console.log('skipped: no corpus');
      skip();
    }
    const { files } = JSON.parse(readFileSync(join(corpus, 'index.json'), 'utf8')) as {
      files: { objects: string[] }[];
    };
    const { out } = await run(['check', corpus, '--format', 'json']);
    expect(JSON.parse(out).resources).toBe(files.reduce((sum, { objects }) => sum + objects.length, 0));
  });
});

describe('graph', () => {
  it('is written as JSON, for Graphviz and for Mermaid', async () => {
    const [json, dot, mermaid] = await Promise.all(
      ['json', 'dot', 'mermaid'].map((format) => runHere(['graph', '@/bad.yaml', '--format', format])),
    );
    const graph = JSON.parse(json?.out ?? '');
    expect(graph.nodes.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
      ['/Service/default/cart', 'present'],
      ['gateway.networking.k8s.io/HTTPRoute/default/shop', 'present'],
      ['/Service/default/gone', 'missing'],
    ]);
    expect(graph.edges).toMatchObject([
      { path: 'spec.rules[0].backendRefs[0]', state: 'no-such-port', port: 81 },
      { path: 'spec.rules[0].backendRefs[1]', state: 'missing', weight: 1 },
    ]);
    expect(dot?.out).toMatch(/^digraph traffic \{/);
    expect(dot?.out).toContain(
      '"gateway.networking.k8s.io/HTTPRoute/default/shop" -> "/Service/default/gone"',
    );
    expect(mermaid?.out).toMatch(/^flowchart LR\n/);
    expect(mermaid?.out).toContain('n1 -.->|"backendRef');
    expect(await run(['graph', '@/bad.yaml'])).toEqual({
      code: 0,
      out: json?.out.replaceAll(folder, '@'),
      said: '',
    });
  });
});

describe('export', () => {
  it('writes a bundle to standard output, in order', async () => {
    const { code, out, said } = await run(['export', '@/good']);
    expect(code).toBe(0);
    expect(out).toBe(
      `---\n{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "n"}}\n---\n${service}`,
    );
    expect(said).toContain('---');
  });

  it('writes the bundle to a file, never reading it back, and says what to do with it', async () => {
    const first = await run(['export', '@/good', '-o', '@/good/bundle.yaml']);
    const once = readFileSync(join(folder, 'good/bundle.yaml'), 'utf8');
    const second = await run(['export', '@/good', '--output', '@/good/bundle.yaml']);
    expect(readFileSync(join(folder, 'good/bundle.yaml'), 'utf8')).toBe(once);
    rmSync(join(folder, 'good/bundle.yaml'));
    expect([first.code, second.code, first.out]).toEqual([0, 0, '']);
    expect(first.said).toContain('kubectl apply --dry-run=server -f @/good/bundle.yaml');
  });

  it('writes an archive whose paths stay inside', async () => {
    const { code } = await run(['export', '@/good', '@/bad.yaml', '-o', '@/x.zip']);
    const entries = unzipSync(readFileSync(join(folder, 'x.zip')));
    expect(code).toBe(1);
    expect(Object.keys(entries)).toEqual([
      'good/a.json',
      'good/b.yml',
      'good/deep/c.yaml',
      'bad.yaml',
      'kustomization.yaml',
    ]);
    expect(strFromU8(entries['good/b.yml'] ?? new Uint8Array())).toBe(service);
  });

  it('leaves out what does not parse, says so and ends with 1', async () => {
    const { code, out, said } = await runHere(['export', '@/bad.yaml']);
    expect(code).toBe(1);
    expect(out).not.toContain('kind: [');
    expect(said).toContain('@/bad.yaml line 22');
  });
});

describe('misuse', () => {
  it.each([
    [[], 'Name a verb.'],
    [['chekc'], 'There is no verb "chekc". The verbs are check, graph, export'],
    [['--format'], 'begin with a verb'],
    [['check'], 'Name at least one file or folder'],
    [['check', '@/nothing.yaml'], '@/nothing.yaml cannot be read: there is no such file or folder'],
    [['check', '@/empty'], 'There is no .yaml, .yml or .json file in @/empty'],
    [['check', '@/latin.yaml'], 'not valid UTF-8'],
    [['check', '@/bad.yaml', '--formt', 'json'], "Unknown option '--formt'"],
    [['check', '@/bad.yaml', '--format', 'xml'], '--format cannot be "xml". It can be text, json, sarif.'],
    [['export', '@/good', '-o', '@/no/such/x.yaml'], 'cannot be written'],
    [['export', '@/good', '-o'], 'argument missing'],
  ])('of %j ends with 2 and the way out', async (words, message) => {
    const { code, out, said } = await runHere(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(said).toContain(message);
  });

  it('is told from the outside by its exit code', async () => {
    const { code, out, said } = await run(['chekc']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(said).not.toMatch(/\n\s+at /);
  });
});

describe('the program', () => {
  it('explains itself and every verb', async () => {
    const { code, out } = await runHere(['--help']);
    expect(code).toBe(0);
    for (const verb of ['check', 'graph', 'export']) {
      expect(out).toMatch(new RegExp(`^ {2}${verb} `, 'm'));
      expect((await runHere([verb, '-h'])).out).toContain(`traffic-studio ${verb} FILE|DIR...`);
    }
  });

  it('starts from its bin in any folder', async () => {
    expect(await run(['--version'], '', [bin])).toEqual({ code: 0, out: '0.1.0\n', said: '' });
    expect((await run(['check', 'good'], '', [bin])).out).toContain('2 resources in 3 files');
  });

  it('does not mind when its reader leaves', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => route.replace('name: shop', `name: shop-${i}`)).join(
      '---\n',
    );
    writeFileSync(join(folder, 'many.yaml'), many);
    const child = spawn(process.execPath, ['--import', 'tsx', main, 'export', join(folder, 'many.yaml')]);
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, said: said.includes('EPIPE') }).toEqual({ code: 0, said: false });
  });
});

import { array, assert, constantFrom, integer, property, record, shuffledSubarray } from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { analyse } from '../analyse.ts';
import { exportPhases } from '../kinds/types.ts';
import type { SourceFile } from '../workspace/types.ts';
import { phaseOf } from './applyOrder.ts';
import { exportBundle } from './exportBundle.ts';
import { exportZip } from './exportZip.ts';
import { importItems } from './importItems.ts';

const bundleOf = (files: readonly SourceFile[]) => {
  const { content, notes } = exportBundle.export(files, analyse(files));
  return { text: content as string, notes };
};
const zipOf = (files: readonly SourceFile[]) => exportZip.export(files, analyse(files)).content as Uint8Array;
const one = (kind: string, name: string, apiVersion = 'v1', rest = '') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n${rest}`;

describe('exportBundle', () => {
  it('puts documents in apply order and changes only what separates them', () => {
    const files = [
      {
        path: 'b.yaml',
        text: `# routes first\n${one('HTTPRoute', 'r', 'gateway.networking.k8s.io/v1')}---\n${one('Namespace', 'shop')}`,
      },
      {
        path: 'a.yaml',
        text: `${one('GatewayClass', 'eg', 'gateway.networking.k8s.io/v1')}---\n${one('Thing', 't', 'x.io/v1')}# end`,
      },
    ];
    expect(bundleOf(files).text).toBe(
      `---\n${one('Namespace', 'shop')}---\n${one('GatewayClass', 'eg', 'gateway.networking.k8s.io/v1')}---\n# routes first\n${one('HTTPRoute', 'r', 'gateway.networking.k8s.io/v1')}---\n${one('Thing', 't', 'x.io/v1')}# end\n`,
    );
  });

  it('is the file itself when that is in order already', () => {
    for (const text of [
      `\uFEFF# head\r\n---\r\n${one('Namespace', 'a').replaceAll('\n', '\r\n')}---\r\n---\r\n# only this\r\n---  # x\r\n${one('Service', 's')}...\n`,
      one('Service', 's').trimEnd(),
      '{"apiVersion":"v1","kind":"Service","metadata":{"name":"s"}}',
    ]) {
      expect(bundleOf([{ path: 'a.yaml', text }])).toEqual({ text, notes: [] });
    }
  });

  it('puts CRDs before everything that is made of them', () => {
    const crd = one('CustomResourceDefinition', 'things.x.io', 'apiextensions.k8s.io/v1');
    const cls = one('GatewayClass', 'eg', 'gateway.networking.k8s.io/v1');
    const text = bundleOf([{ path: 'a.yaml', text: `${cls}---\n${crd}---\n${one('Namespace', 'n')}` }]).text;
    expect(text.indexOf('kind: Namespace')).toBeLessThan(text.indexOf('kind: CustomResourceDefinition'));
    expect(text.indexOf('kind: CustomResourceDefinition')).toBeLessThan(text.indexOf('kind: GatewayClass'));
  });

  it('keeps a list whole, as early as its first item must be', () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n  - ${one('HTTPRoute', 'r', 'gateway.networking.k8s.io/v1').trimEnd().replaceAll('\n', '\n    ')}\n  - ${one('Namespace', 'n').trimEnd().replaceAll('\n', '\n    ')}\n`;
    const files = [{ path: 'a.yaml', text: `${one('Service', 's')}---\n${list}` }];
    expect(bundleOf(files).text).toBe(`---\n${list}---\n${one('Service', 's')}`);
  });

  it('leaves out what is no resource and says where it is', () => {
    const files = [{ path: 'a.yaml', text: `foo: bar\n---\n${one('Service', 's')}---\n\nkind: [\n` }];
    const { text, notes } = bundleOf(files);
    expect(text).toBe(`---\n${one('Service', 's')}`);
    expect(notes.join('\n')).toContain('a.yaml line 9');
    expect(notes.join('\n')).toContain('a.yaml line 1 (foo: bar)');
    expect(unzipSync(zipOf(files))['a.yaml']).toEqual(strToU8(files[0]?.text ?? ''));
  });

  it('moves a separator above comments, drops inner byte order marks, keeps JSON from hiding the rest', () => {
    const files = [
      { path: 'a.yaml', text: '\uFEFF{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"n"}}' },
      { path: 'b.yaml', text: `\uFEFF# licence\n\n---\n${one('Service', 's')}` },
    ];
    const { text, notes } = bundleOf(files);
    expect(text).toBe(
      `\uFEFF---\n{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"n"}}\n---\n# licence\n\n${one('Service', 's')}`,
    );
    expect(notes).toContain('1 byte order mark within the bundle left out.');
  });

  it('keeps directives and what stands on a separator line working', () => {
    const files = [
      { path: 'a.yaml', text: one('Service', 's') },
      { path: 'b.yaml', text: `%YAML 1.2\n---\n${one('ConfigMap', 'c', 'v1', 'data: {a: "1"}\n')}` },
      { path: 'c.yaml', text: '--- {apiVersion: v1, kind: Secret, metadata: {name: x}}\n' },
    ];
    const after = analyse([{ path: 'x.yaml', text: bundleOf(files).text }]);
    expect(after.files[0]?.documents.map(({ state }) => state)).toEqual(['resource', 'resource', 'resource']);
    expect(after.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('exportZip', () => {
  const files = [
    { path: 'b.yaml', text: one('Service', 's') },
    { path: 'x/a b.yaml', text: one('Namespace', 'n') },
    { path: 'notes.yaml', text: 'just: text\n' },
  ];

  it('adds a kustomization that lists the files with resources in order', () => {
    const added = strFromU8(unzipSync(zipOf(files))['kustomization.yaml'] ?? new Uint8Array());
    expect(added).toMatch(/^# /);
    expect(added.slice(added.indexOf('apiVersion'))).toBe(
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - x/a b.yaml\n  - b.yaml\n',
    );
  });

  it('adds none when there is one', () => {
    const own = [...files, { path: 'x/kustomization.yml', text: 'resources: [a.yaml]\n' }];
    expect(Object.keys(unzipSync(zipOf(own)))).toEqual(own.map(({ path }) => path));
  });

  it('is the same bytes every time', () => {
    expect(zipOf(files)).toEqual(zipOf(files));
  });
});

const kinds = [
  ['HTTPRoute', 'gateway.networking.k8s.io/v1'],
  ['Gateway', 'gateway.networking.k8s.io/v1'],
  ['GatewayClass', 'gateway.networking.k8s.io/v1'],
  ['Service', 'v1'],
  ['Namespace', 'v1'],
  ['Secret', 'v1'],
  ['Deployment', 'apps/v1'],
  ['ScaledObject', 'keda.sh/v1alpha1'],
  ['CustomResourceDefinition', 'apiextensions.k8s.io/v1'],
  ['BackendTrafficPolicy', 'gateway.envoyproxy.io/v1alpha1'],
  ['Unheard', 'of.example.com/v1'],
] as const;

/** The content of a document without its separator; `n` makes it unlike any other. */
const content = (n: number, [kind, apiVersion]: readonly [string, string], shape: string): string => {
  if (shape === 'json')
    return `{"apiVersion": "${apiVersion}",\n "kind": "${kind}", "metadata": {"name": "n${n}x"}}\n`;
  if (shape === 'list')
    return `apiVersion: v1\nkind: List\nitems:\n- {apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: n${n}x}}\n`;
  if (shape === 'keep') return one(kind, `n${n}x`, apiVersion, `x: |+\n  text ${n}\n\n\n`);
  if (shape === 'comments') return `# above ${n}\n\n${one(kind, `n${n}x`, apiVersion, `# below ${n}\n`)}`;
  if (shape === 'foreign') return `just: text ${n}\n`;
  if (shape === 'broken') return `broken: [ ${n}\n`;
  if (shape === 'empty') return `# nothing ${n}\n`;
  return one(kind, `n${n}x`, apiVersion);
};
const shape = constantFrom(
  'plain',
  'plain',
  'comments',
  'keep',
  'json',
  'list',
  'foreign',
  'broken',
  'empty',
);
const documentOf = record({
  kind: constantFrom(...kinds),
  shape,
  separator: constantFrom('---\n', '--- \n', '---\n\n'),
});
const fileOf = record({
  documents: array(documentOf, { maxLength: 5 }),
  opening: constantFrom('', '', '---\n', '# licence\n---\n', '\uFEFF', '\uFEFF---\n'),
  isCrlf: constantFrom(false, false, true),
  cut: constantFrom(false, false, true),
});
const workspace = array(fileOf, { maxLength: 4 }).map((drafts) => {
  let n = 0;
  const contents: string[] = [];
  const files = drafts.map((draft, i): SourceFile => {
    const texts = draft.documents.map((each) => {
      const body = content(n++, each.kind, each.shape);
      return { body, separator: each.separator };
    });
    const whole =
      draft.opening + texts.map(({ body, separator }, at) => (at === 0 ? '' : separator) + body).join('');
    const ended = draft.cut ? whole.replace(/\n+$/, '') : whole;
    const text = draft.isCrlf ? ended.replaceAll('\n', '\r\n') : ended;
    contents.push(...texts.map(({ body }) => (draft.isCrlf ? body.replaceAll('\n', '\r\n') : body).trim()));
    return { path: `dir${i % 2}/file-${i}.yaml`, text };
  });
  return { files, contents };
});

describe('every workspace', () => {
  it('comes back from a zip byte for byte', () => {
    assert(
      property(workspace, ({ files }) => {
        const imported = importItems([{ path: 'x.zip', bytes: zipOf(files) }]);
        const { report } = imported;
        const back = new Map(
          [...imported.files, ...imported.definitions].map(({ path, text }) => [path, text]),
        );
        expect(files.map(({ path }) => ({ path, text: back.get(path) }))).toEqual(files);
        expect(report.skipped).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('has every resource document in its bundle verbatim, once and in order, with the same value', () => {
    assert(
      property(workspace, ({ files, contents }) => {
        const before = analyse(files);
        const { text } = bundleOf(files);
        const after = analyse([{ path: 'bundle.yaml', text }]);
        const wanted = before.files
          .flatMap(({ documents }) => documents)
          .filter(({ state }) => state === 'resource' || state === 'list');
        const valuesOf = (analysis: typeof before) =>
          new Map(
            [...analysis.resources.values()]
              .filter(({ stale }) => stale === undefined)
              .map((each) => [`${each.kind} ${each.name}`, each.value]),
          );
        expect(valuesOf(after)).toEqual(valuesOf(before));
        expect(after.files[0]?.documents.filter(({ state }) => state !== 'empty')).toHaveLength(
          Math.max(wanted.length, 0),
        );
        for (const each of contents.filter((body) => /metadata/.test(body)))
          expect(text.split(each)).toHaveLength(2);
        const ranks = (after.files[0]?.documents ?? []).flatMap(({ resources }) =>
          resources.map((id) =>
            exportPhases.indexOf(phaseOf(after.resources.get(id) ?? { group: '', kind: '' })),
          ),
        );
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });

  it('stays as it is when its only file is in order', () => {
    const subset = shuffledSubarray([...kinds], { minLength: 1 });
    assert(
      property(
        subset,
        integer({ min: 0, max: 3 }),
        constantFrom('', '\n', '---\n'),
        (some, blank, opening) => {
          const bodies = some.map((kind, n) => content(n, kind, n % 3 === blank ? 'comments' : 'plain'));
          const once = bundleOf([{ path: 'a.yaml', text: opening + bodies.join('---\n') }]).text;
          expect(bundleOf([{ path: 'b.yaml', text: once }])).toEqual({ text: once, notes: [] });
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('zipSync as others write it', () => {
  it('is read too', () => {
    const bytes = zipSync({
      'a.yaml': [strToU8('a: 1\n'), { level: 0 }],
      'deep/er/b.yml': strToU8('b: 2\n'),
    });
    expect(importItems([{ path: 'x.zip', bytes }]).files).toEqual([
      { path: 'a.yaml', text: 'a: 1\n' },
      { path: 'deep/er/b.yml', text: 'b: 2\n' },
    ]);
  });
});

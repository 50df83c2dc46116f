import { describe, expect, it } from 'vitest';
import { analyse } from '../analyse.ts';
import type { SourceFile } from '../workspace/types.ts';
import { kubectlCommands } from './kubectlCommands.ts';

const resource = (apiVersion: string, kind: string, name: string, namespace = '') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n${namespace === '' ? '' : `  namespace: ${namespace}\n`}`;
const guide = (format: 'bundle' | 'zip', files: readonly SourceFile[], fileName?: string) => {
  const { steps, remarks } = kubectlCommands(files, analyse(files), format, fileName);
  return { commands: steps.map(({ command }) => command), remarks };
};

const files = [
  {
    path: 'a.yaml',
    text: [
      resource('v1', 'Namespace', 'shop'),
      resource('gateway.networking.k8s.io/v1', 'Gateway', 'web', 'edge'),
      resource('gateway.networking.k8s.io/v1', 'HTTPRoute', 'web', 'shop'),
      resource('keda.sh/v1alpha1', 'ScaledObject', 'web'),
    ].join('---\n'),
  },
];

describe('kubectlCommands', () => {
  it('checks, compares and applies the bundle, after the namespaces it lacks', () => {
    const { commands, remarks } = guide('bundle', files);
    expect(commands).toEqual([
      'kubectl create namespace edge',
      'kubectl apply --dry-run=server -f traffic-bundle.yaml',
      'kubectl diff -f traffic-bundle.yaml',
      'kubectl apply -f traffic-bundle.yaml',
    ]);
    expect(remarks).toEqual([
      'The CRDs of Gateway API must be installed. To see whether they are: kubectl api-resources --api-group=gateway.networking.k8s.io',
      'The CRDs of KEDA must be installed. To see whether they are: kubectl api-resources --api-group=keda.sh',
      expect.stringContaining('shop'),
    ]);
  });

  it('unpacks the zip and takes its kustomization', () => {
    expect(guide('zip', files).commands.slice(0, 3)).toEqual([
      'unzip traffic-studio.zip -d traffic-studio && cd traffic-studio',
      'kubectl create namespace edge',
      'kubectl apply --dry-run=server -k .',
    ]);
    const own = [...files, { path: 'base/kustomization.yaml', text: 'resources: [../a.yaml]\n' }];
    expect(guide('zip', own).commands.at(-1)).toBe('kubectl apply -k base');
  });

  it('quotes names for the shell', () => {
    expect(guide('bundle', files, "my shop's.yaml").commands.at(-1)).toBe(
      "kubectl apply -f 'my shop'\\''s.yaml'",
    );
    expect(guide('bundle', files, '-x.yaml').commands.at(-1)).toBe("kubectl apply -f './-x.yaml'");
    const evil = [{ path: 'a.yaml', text: resource('v1', 'Service', 's', '"x; rm -rf ~"') }];
    expect(guide('bundle', evil).commands.join()).not.toContain('rm');
  });

  it('does not ask for CRDs that are in the export', () => {
    const text = `${resource('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'scaledobjects.keda.sh')}---\n${files[0]?.text}`;
    expect(guide('bundle', [{ path: 'a.yaml', text }]).remarks.join()).not.toContain('KEDA');
  });

  it('has nothing to say about nothing', () => {
    expect(guide('bundle', [])).toEqual({ commands: [], remarks: ['There is no resource to apply yet.'] });
  });
});

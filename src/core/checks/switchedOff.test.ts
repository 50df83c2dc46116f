import { describe, expect, it } from 'vitest';
import { Analyser } from '../analyse.ts';
import { readSwitches, switchComment } from './switchedOff.ts';

const gateway = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: web
spec:
  gatewayClassName: eg
  listeners:
    - {name: http, protocol: HTTP, port: 80}
`;
const files = (first: string, second = gateway) => [
  { path: 'a.yaml', text: first },
  { path: 'b.yaml', text: second },
];
const codesOf = (findings: readonly { readonly code: string }[]) => findings.map(({ code }) => code);

describe('readSwitches', () => {
  it.each([
    ['# traffic-studio: off TS202 TLS ends at the load balancer\n', 'TLS ends at the load balancer'],
    ['# traffic-studio: off TS202: by the mesh  \r\n', 'by the mesh'],
    ['#traffic-studio: off TS202', ''],
    ['a: 1\n# traffic-studio: off TS202 here too\n', 'here too'],
  ])('takes %j', (text, reason) => {
    const [found, ...others] = readSwitches(text);
    expect([found?.code, found?.reason, others]).toEqual(['TS202', reason, []]);
    expect(text.slice(found?.range.start, found?.range.end)).toMatch(/^#.*TS202(.*\S)?$/);
  });

  it.each([
    ['what is no guardrail', '# traffic-studio: off TS012 never mind\n'],
    ['what is indented', '  # traffic-studio: off TS202 not here\n'],
    ['what stands behind something', 'a: 1 # traffic-studio: off TS202 not here\n'],
    ['what nobody knows', '# traffic-studio: off TS299 not here\n'],
  ])('does not take %s', (_what, text) => expect(readSwitches(text)).toEqual([]));

  it('reads what is written, on one line', () => {
    const [found] = readSwitches(switchComment('TS202', ' by the\n mesh '));
    expect(found?.reason).toBe('by the mesh');
  });
});

describe('a guardrail that is switched off', () => {
  it('is listed with the reason and its place, in every file', () => {
    const { analysis } = new Analyser(
      files(`# traffic-studio: off TS202 inside only\n\n${gateway.replace('web', 'other')}`),
    );
    expect(codesOf(analysis.findings)).not.toContain('TS202');
    const off = analysis.suppressed.filter(({ code }) => code === 'TS202');
    expect(off.map(({ place }) => place.file)).toEqual(['a.yaml', 'b.yaml']);
    for (const { suppressed } of off) {
      expect(suppressed?.reason).toBe('inside only');
      expect(suppressed?.switchedOffIn).toEqual({ file: 'a.yaml', document: 0 });
    }
  });

  it('comes back with the comment gone, while one beside it keeps its own reason', () => {
    const own = gateway.replace('  listeners', '  # traffic-studio: ignore TS202 for a while\n  listeners');
    const first = '# traffic-studio: off TS202 inside only\n';
    const analyser = new Analyser([
      ...files(first, own),
      { path: 'c.yaml', text: gateway.replace('web', 'c') },
    ]);
    const reasons = () =>
      analyser.analysis.suppressed.map(({ suppressed }) => [
        suppressed?.reason,
        suppressed?.switchedOffIn?.file,
      ]);
    expect(reasons()).toEqual([
      ['for a while', undefined],
      ['inside only', 'a.yaml'],
    ]);
    analyser.update([{ type: 'edit', path: 'a.yaml', edits: [{ start: 0, end: first.length, text: '' }] }]);
    expect(reasons()).toEqual([['for a while', undefined]]);
    expect(codesOf(analyser.analysis.findings)).toContain('TS202');
  });

  it('keeps its findings the same objects while nothing changes', () => {
    const analyser = new Analyser(files('# traffic-studio: off TS202 inside only\n'));
    const [before] = analyser.analysis.suppressed;
    const { length } = gateway;
    analyser.update([
      { type: 'edit', path: 'b.yaml', edits: [{ start: length, end: length, text: '---\n' }] },
    ]);
    expect(before).toBeDefined();
    expect(analyser.analysis.suppressed[0]).toBe(before);
  });
});

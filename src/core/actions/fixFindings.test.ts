import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../scripts/catalogue/loadPacks.ts';
import { Analyser } from '../analyse.ts';
import type { Finding } from '../analysis.ts';
import { applyFileChanges } from './applyChange.ts';
import type { ActionArgTable } from './args.ts';
import { type ActionName, runAction } from './registry.ts';
import { changedLines } from './testContext.ts';

const catalogue = readCatalogue();
const route = `# The shop.
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: shop} # one
spec:
  rules:
    - matches:
        - path: {type: Prefx, value: /cart} # the cart
        - path: {type: Exct, value: /pay}
      nam: cart # its name
`;

/** The only file as an action sees it, with the server's verdict. */
function session(text: string) {
  const analyser = new Analyser([{ path: 'a.yaml', text }], { judging: { catalogue } });
  return {
    findings: analyser.analysis.findings,
    suppressed: analyser.analysis.suppressed,
    run<N extends ActionName>(name: N, args: ActionArgTable[N]) {
      const result = runAction(name, analyser, args);
      if ('refused' in result) throw new Error(result.refused);
      return applyFileChanges(analyser.files, result.files).files.get('a.yaml') ?? '';
    },
  };
}

function only(findings: readonly Finding[], code: string): Finding {
  const found = findings.find((each) => each.code === code);
  if (found === undefined) throw new Error(`There is no ${code} among ${findings.map((each) => each.code)}.`);
  return found;
}

describe('fix', () => {
  it('takes the chosen way out and touches nothing else', () => {
    const { findings, run } = session(route);
    const unknown = only(findings, 'TS101');
    expect(changedLines(route, run('fix', { finding: unknown, repair: 0 }))).toEqual([
      '-       nam: cart # its name',
      '+       name: cart # its name',
    ]);
  });

  it('settles the finding that it is for', () => {
    const { findings, run } = session(route);
    for (const finding of findings.filter(({ repairs }) => (repairs?.length ?? 0) > 0)) {
      const after = session(run('fix', { finding, repair: 0 })).findings;
      const isSame = (each: Finding) =>
        each.code === finding.code && `${each.place.path}` === `${finding.place.path}`;
      expect(after.filter(isSame), finding.message).toEqual([]);
    }
  });

  it('is refused where the finding is gone, the way out does not exist, or it would settle nothing', () => {
    const { findings, run } = session(route);
    const unknown = only(findings, 'TS101');
    const elsewhere = { ...unknown, place: { ...unknown.place, path: ['spec'] } };
    expect(() => run('fix', { finding: elsewhere, repair: 0 })).toThrow('gone already');
    expect(() => run('fix', { finding: unknown, repair: 9 })).toThrow('no such way out');
  });
});

describe('fix-all', () => {
  it('settles every finding of a code in one step, the others stay', () => {
    const { findings, run } = session(route);
    const code = findings.find(({ message }) => message.includes('Prefx'))?.code ?? '';
    expect(findings.filter((each) => each.code === code)).toHaveLength(2);
    const text = run('fix-all', { code });
    expect(changedLines(route, text)).toEqual([
      '-         - path: {type: Prefx, value: /cart} # the cart',
      '-         - path: {type: Exct, value: /pay}',
      '+         - path: {type: PathPrefix, value: /cart} # the cart',
      '+         - path: {type: Exact, value: /pay}',
    ]);
    expect(session(text).findings.map((each) => each.code)).not.toContain(code);
  });

  it('takes items out of one list without losing count of the others', () => {
    const text = `apiVersion: v1
kind: Service
metadata: {name: cart}
spec:
  ports:
    - {name: a, port: 80}
    - {name: b, port: 81, prot: TCP}
    - {name: c, port: 82, prot: TCP}
`;
    const { findings, run } = session(text);
    const label = only(findings, 'TS101').repairs?.find(({ label: each }) =>
      each.startsWith('Remove'),
    )?.label;
    expect(label).toBeDefined();
    const after = run('fix-all', { code: 'TS101', ...(label === undefined ? {} : { label }) });
    expect(changedLines(text, after)).toEqual([
      '-     - {name: b, port: 81, prot: TCP}',
      '-     - {name: c, port: 82, prot: TCP}',
      '+     - {name: b, port: 81}',
      '+     - {name: c, port: 82}',
    ]);
  });

  it('is refused where nothing can be taken', () => {
    expect(() => session(route).run('fix-all', { code: 'TS999' })).toThrow('TS999');
  });
});

describe('suppress and unsuppress', () => {
  it('write the reason above the place, stop counting it, and take it back byte for byte', () => {
    const before = session(route);
    const finding = only(before.findings, 'TS101');
    const text = before.run('suppress', { finding, reason: 'our operator adds it' });
    expect(changedLines(route, text)).toEqual([
      '+       # traffic-studio: ignore TS101 our operator adds it',
    ]);
    const after = session(text);
    expect(after.findings.map(({ code }) => code)).not.toContain('TS101');
    const suppressed = only(after.suppressed, 'TS101');
    expect(suppressed.suppressed?.reason).toBe('our operator adds it');
    expect(after.run('unsuppress', { finding: suppressed })).toBe(route);
  });

  it('keep the line breaks of the file', () => {
    const windows = route.replaceAll('\n', '\r\n');
    const { findings, run } = session(windows);
    const text = run('suppress', { finding: only(findings, 'TS101'), reason: 'known' });
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('suppress a finding once only', () => {
    const first = session(route);
    const text = first.run('suppress', { finding: only(first.findings, 'TS101'), reason: 'known' });
    const { suppressed, run } = session(text);
    expect(() => run('suppress', { finding: only(suppressed, 'TS101'), reason: 'x' })).toThrow(
      'gone already',
    );
  });
});

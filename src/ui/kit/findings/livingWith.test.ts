import { describe, expect, it } from 'vitest';
import { applyFileChanges } from '../../../core/actions/applyChange.ts';
import { runAction } from '../../../core/actions/registry.ts';
import { Analyser } from '../../../core/analyse.ts';
import type { Finding } from '../../../core/analysis.ts';
import { requestToCountAgain, requestToLiveWith, type Scope, sayLivedWith, scopesOf } from './livingWith.ts';

const text = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: web}
spec:
  gatewayClassName: eg
  listeners:
    - {name: http, protocol: HTTP, port: 80}
`;

function findingsOf(yaml: string) {
  const analyser = new Analyser([{ path: 'edge.yaml', text: yaml }]);
  const { findings, suppressed } = analyser.analysis;
  const get = (code: string, all: readonly Finding[]) => all.find((each) => each.code === code);
  return {
    analyser,
    counted: (code: string) => get(code, findings),
    livedWith: (code: string) => get(code, suppressed),
  };
}

/** The text after a request, and what is found in it. */
function outcomeOf(analyser: Analyser, { name, args }: ReturnType<typeof requestToLiveWith>) {
  const result = runAction(name, analyser, args);
  if ('refused' in result) throw new Error(result.refused);
  const yaml = applyFileChanges(analyser.files, result.files).files.get('edge.yaml') ?? '';
  return { yaml, ...findingsOf(yaml) };
}

describe('living with a finding', () => {
  it('offers to switch off guardrails, and nothing else', () => {
    const { counted } = findingsOf(text);
    const [reference, guardrail] = [counted('TS012'), counted('TS202')];
    if (reference === undefined || guardrail === undefined) throw new Error('Nothing is found.');
    expect(scopesOf(reference)).toEqual(['here']);
    expect(scopesOf(guardrail)).toEqual(['here', 'everywhere']);
  });

  it.each([
    ['here', 'Suppressed: inside only', 'Count it again'],
    ['everywhere', 'Switched off in this workspace (edge.yaml): inside only', 'Switch TS202 on again'],
  ] as const)('%s is said, and undone byte for byte', (scope: Scope, says, label) => {
    const { analyser, counted } = findingsOf(text);
    const guardrail = counted('TS202');
    if (guardrail === undefined) throw new Error('Nothing is found.');
    const lived = outcomeOf(analyser, requestToLiveWith(guardrail, scope, 'inside only'));
    const finding = lived.livedWith('TS202');
    if (finding === undefined) throw new Error('Nobody lives with it.');
    expect(lived.counted('TS202')).toBeUndefined();
    expect(sayLivedWith(finding)).toBe(says);
    const { label: said, ...request } = requestToCountAgain(finding);
    expect(said).toBe(label);
    expect(outcomeOf(lived.analyser, request).yaml).toBe(text);
  });

  it('says nothing of what is counted', () => {
    const { counted } = findingsOf(text);
    const finding = counted('TS202');
    expect(finding === undefined ? '' : sayLivedWith(finding)).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { fuzzyScore, rankByScore, scoreFields } from './fuzzyScore.ts';

describe('fuzzyScore', () => {
  it('prefers the whole word, then its start, then a word inside, then the middle', () => {
    const scores = [
      fuzzyScore('gateway', 'Gateway'),
      fuzzyScore('gate', 'Gateway'),
      fuzzyScore('class', 'GatewayClass'),
      fuzzyScore('tewa', 'Gateway'),
    ];
    expect(scores).toEqual([...scores].sort((a, b) => (b ?? 0) - (a ?? 0)));
    expect(new Set(scores).size).toBe(4);
  });

  it('finds the capitals of a camel-case name', () => {
    expect(fuzzyScore('btp', 'BackendTrafficPolicy')).not.toBeNull();
    expect(fuzzyScore('hr', 'HTTPRoute')).not.toBeNull();
    expect(fuzzyScore('wg', 'web-gateway')).not.toBeNull();
  });

  it('allows letters left out, but not letters from all over', () => {
    expect(fuzzyScore('gtwy', 'Gateway')).not.toBeNull();
    expect(fuzzyScore('gwy', 'Gateway and a very long story')).not.toBeNull();
    expect(fuzzyScore('gsy', 'Gateway and a very long story')).toBeNull();
  });

  it('matches nothing with an empty query but scores it 0', () => {
    expect(fuzzyScore('  ', 'Service')).toBe(0);
  });
});

describe('scoreFields', () => {
  it('wants every word somewhere', () => {
    const fields = [
      { text: 'HTTPRoute', weight: 1 },
      { text: 'Routes requests by host and path', weight: 0.5 },
    ];
    expect(scoreFields('http path', fields)).not.toBeNull();
    expect(scoreFields('http certificate', fields)).toBeNull();
  });
});

describe('rankByScore', () => {
  it('puts the best first and keeps the order of equals', () => {
    const names = ['GatewayClass', 'Service', 'Gateway'];
    expect(rankByScore(names, 'gateway', (name) => [{ text: name, weight: 1 }])).toEqual([
      'Gateway',
      'GatewayClass',
    ]);
    expect(rankByScore(names, '', (name) => [{ text: name, weight: 1 }])).toBe(names);
  });
});

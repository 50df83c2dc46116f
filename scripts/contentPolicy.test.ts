import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { contentPolicyHeader, contentPolicyOf, withPolicyForDevelopment } from './contentPolicy.ts';

const page = await readFile(new URL('../index.html', import.meta.url), 'utf8');

/** The sources of one directive. */
function sources(policy: string, directive: string): readonly string[] | undefined {
  const found = policy.split(';').map((part) => part.trim().split(/\s+/));
  return found.find(([name]) => name === directive)?.slice(1);
}

describe('the content policy of index.html', () => {
  const policy = contentPolicyOf(page);

  it('allows nothing by default, and scripts and workers only from the own origin', () => {
    expect(sources(policy, 'default-src')).toEqual(["'none'"]);
    expect(sources(policy, 'script-src')).toEqual(["'self'"]);
    expect(sources(policy, 'worker-src')).toEqual(["'self'"]);
    expect(sources(policy, 'connect-src')).toEqual(["'self'"]);
    expect(policy).not.toContain('unsafe-eval');
  });

  it('forbids framing in the header, where it has effect', () => {
    expect(sources(contentPolicyHeader(page), 'frame-ancestors')).toEqual(["'none'"]);
  });

  it('is relaxed for the dev server in two directives only', () => {
    const relaxed = contentPolicyOf(withPolicyForDevelopment(page));
    expect(sources(relaxed, 'script-src')).toEqual(["'self'", "'unsafe-inline'"]);
    expect(sources(relaxed, 'connect-src')).toEqual(["'self'", 'ws:', 'wss:']);
    const same = (text: string) => text.split('; ').filter((part) => !/^(script|connect)-src/.test(part));
    expect(same(relaxed)).toEqual(same(policy));
  });

  it('is missed when it is missing', () => {
    expect(() => contentPolicyOf('<!doctype html>')).toThrow('Content-Security-Policy');
  });
});

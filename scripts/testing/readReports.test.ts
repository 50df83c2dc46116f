import { describe, expect, it } from 'vitest';
import { readPlaywrightReport, readVitestReport } from './readReports.ts';

describe('readVitestReport', () => {
  it('counts tests, and names those that failed with their message', () => {
    const json = JSON.stringify({
      testResults: [
        {
          name: '/repo/src/a.test.ts',
          status: 'failed',
          message: '',
          assertionResults: [
            { fullName: 'a adds', status: 'passed', failureMessages: [] },
            { fullName: 'a later', status: 'todo', failureMessages: [] },
            { fullName: 'a not here', status: 'skipped', failureMessages: [] },
            {
              fullName: 'a divides',
              status: 'failed',
              failureMessages: [
                '\u001b[31mexpected 1\u001b[39m\n    at x (/repo/node_modules/y.js:1:1)\n    at /repo/src/a.ts:2',
              ],
            },
          ],
        },
      ],
    });
    expect(readVitestReport(json, '/repo')).toEqual({
      passed: 1,
      failed: 1,
      skipped: 2,
      flaky: [],
      failures: [{ name: 'src/a.test.ts > a divides', message: 'expected 1\n    at /repo/src/a.ts:2' }],
    });
  });

  it('counts a file that could not be loaded as one failure', () => {
    const file = {
      name: '/repo/src/a.test.ts',
      status: 'failed',
      message: 'No such module',
      assertionResults: [],
    };
    const tally = readVitestReport(JSON.stringify({ testResults: [file] }), '/repo');
    expect(tally).toMatchObject({
      failed: 1,
      failures: [{ name: 'src/a.test.ts', message: 'No such module' }],
    });
  });

  it('cuts a long message and says so', () => {
    const message = Array.from({ length: 50 }, (_, i) => `line ${i}`).join('\n');
    const file = { name: 'a', status: 'failed', message, assertionResults: [] };
    const [failure] = readVitestReport(JSON.stringify({ testResults: [file] }), '/repo').failures;
    expect(failure?.message.split('\n')).toHaveLength(21);
    expect(failure?.message).toContain('30 more lines');
  });
});

describe('readPlaywrightReport', () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    file: 'build.spec.ts',
    tests: [{ status, results: [{ errors: message === undefined ? [] : [{ message }] }] }],
  });

  it('counts nested tests; flaky ones pass and are named', () => {
    const json = JSON.stringify({
      suites: [
        {
          title: 'build.spec.ts',
          specs: [spec('opens', 'expected'), spec('waits', 'flaky', 'too slow')],
          suites: [
            { title: 'by mouse', specs: [spec('drags', 'unexpected', 'no card'), spec('later', 'skipped')] },
          ],
        },
      ],
      errors: [],
    });
    expect(readPlaywrightReport(json)).toEqual({
      passed: 2,
      failed: 1,
      skipped: 1,
      flaky: ['build.spec.ts > waits'],
      failures: [{ name: 'build.spec.ts > by mouse > drags', message: 'no card' }],
    });
  });

  it('counts an error outside the tests', () => {
    const tally = readPlaywrightReport(JSON.stringify({ suites: [], errors: [{ message: 'No server' }] }));
    expect(tally).toMatchObject({ passed: 0, failed: 1, failures: [{ name: 'e2e', message: 'No server' }] });
  });
});

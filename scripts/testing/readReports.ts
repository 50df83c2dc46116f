import { withoutColours } from './runCommand.ts';

/** What a run of tests came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Names of tests that passed only when tried again; they count as passed. */
  readonly flaky: readonly string[];
  readonly failures: readonly Failure[];
}

export interface Failure {
  readonly name: string;
  readonly message: string;
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[] | null;
    }[];
  }[];
}

/** The tally of Vitest's JSON report. A file that could not be loaded counts as one failure. */
export function readVitestReport(json: string, root: string): Tally {
  const report = JSON.parse(json) as VitestReport;
  const count = { passed: 0, failed: 0, skipped: 0 };
  const failures: Failure[] = [];
  for (const file of report.testResults) {
    const name = file.name.startsWith(root) ? file.name.slice(root.length).replace(/^[/\\]/, '') : file.name;
    let hasFailure = false;
    for (const test of file.assertionResults) {
      if (test.status === 'passed') count.passed += 1;
      else if (test.status === 'failed') {
        hasFailure = true;
        count.failed += 1;
        failures.push({
          name: `${name} > ${test.fullName}`,
          message: (test.failureMessages ?? []).join('\n'),
        });
      } else count.skipped += 1;
    }
    if (file.status === 'failed' && !hasFailure) {
      count.failed += 1;
      failures.push({ name, message: file.message });
    }
  }
  return { ...count, flaky: [], failures: failures.map(tidy) };
}

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly {
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      readonly results: readonly { readonly errors?: readonly { readonly message?: string }[] }[];
    }[];
  }[];
}

interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  readonly errors: readonly { readonly message?: string }[];
}

/** The tally of Playwright's JSON report. An error outside any test counts as one failure. */
export function readPlaywrightReport(json: string): Tally {
  const report = JSON.parse(json) as PlaywrightReport;
  const count = { passed: 0, failed: 0, skipped: 0 };
  const flaky: string[] = [];
  const failures: Failure[] = [];
  const walk = (suite: PlaywrightSuite, titles: readonly string[]) => {
    for (const spec of suite.specs) {
      const name = [spec.file, ...titles, spec.title].join(' > ');
      for (const { status, results } of spec.tests) {
        if (status === 'skipped') count.skipped += 1;
        else if (status === 'unexpected') {
          count.failed += 1;
          const errors = results.at(-1)?.errors ?? [];
          failures.push({ name, message: errors.map((error) => error.message ?? '').join('\n') });
        } else {
          count.passed += 1;
          if (status === 'flaky') flaky.push(name);
        }
      }
    }
    for (const inner of suite.suites ?? []) walk(inner, [...titles, inner.title]);
  };
  // The outermost suites are the files, which every spec names already.
  for (const suite of report.suites) walk(suite, []);
  for (const error of report.errors) {
    count.failed += 1;
    failures.push({ name: 'e2e', message: error.message ?? 'an error without a message' });
  }
  return { ...count, flaky, failures: failures.map(tidy) };
}

const longestMessage = 20;

/** A message without colours and without the frames of the runners, short enough to read in a summary. */
function tidy({ name, message }: Failure): Failure {
  const lines = withoutColours(message)
    .split('\n')
    .filter((line) => !/^\s+at .*(node_modules|<anonymous>)/.test(line) && line.trim() !== '');
  const kept = lines.slice(0, longestMessage);
  if (lines.length > kept.length) kept.push(`... ${lines.length - kept.length} more lines`);
  return { name, message: kept.join('\n') };
}

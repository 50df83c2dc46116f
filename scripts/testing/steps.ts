import { mkdir, readFile, rm } from 'node:fs/promises';
import { findBrowser } from '../findBrowser.ts';
import { type Failure, readPlaywrightReport, readVitestReport, type Tally } from './readReports.ts';
import { type CommandResult, runCommand } from './runCommand.ts';

/** One step of `npm test`. */
export interface Step {
  readonly name: string;
  /** A step that must have gone well before, if it was run at all. */
  readonly needs?: string;
  /** True when it counts tests; the others only go well or fail. */
  readonly hasTests: boolean;
  /** `args` come from the command line, for steps that take them. */
  run(args: readonly string[]): Promise<Tally>;
}

const nothing: Tally = { passed: 0, failed: 0, skipped: 0, flaky: [], failures: [] };

function failed(failures: readonly Failure[]): Tally {
  return { ...nothing, failed: 1, failures };
}

/** A step without a count of tests: it fails as one, and shows the end of its log. */
function verdict(what: string, results: readonly CommandResult[]): Tally {
  const bad = results.filter((result) => !result.isOk);
  if (bad.length === 0) return nothing;
  return failed(bad.map(({ reason, tail }) => ({ name: `${what}: ${reason}`, message: tail.join('\n') })));
}

/** The tally of a report, made honest: no report, no tests, or a failure outside the tests is a failure. */
async function tallyOf(report: string, result: CommandResult, read: (json: string) => Tally): Promise<Tally> {
  const tail = result.tail.join('\n');
  const json = await readFile(report, 'utf8').catch(() => undefined);
  if (json === undefined) return failed([{ name: `No report was written; ${result.reason}`, message: tail }]);
  const tally = read(json);
  if (tally.failed === 0 && !result.isOk) {
    return { ...tally, failed: 1, failures: [{ name: result.reason, message: tail }] };
  }
  if (tally.passed + tally.failed === 0)
    return { ...tally, ...failed([{ name: 'No test was run', message: tail }]) };
  return tally;
}

async function freshReport(name: string): Promise<string> {
  await mkdir('test-results', { recursive: true });
  const file = `test-results/${name}.json`;
  await rm(file, { force: true });
  return file;
}

const types: Step = {
  name: 'types',
  hasTests: false,
  async run() {
    const results: CommandResult[] = [];
    for (const project of ['src/core', 'tsconfig.app.json', 'tsconfig.node.json']) {
      results.push(await runCommand('tsc', ['-p', project], { timeoutSeconds: 300 }));
    }
    return verdict('types', results);
  },
};

const lint: Step = {
  name: 'lint',
  hasTests: false,
  async run() {
    const args = ['check', '--colors=off', '--max-diagnostics=50', '--error-on-warnings', '.'];
    return verdict('lint', [await runCommand('biome', args, { timeoutSeconds: 300 })]);
  },
};

const unit: Step = {
  name: 'unit',
  hasTests: true,
  async run(args) {
    const report = await freshReport('unit');
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    const result = await runCommand('vitest', ['run', ...reporters, ...args], {
      isShown: true,
      timeoutSeconds: 1200,
    });
    return tallyOf(report, result, (json) => readVitestReport(json, process.cwd()));
  },
};

const build: Step = {
  name: 'build',
  hasTests: false,
  async run() {
    return verdict('build', [
      await runCommand('vite', ['build', '--logLevel=warn'], { timeoutSeconds: 600 }),
    ]);
  },
};

const e2e: Step = {
  name: 'e2e',
  needs: 'build',
  hasTests: true,
  async run(args) {
    const report = await freshReport('e2e');
    let browser: string;
    try {
      browser = (await findBrowser()).path;
    } catch (error) {
      return failed([{ name: 'No browser', message: (error as Error).message }]);
    }
    const result = await runCommand('playwright', ['test', '-c', 'e2e/playwright.config.ts', ...args], {
      env: { TRAFFIC_STUDIO_BROWSER: browser },
      isShown: true,
      timeoutSeconds: 2700,
    });
    return tallyOf(report, result, readPlaywrightReport);
  },
};

/** In the order in which they are run: what fails soonest and is cheapest first. */
export const steps: readonly Step[] = [types, lint, unit, build, e2e];

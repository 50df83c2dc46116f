/*
 * `npm test`: types, lint, unit tests, build, end-to-end tests, each with its result; at the end one line
 * `N passed, N failed` that counts tests. A step without tests that fails counts as one failure, so does a step of
 * tests that ran none. `--only unit` (also twice, or `unit,e2e`) chooses steps; what follows goes to the runner:
 * `npm test -- --only e2e journeys`.
 */
import { parseArgs } from 'node:util';
import type { Tally } from './testing/readReports.ts';
import { type Step, steps } from './testing/steps.ts';

interface Outcome {
  readonly step: Step;
  readonly tally: Tally;
  readonly seconds: number;
}

const { values, positionals } = parseArgs({
  options: { only: { type: 'string', multiple: true } },
  allowPositionals: true,
});

const outcomes: Outcome[] = [];
for (const step of chosenSteps(values.only ?? [])) {
  console.log(`\n> ${step.name}`);
  const started = performance.now();
  const tally = await runStep(step);
  outcomes.push({ step, tally, seconds: (performance.now() - started) / 1000 });
  console.log(`  ${resultOf(step, tally)} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  // What failed without tests has shown nothing of its log yet.
  if (!step.hasTests) printFailures({ step, tally, seconds: 0 });
}
printSummary();

function chosenSteps(only: readonly string[]): readonly Step[] {
  const names = only.flatMap((text) => text.split(',')).filter((name) => name !== '');
  const unknown = names.find((name) => !steps.some((step) => step.name === name));
  if (unknown !== undefined) {
    console.error(
      `There is no step "${unknown}". The steps are ${steps.map((step) => step.name).join(', ')}.`,
    );
    process.exit(2);
  }
  return names.length === 0 ? steps : steps.filter((step) => names.includes(step.name));
}

async function runStep(step: Step): Promise<Tally> {
  const none = { passed: 0, skipped: 0, flaky: [] };
  const needed = outcomes.find((outcome) => outcome.step.name === step.needs);
  if (needed !== undefined && needed.tally.failed > 0) {
    return { ...none, failed: 1, failures: [{ name: `Not run: ${step.needs} failed`, message: '' }] };
  }
  try {
    return await step.run(step.hasTests ? positionals : []);
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...none, failed: 1, failures: [{ name: 'The step itself failed', message }] };
  }
}

function resultOf(step: Step, { passed, failed, skipped, flaky }: Tally): string {
  if (!step.hasTests) return failed === 0 ? 'ok' : 'failed';
  const parts = [`${passed} passed`, `${failed} failed`];
  if (skipped > 0) parts.push(`${skipped} skipped`);
  if (flaky.length > 0) parts.push(`${flaky.length} flaky`);
  return parts.join(', ');
}

function printFailures({ step, tally }: Outcome): void {
  for (const { name, message } of tally.failures) {
    console.log(`\n  FAILED ${step.name}: ${name}`);
    if (message !== '') console.log(message.replace(/^/gm, '    '));
  }
  for (const name of tally.flaky) console.log(`\n  FLAKY ${step.name}: ${name}`);
}

function printSummary(): void {
  for (const outcome of outcomes) if (outcome.step.hasTests) printFailures(outcome);
  console.log();
  for (const { step, tally, seconds } of outcomes) {
    console.log(
      `${step.name.padEnd(6)} ${resultOf(step, tally).padEnd(40)} ${seconds.toFixed(1).padStart(6)} s`,
    );
  }
  const sum = (count: (tally: Tally) => number) =>
    outcomes.reduce((total, { tally }) => total + count(tally), 0);
  const [failed, skipped] = [sum((tally) => tally.failed), sum((tally) => tally.skipped)];
  process.exitCode = failed === 0 ? 0 : 1;
  console.log(
    `\n${sum((tally) => tally.passed)} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  );
}

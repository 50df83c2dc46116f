import { defineConfig } from '@playwright/test';
import { findBrowser } from '../scripts/findBrowser.ts';

/*
 * The journeys run against the built app, served as `npm start` serves it. TRAFFIC_STUDIO_URL names a running one
 * instead; TRAFFIC_STUDIO_BROWSER a browser. Both are set here for the worker processes, which read this file too.
 */
const isCi = process.env.CI !== undefined && process.env.CI !== '';
process.env.TRAFFIC_STUDIO_BROWSER ??= (await findBrowser()).path;
const needsSandboxOff = process.getuid?.() === 0;

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  forbidOnly: isCi,
  workers: 2,
  // A flake is a defect: one more try in CI only, and `npm test` reports it as flaky.
  retries: isCi ? 1 : 0,
  timeout: 60_000,
  globalTimeout: 40 * 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    baseURL: process.env.TRAFFIC_STUDIO_URL,
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    locale: 'en-GB',
    timezoneId: 'UTC',
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
    actionTimeout: 10_000,
    trace: isCi ? 'on-first-retry' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.TRAFFIC_STUDIO_BROWSER,
      args: [
        ...(needsSandboxOff ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-dev-shm-usage',
        '--disable-gpu',
        '--no-first-run',
      ],
    },
  },
  ...(process.env.TRAFFIC_STUDIO_URL === undefined
    ? {
        webServer: {
          command: 'node --import tsx scripts/serve.ts --port 0',
          cwd: '..',
          // The name of the group becomes TRAFFIC_STUDIO_URL in the environment of the workers.
          wait: { stdout: /Traffic Studio is at (?<traffic_studio_url>\S+)/ },
          gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 2000 },
          timeout: 30_000,
        },
      }
    : {}),
});

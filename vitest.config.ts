import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    globalSetup: 'scripts/testing/makeCatalogue.ts',
    include: ['{src,scripts,bench,e2e/support}/**/*.test.{ts,tsx}'],
    pool: 'threads',
    // Property tests run hundreds of cases on slow machines.
    testTimeout: 30_000,
    restoreMocks: true,
    // All cores: the tests are the only thing that runs.
    maxWorkers: '100%',
  },
});

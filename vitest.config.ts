import { defineConfig } from 'vitest/config';

/**
 * Three projects: everything that needs no browser, two files at a time; then the pages in a browser beside what machines do to us, which mostly waits.
 * The files of the first share their modules (loading them again for each of two hundred files costs as much as the tests): what a module holds
 * must not depend on who asked before. What is waited for may take as long as the machine needs: only what never comes fails.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'main',
          expect: { poll: { timeout: 60_000 } },
          experimental: { viteModuleRunner: false, nodeLoader: false },
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/faults/**'],
          globalSetup: ['test/clusters.ts'],
          isolate: false,
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 600_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'e2e',
          expect: { poll: { timeout: 60_000 } },
          experimental: { viteModuleRunner: false, nodeLoader: false },
          include: ['test/e2e/**/*.test.ts'],
          isolate: false,
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 600_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'faults',
          expect: { poll: { timeout: 60_000 } },
          experimental: { viteModuleRunner: false, nodeLoader: false },
          include: ['test/faults/**/*.test.ts'],
          maxWorkers: 2,
          testTimeout: 900_000,
          hookTimeout: 600_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

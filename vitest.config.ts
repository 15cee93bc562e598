import { totalmem } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Each embedded database takes close to a gigabyte, and a browser as much. */
const memoryOfOne = 4 * 2 ** 30

export default defineConfig({
  test: {
    include: ['{apps,packages,infra}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/.tsbuild/**'],
    globalSetup: ['apps/api/src/testing/global-setup.ts'],
    pool: 'forks',
    // More than there are processors on a small machine: half of the time a test waits for a browser or a database.
    maxWorkers: Math.max(1, Math.min(3, Math.floor(totalmem() / memoryOfOne))),
    testTimeout: 120_000,
    hookTimeout: 180_000,
    teardownTimeout: 30_000,
    // What arrives later may be late on a busy machine.
    expect: { poll: { timeout: 20_000 } },
  },
})

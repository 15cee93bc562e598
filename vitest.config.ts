import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{apps,packages,infra}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/.tsbuild/**'],
    globalSetup: ['apps/api/src/testing/global-setup.ts'],
    pool: 'forks',
    // Each embedded database takes close to a gigabyte.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    teardownTimeout: 30_000,
    // What arrives later may be late on a busy machine.
    expect: { poll: { timeout: 60_000 } },
  },
})

import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { PROPERTY_TIMEOUT_MS } from './lib/testing/property-runs'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['{lib,db,server,components,app,docs}/**/*.test.{ts,tsx}'],
    // The default leaves one core idle, which is half of a machine with two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Modules are loaded once a worker and not once a file. What a test replaces in them is put back before the next.
    isolate: false,
    restoreMocks: true,
    // For a machine that is busy with something else as well.
    testTimeout: 3 * PROPERTY_TIMEOUT_MS,
    hookTimeout: 120_000,
  },
})

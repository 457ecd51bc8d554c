import path from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: path.resolve(import.meta.dirname, '..'),
    include: ['tests/unit/**/*.test.ts', 'tests/vectors/**/*.test.ts'],
    pool: 'forks',
    // Key derivation with real parameters takes a second or two of one core.
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
})

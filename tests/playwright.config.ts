import path from 'node:path'
import { defineConfig } from '@playwright/test'

const ROOT = path.resolve(import.meta.dirname, '..')

export default defineConfig({
  testDir: path.join(ROOT, 'tests/e2e'),
  outputDir: path.join(ROOT, 'out/e2e'),
  // One app at a time: they share the clipboard and the display.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  // Keys are derived and pages printed for real: a busy machine takes its time.
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: path.join(ROOT, 'out/e2e.json') }]],
})

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, expect } from '@playwright/test'
import { type App, type LaunchOptions, launchApp } from './app.ts'
import { takePort } from './port.ts'
import { StartPage } from './start-page.ts'
import { writeVault } from './vault-file.ts'

type WorkerFixtures = {
  /** The bytes of a vault with one filing and its password, opened by PASSPHRASE. */
  preparedVault: Buffer
}

type Fixtures = {
  /** Starts the app; several in one test are fine. All are closed, and none may have complained. */
  launch: (options?: LaunchOptions) => Promise<App>
  /** The app on an empty data folder. */
  app: App
  /** A fresh copy of the prepared vault: its path. */
  vaultFile: string
  /** The app on that vault, unlocked. */
  openedApp: App
  /** Complaints that the test itself provokes. */
  expectedComplaints: RegExp[]
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  expectedComplaints: [[], { option: true }],
  launch: async ({ expectedComplaints }, use) => {
    const apps: App[] = []
    await use(async (options) => {
      const app = await launchApp(options)
      apps.push(app)
      return app
    })
    for (const app of apps) {
      const complaints = await app.complaints().catch(() => [])
      await app.close()
      const unexpected = complaints.filter(
        (complaint) => !expectedComplaints.some((expected) => expected.test(complaint)),
      )
      expect(unexpected, 'CSP violations, console errors, bugs').toEqual([])
    }
  },
  app: async ({ launch }, use) => {
    await use(await launch())
  },
  preparedVault: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function names
    async ({}, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'beian-prepared-'))
      const file = path.join(folder, 'prepared.beian')
      await writeVault(file)
      await use(readFileSync(file))
      rmSync(folder, { recursive: true })
    },
    { scope: 'worker' },
  ],
  vaultFile: async ({ preparedVault }, use, testInfo) => {
    const folder = testInfo.outputPath('vaults')
    mkdirSync(folder, { recursive: true })
    const file = path.join(folder, '蓝鲸.beian')
    writeFileSync(file, preparedVault)
    await use(file)
  },
  openedApp: async ({ launch, vaultFile }, use) => {
    const app = await launch({ args: [vaultFile] })
    await takePort(app.page())
    await new StartPage(app.page()).unlock()
    await use(app)
  },
})

export { expect }

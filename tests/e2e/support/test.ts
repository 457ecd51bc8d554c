import { test as base, expect } from '@playwright/test'
import { type App, type LaunchOptions, launchApp } from './app.ts'

type Fixtures = {
  /** Starts the app; several in one test are fine. All are closed, and none may have complained. */
  launch: (options?: LaunchOptions) => Promise<App>
  /** The app on an empty data folder. */
  app: App
  /** Complaints that the test itself provokes. */
  expectedComplaints: RegExp[]
}

export const test = base.extend<Fixtures>({
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
})

export { expect }

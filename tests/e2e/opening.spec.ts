import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { callOver, takePort } from './support/port.ts'
import { StartPage } from './support/start-page.ts'
import { expect, test } from './support/test.ts'
import { WorkspacePage } from './support/workspace-page.ts'

/** Where SQLite keeps `user_version`, the format: the last byte of a big-endian 32-bit number. */
const FORMAT_BYTE = 63

test('a wrong passphrase is said on the same screen, and the field is empty again', async ({
  launch,
  vaultFile,
}) => {
  const app = await launch({ args: [vaultFile] })
  const start = new StartPage(app.page())
  await start.tryPassphrase('江水缓流 七盏灯 wrong horse 41')
  await expect(start.alert).toContainText('主口令不对')
  await expect(start.passphrase).toHaveValue('')
  await start.unlock()
})

test('what is made ready while a passphrase is typed is neither seen nor reached before the unlock', async ({
  launch,
  vaultFile,
}) => {
  const app = await launch({ args: [vaultFile] })
  const page = app.page()
  const start = new StartPage(page)
  const workspace = new WorkspacePage(page)
  await start.passphrase.fill('江水')
  await page.locator('.workspace').waitFor({ state: 'attached' })

  await expect(workspace.navigation).toBeHidden()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  for (let press = 0; press < 20; press++) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('.workspace'))).toBeNull()
  }
  expect(await page.evaluate(() => document.documentElement.dataset['ready'])).toBe('unlock')

  await start.unlock()
  await expect(workspace.navigation).toBeVisible()
})

test.describe('a file that cannot be opened is told in its own words', () => {
  const damages: Record<string, { damage: (bytes: Buffer) => Buffer; words: string }> = {
    'one that is no vault': {
      damage: () => Buffer.from('公司名称,备案号\n示例,京ICP备12345678号\n'.repeat(1000)),
      words: '不是备案匣的保险库',
    },
    'one of a newer version': {
      damage: (bytes) => {
        const newer = Buffer.from(bytes)
        newer[FORMAT_BYTE] = 2
        return newer
      },
      words: '更新版本的备案匣',
    },
    'one that was cut short': {
      damage: (bytes) => bytes.subarray(0, bytes.length - 8192),
      words: '已损坏',
    },
  }
  for (const [what, { damage, words }] of Object.entries(damages)) {
    test(what, async ({ app, preparedVault }) => {
      const file = path.join(app.folder, '受损.beian')
      const content = damage(preparedVault)
      writeFileSync(file, content)
      await app.answerDialogs(file)
      const page = app.page()
      await page.getByRole('button', { name: '打开保险库' }).click()
      const start = new StartPage(page)
      await expect(start.alert.or(start.passphrase)).toBeVisible()
      // Some damage shows only when all of the file is read.
      if (await start.passphrase.isVisible()) await start.tryPassphrase('任意主口令 任意 任意')
      await expect(start.alert).toContainText(words)
      expect(readFileSync(file).equals(content)).toBe(true)
    })
  }

  test('one that is open elsewhere, with who and where', async ({
    openedApp,
    launch,
    vaultFile,
  }) => {
    await openedApp.page().locator('html[data-ready]').waitFor({ state: 'attached' })
    const second = await launch({ args: [vaultFile] })
    const start = new StartPage(second.page())
    await expect(start.alert.or(start.passphrase)).toBeVisible()
    if (await start.passphrase.isVisible()) await start.tryPassphrase('任意主口令 任意 任意')
    await expect(start.alert).toContainText('打开')
    await expect(start.alert).toContainText('请先在那里锁定或退出')
  })

  test('one that is gone since last time', async ({ launch, vaultFile }) => {
    const app = await launch({ args: [vaultFile] })
    rmSync(vaultFile)
    const start = new StartPage(app.page())
    await start.tryPassphrase('任意主口令 任意 任意')
    await expect(start.alert).toBeVisible()
  })
})

// Under /proc nothing can be written even by root.
if (process.platform === 'linux') {
  test('a folder that cannot be written says so and leaves nothing behind', async ({ app }) => {
    await app.answerDialogs('/proc/备案保险库.beian')
    await takePort(app.page())
    await callOver(app.page(), 'vault.choose', { purpose: 'create' })
    expect(
      await callOver(app.page(), 'vault.create', {
        passphrase: '江水缓流 七盏灯 correct horse 41',
        custodianName: '林晓',
      }),
    ).toMatchObject({
      ok: false,
      error: { code: expect.stringMatching(/^(folder-not-writable|file-not-found)$/) },
    })
  })
}

test('settings survive a restart, and a damaged settings file is put aside', async ({ launch }) => {
  const first = await launch()
  await takePort(first.page())
  const preferences = {
    language: 'en',
    theme: 'dark',
    idleLockMinutes: 10,
    clipboardClearSeconds: 20,
    isContentProtected: true,
    isNotificationOn: false,
  }
  await callOver(first.page(), 'preferences.save', preferences)
  const dataFolder = path.join(test.info().outputPath(), 'data')
  mkdirSync(dataFolder, { recursive: true })
  const saved = readFileSync(path.join(first.dataFolder, 'preferences.json'))
  writeFileSync(path.join(dataFolder, 'preferences.json'), saved)

  const second = await launch({ dataFolder })
  await takePort(second.page())
  expect(await callOver(second.page(), 'app.status')).toMatchObject({ value: { preferences } })
  await second.electron.close()

  writeFileSync(path.join(dataFolder, 'preferences.json'), '{"language": "xx"')
  const third = await launch({ dataFolder })
  await takePort(third.page())
  expect(await callOver(third.page(), 'app.status')).toMatchObject({
    value: { preferences: { language: 'zh-CN', theme: 'system' } },
  })
})

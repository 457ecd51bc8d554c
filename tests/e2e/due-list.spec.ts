import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { RecordChange } from '../../electron/vault/vault.ts'
import type { VaultStatus } from '../../shared/views.ts'
import type { App, LaunchOptions } from './support/app.ts'
import { countInMemory, encodings } from './support/memory.ts'
import { callOver, takePort } from './support/port.ts'
import { PASSPHRASE, StartPage } from './support/start-page.ts'
import { expect, test } from './support/test.ts'
import { CANARY, IDS, rootKeysOf, SERVICE_NAME, writeVault } from './support/vault-file.ts'
import { WorkspacePage } from './support/workspace-page.ts'

const LABEL = '登录后不输口令也能看到到期事项'
/** The line of the one password that is overdue. */
const OVERDUE = new RegExp(`^${SERVICE_NAME} · .*备案密码 — 逾期 \\d+ 天$`, 'm')
/** What the ledger holds and nothing is due of. */
const QUIET_NAME = 'quiet-cAnArY-58213.example'
const QUIET_DOMAIN: RecordChange = {
  type: 'put',
  id: '20000000000000000000000000000009',
  overview: {
    kind: 'domain',
    data: { name: QUIET_NAME, serviceId: IDS.service },
    createdAt: Date.UTC(2026, 0, 5),
    updatedAt: Date.UTC(2026, 0, 5),
  },
}
/** A look forks a process, and what needs no fork is seen to every five seconds. */
const A_LOOK = { timeout: 20_000 }
const DAY_MS = 24 * 3_600_000

// Only a Linux can be without a keychain; the set-up of the tests brings it a keyring.
if (process.platform === 'linux') {
  test('without a real keychain it cannot be switched on, and says why', async ({
    openedApp: app,
  }) => {
    const page = app.page()
    await new WorkspacePage(page).go('设置')
    await expect(page.getByRole('switch', { name: LABEL })).toBeDisabled()
    await expect(page.getByText(/没有可靠的系统钥匙串/)).toBeVisible()
    const reply = await callOver(page, 'dueList.switchOn', { passphrase: PASSPHRASE, days: 90 })
    expect(reply).toMatchObject({ ok: false, error: { code: 'keychain-missing' } })
    expect(existsSync(path.join(app.dataFolder, 'due-list'))).toBe(false)
  })

  test.describe('with a keyring and a tray', () => {
    test('the tray shows what is due after a hidden start, without the passphrase and without secrets', async ({
      launch,
    }, testInfo) => {
      test.slow()
      const desktop = desktopIn(testInfo.outputPath('desktop'))
      const vaultFile = testInfo.outputPath('蓝鲸.beian')
      await writeVault(vaultFile, [QUIET_DOMAIN])
      await test.step('switched on with the passphrase', async () => {
        const app = await launch({ ...desktop, args: [...desktop.args, vaultFile] })
        await new StartPage(app.page()).unlock()
        await switchOn(app, 'wrong', PASSPHRASE)
        expect(desktop.kept()).toHaveLength(1)
        expect(desktop.autostart()).toMatch(/^Exec=.*"--hidden"$/m)
        await app.electron.close()
      })

      const app = await launch({ ...desktop, args: [...desktop.args, '--hidden'] })
      await test.step('hidden, with what is due in the tray', async () => {
        await watchTray(app)
        await expect.poll(() => trayText(app), A_LOOK).toMatch(OVERDUE)
        expect(await trayText(app)).toMatch(/^\d 项须立即处理/)
        expect(await isWindowVisible(app)).toBe(false)
      })
      await test.step('of the ledger only the few lines are in memory, and no key', async () => {
        // Of a copy: the file itself must stay free for the app.
        const copy = testInfo.outputPath('copy.beian')
        copyFileSync(vaultFile, copy)
        const { ledger, secret } = await rootKeysOf(copy)
        if (secret === undefined) throw new Error('a passphrase opens the secret root too')
        const needles = {
          ...encodings('domain', QUIET_NAME),
          ...encodings('password', CANARY),
          'ledger root': ledger,
          'secret root': secret,
        }
        const found = countInMemory(await app.processIds(), {
          ...needles,
          ...encodings('line', SERVICE_NAME),
        })
        // The search itself is sound: the line that is shown is found.
        expect((found['line, UTF-8'] ?? 0) + (found['line, UTF-16'] ?? 0)).toBeGreaterThan(0)
        expect(found).toMatchObject(
          Object.fromEntries(Object.keys(needles).map((name) => [name, 0])),
        )
      })
      await test.step('the file is free, and nothing of it is open', async () => {
        expect(existsSync(`${vaultFile}.lock`)).toBe(false)
        await takePort(app.page())
        expect(await callOver(app.page(), 'app.status')).toMatchObject({
          value: { state: 'locked' },
        })
        const reply = await callOver(app.page(), 'credentials.reveal', { id: IDS.credential })
        expect(reply).toMatchObject({ ok: false, error: { code: 'vault-locked' } })
      })
      await test.step('opened from the tray and unlocked; the trail tells of one look', async () => {
        expect(desktop.keptKey()).toHaveProperty('looks.dayCount', 1)
        await pressTray(app, '打开备案匣')
        await expect.poll(() => isWindowVisible(app)).toBe(true)
        // A look begins just now: it gives way.
        await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'))
        await new StartPage(app.page()).unlock()
        const looks = async () =>
          actionsOf(await callOver(app.page(), 'audit.list', { limit: 50 })).filter(
            (action) => action === 'due-list.read',
          )
        await expect.poll(looks).toHaveLength(1)
      })
      await test.step('a closed window locks and stays in the tray', async () => {
        await app.lockBy(() => closeWindow(app))
        await expect.poll(() => isWindowVisible(app)).toBe(false)
        await takePort(app.page())
        expect(await statusOf(app)).toMatchObject({ state: 'locked', lockedBy: 'person' })
        // Said once: the next time the window just closes.
        expect(desktop.keptKey()).toMatchObject({ isTrayTold: true })
      })
      await test.step('nothing in the data folder tells a key or a secret', async () => {
        const { sealedKey } = desktop.keptKey()
        const key = await app.electron.evaluate(
          ({ safeStorage }, sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
          sealedKey,
        )
        expect(Buffer.from(key, 'base64')).toHaveLength(32)
        for (const one of filesIn(desktop.dataFolder)) {
          const bytes = readFileSync(one)
          expect(bytes.includes(key) || bytes.includes(Buffer.from(key, 'base64'))).toBe(false)
          expect(bytes.includes(CANARY)).toBe(false)
        }
      })
    })

    test('on a desktop without a tray it says so, and closing quits as ever', async ({
      launch,
      vaultFile,
    }, testInfo) => {
      const desktop = { ...desktopIn(testInfo.outputPath('desktop')), hasTray: false }
      const app = await launch({ ...desktop, args: [...desktop.args, vaultFile] })
      await new StartPage(app.page()).unlock()
      await switchOn(app, PASSPHRASE)
      await expect(app.page().getByText(/^这个桌面没有托盘区/)).toBeVisible()
      const exited = new Promise((resolve) => app.electron.process().once('exit', resolve))
      await closeWindow(app)
      expect(await exited).toBe(0)
    })

    test('the way in of a machine that was lost is removed from 打开方式', async ({
      launch,
      vaultFile,
    }, testInfo) => {
      const lost = desktopIn(testInfo.outputPath('lost'))
      const first = await launch({ ...lost, args: [...lost.args, vaultFile] })
      await new StartPage(first.page()).unlock()
      await switchOn(first, PASSPHRASE)
      await first.electron.close()

      const app = await launch({ args: [vaultFile] })
      const page = app.page()
      await new StartPage(page).unlock()
      await new WorkspacePage(page).go('设置')
      const ways = page.getByRole('region', { name: '打开方式' })
      await ways.getByRole('button', { name: '移除' }).click()
      await expect(ways.getByText('系统钥匙串')).toBeHidden()
      await app.electron.close()

      const again = await launch({ ...lost, args: [...lost.args, '--hidden'] })
      await watchTray(again)
      await expect.poll(() => trayText(again), A_LOOK).toContain('保险库已不认这台电脑的钥匙')
    })

    test('switched off, key, way in and start at login are gone', async ({
      launch,
      vaultFile,
    }, testInfo) => {
      const desktop = desktopIn(testInfo.outputPath('desktop'))
      const app = await launch({ ...desktop, args: [...desktop.args, vaultFile] })
      await takePort(app.page())
      await new StartPage(app.page()).unlock()
      await switchOn(app, PASSPHRASE)
      expect(await slotKinds(app)).toContain('os-keychain')

      await app.page().getByRole('switch', { name: LABEL }).click()
      await expect(app.page().getByText(/^已关闭：/)).toBeVisible()
      expect(await slotKinds(app)).not.toContain('os-keychain')
      expect(desktop.kept()).toEqual([])
      expect(desktop.autostart()).toBeUndefined()
    })

    test('after its time the tray says so, and the key is gone', async ({
      launch,
      vaultFile,
    }, testInfo) => {
      const desktop = desktopIn(testInfo.outputPath('desktop'))
      const first = await launch({ ...desktop, args: [...desktop.args, vaultFile] })
      await new StartPage(first.page()).unlock()
      await switchOn(first, PASSPHRASE)
      await first.electron.close()

      const app = await launch({ ...desktop, args: [...desktop.args, '--hidden'] })
      await watchTray(app)
      await expect.poll(() => trayText(app), A_LOOK).toMatch(OVERDUE)
      await app.electron.evaluate((_electron, later) => {
        const now = Date.now
        Date.now = () => now() + later
      }, 91 * DAY_MS)
      await expect
        .poll(() => trayText(app), A_LOOK)
        .toContain('到期查看的期限已过，解锁后可在设置里延长')
      expect(desktop.keptKey()).not.toHaveProperty('sealedKey')
    })

    test('a key of another keychain, and a vault that is gone, are said quietly', async ({
      launch,
      vaultFile,
    }, testInfo) => {
      const desktop = desktopIn(testInfo.outputPath('desktop'))
      const first = await launch({ ...desktop, args: [...desktop.args, vaultFile] })
      await new StartPage(first.page()).unlock()
      await switchOn(first, PASSPHRASE)
      await first.electron.close()
      const [file = ''] = desktop.kept()
      const kept = desktop.keptKey()

      await test.step('the vault was moved', async () => {
        writeFileSync(file, JSON.stringify({ ...kept, path: `${vaultFile}.away` }))
        const app = await launch({ ...desktop, args: [...desktop.args, '--hidden'] })
        await watchTray(app)
        await expect.poll(() => trayText(app), A_LOOK).toContain('保险库文件不在原来的位置')
        await app.electron.close()
      })
      await test.step('the keychain does not know the key', async () => {
        const sealedKey = Buffer.alloc(64, 7).toString('base64')
        writeFileSync(file, JSON.stringify({ ...kept, sealedKey }))
        const app = await launch({ ...desktop, args: [...desktop.args, '--hidden'] })
        await watchTray(app)
        await expect
          .poll(() => trayText(app), A_LOOK)
          .toContain('系统钥匙串没有打开，暂时看不到到期事项')
      })
    })
  })
}

/** A desktop session that is there again at the next start: its keyring, settings and the app's data. */
function desktopIn(folder: string) {
  const configFolder = path.join(folder, 'config')
  const dataFolder = path.join(folder, 'data')
  const options = {
    hasKeyring: true,
    hasTray: true,
    args: ['--password-store=gnome-libsecret'],
    configFolder,
    dataFolder,
  } satisfies LaunchOptions
  const autostartFile = path.join(configFolder, 'autostart/beian-vault.desktop')
  const kept = () =>
    existsSync(path.join(dataFolder, 'due-list')) ? filesIn(path.join(dataFolder, 'due-list')) : []
  return {
    ...options,
    /** The files that hold keys. */
    kept,
    /** What the one file says. */
    keptKey: (): { sealedKey: string } => JSON.parse(readFileSync(kept()[0] ?? '', 'utf8')),
    autostart: () => (existsSync(autostartFile) ? readFileSync(autostartFile, 'utf8') : undefined),
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

/** Switches it on in 设置; passphrases before the last one are refused. */
async function switchOn(app: App, ...passphrases: string[]): Promise<void> {
  const page = app.page()
  const workspace = new WorkspacePage(page)
  await workspace.go('设置')
  await page.getByRole('switch', { name: LABEL }).click()
  const dialog = workspace.dialog(LABEL)
  for (const passphrase of passphrases) {
    await dialog.getByLabel('主口令', { exact: true }).fill(passphrase)
    await dialog.getByRole('button', { name: '开启' }).click()
    if (passphrase !== passphrases.at(-1)) {
      await expect(dialog.getByRole('alert')).toContainText('主口令不对', { timeout: 20_000 })
    }
  }
  await expect(dialog).toBeHidden({ timeout: 20_000 })
  await expect(page.getByText(/^已开启，到/)).toBeVisible()
}

type TrayMenu = { items: { label: string; click(): void }[] }
type WithTray = typeof globalThis & { trayMenu?: TrayMenu }

/** Keeps the menu that the app gives its icon from now on, and makes it look anew. */
async function watchTray(app: App): Promise<void> {
  await app.electron.evaluate(({ Tray, powerMonitor }) => {
    const setContextMenu = Tray.prototype.setContextMenu
    Tray.prototype.setContextMenu = function (menu) {
      // As: what Electron keeps of a menu.
      ;(globalThis as WithTray).trayMenu = menu as unknown as TrayMenu
      setContextMenu.call(this, menu)
    }
    powerMonitor.emit('resume')
  })
}

/** The lines of the menu. */
function trayText(app: App): Promise<string> {
  return app.electron.evaluate(
    () => (globalThis as WithTray).trayMenu?.items.map(({ label }) => label).join('\n') ?? '',
  )
}

function pressTray(app: App, label: string): Promise<void> {
  return app.electron.evaluate((_electron, wanted) => {
    ;(globalThis as WithTray).trayMenu?.items.find((item) => item.label === wanted)?.click()
  }, label)
}

function isWindowVisible(app: App): Promise<boolean | undefined> {
  return app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
}

function closeWindow(app: App): Promise<void> {
  return app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
}

async function answerOf(app: App, name: string): Promise<unknown> {
  const reply = await callOver(app.page(), name)
  if (!('ok' in reply) || !reply.ok) throw new Error(`${name} was refused`)
  return reply.value
}

async function statusOf(app: App): Promise<VaultStatus> {
  // As: the output of `app.status`, by the contract.
  return (await answerOf(app, 'app.status')) as VaultStatus
}

async function slotKinds(app: App): Promise<string[]> {
  // As: the output of `vault.slots`, by the contract.
  return ((await answerOf(app, 'vault.slots')) as { kind: string }[]).map(({ kind }) => kind)
}

function actionsOf(reply: unknown): string[] {
  // As: the output of `audit.list`, by the contract.
  return (reply as { value: { action: string }[] }).value.map(({ action }) => action)
}

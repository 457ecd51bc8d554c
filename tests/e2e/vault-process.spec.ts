import { callOver, takePort } from './support/port.ts'
import { PASSPHRASE, StartPage } from './support/start-page.ts'
import { expect, test } from './support/test.ts'

test.describe('a vault process that dies', () => {
  test('is noticed and said, and the vault reopens with nothing lost', async ({
    openedApp: app,
  }) => {
    const killed = await app.vaultProcessId()
    const page = await app.lockBy(() => Promise.resolve(process.kill(killed, 'SIGKILL')))

    const start = new StartPage(page)
    await start.isShown()
    await takePort(page)
    expect(await callOver(page, 'app.status')).toMatchObject({
      ok: true,
      value: { state: 'locked', lockedBy: 'vault-process-ended' },
    })
    await expect(page.getByRole('status').filter({ hasText: '意外' })).toBeVisible()

    await start.unlock()
    expect(await callOver(page, 'ledger.rows', { from: 0, count: 10 })).toMatchObject({
      ok: true,
      value: { total: 1 },
    })
    expect(await callOver(page, 'audit.verify')).toMatchObject({
      ok: true,
      value: { isIntact: true },
    })
  })

  test('while the key is derived leaves the vault as it was', async ({ launch, vaultFile }) => {
    const app = await launch({ args: [vaultFile] })
    const killed = await app.vaultProcessId()

    const page = await app.lockBy(async () => {
      await new StartPage(app.page()).tryPassphrase(PASSPHRASE)
      process.kill(killed, 'SIGKILL')
    })

    const start = new StartPage(page)
    await start.isShown()
    await start.unlock()
  })

  test('in the midst of saves loses none that was answered', async ({ openedApp: app }) => {
    const killed = await app.vaultProcessId()
    let answered = 0
    const page = await app.lockBy(async () => {
      await app.page().evaluate((kind) => {
        const port = (window as { beianPort?: MessagePort }).beianPort
        const saved = { count: 0 }
        Object.assign(window, { saved })
        port?.addEventListener('message', ({ data }) => {
          if (data.call >= 2_000_000 && data.ok) saved.count += 1
        })
        for (let index = 0; index < 400; index += 1) {
          const data = { name: `接入商 ${index}`, roles: ['access'] }
          const input = { kind, data }
          port?.postMessage({ call: 2_000_000 + index, name: 'records.save', input })
        }
      }, 'provider')
      await app
        .page()
        .waitForFunction(() => (window as unknown as { saved: { count: number } }).saved.count > 20)
      answered = await app
        .page()
        .evaluate(() => (window as unknown as { saved: { count: number } }).saved.count)
      process.kill(killed, 'SIGKILL')
    })

    await new StartPage(page).unlock()
    await takePort(page)
    const kept = await callOver(page, 'records.list', { kind: 'provider' })
    expect(kept).toMatchObject({ ok: true })
    // `as`: what the contract says of this call.
    const records = (kept.ok ? kept.value : []) as unknown[]
    expect(records.length).toBeGreaterThanOrEqual(answered)
    expect(records.length).toBeLessThanOrEqual(400)
    expect(await callOver(page, 'audit.verify')).toMatchObject({ value: { isIntact: true } })
  })

  test('before any vault is chosen is simply started again', async ({ app }) => {
    const killed = await app.vaultProcessId()
    const page = await app.lockBy(() => Promise.resolve(process.kill(killed, 'SIGKILL')))
    await expect(page.getByRole('button', { name: '新建保险库' })).toBeVisible()
    expect(await app.vaultProcessId()).not.toBe(killed)
  })
})

test('a page that dies is loaded anew, with the vault locked', async ({ openedApp: app }) => {
  const killed = await app.rendererProcessId()
  const page = await app.lockBy(() => Promise.resolve(process.kill(killed, 'SIGKILL')))

  await new StartPage(page).isShown()
})

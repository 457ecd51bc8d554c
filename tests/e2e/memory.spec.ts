import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { demoPdf } from '../../electron/demo/demo-pdf.ts'
import { countInMemory, encodings } from './support/memory.ts'
import { PapersPage } from './support/papers-page.ts'
import { takePort } from './support/port.ts'
import { PASSPHRASE, StartPage } from './support/start-page.ts'
import { expect, test } from './support/test.ts'
import { CANARY, IDS, rootKeysOf } from './support/vault-file.ts'

// They read /proc.
if (process.platform === 'linux') {
  test('after a lock no process holds passphrase, root keys or a revealed password', async ({
    launch,
    vaultFile,
  }) => {
    test.slow()
    const app = await launch({ args: [vaultFile] })
    await takePort(app.page())
    await typeUnseen(app.page(), PASSPHRASE)
    await new StartPage(app.page()).unlockButton.click()
    await new StartPage(app.page()).isGone()
    expect(await revealUnseen(app.page(), CANARY)).toBe(true)

    const secrets = { ...encodings('passphrase', PASSPHRASE), ...encodings('password', CANARY) }
    // The search itself is sound: while the vault is open, the password is found.
    const before = countInMemory(await app.processIds(), secrets)
    expect(before['password, UTF-8']).toBeGreaterThan(0)

    await app.lockBy(() =>
      app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend')),
    )

    const { ledger, secret } = await rootKeysOf(vaultFile)
    if (secret === undefined) throw new Error('a passphrase opens the secret root too')
    const needles = { ...secrets, 'ledger root': ledger, 'secret root': secret }
    const after = countInMemory(await app.processIds(), needles)
    expect(after).toEqual(Object.fromEntries(Object.keys(needles).map((name) => [name, 0])))
  })

  test('after a lock no process holds a paper that was looked at', async ({
    launch,
    vaultFile,
  }) => {
    test.slow()
    const app = await launch({ args: [vaultFile] })
    await new StartPage(app.page()).unlock()
    const canary = 'P4per-cAnArY-58213-of-a-licence'
    // One text that pdf.js reads and draws, and one that is only kept in the file.
    const sheet = demoPdf({ lines: [{ text: canary, x: 60, y: 700, size: 18 }] })
    const remark = Buffer.from(`\n% ${canary}\n`)
    const file = path.join(app.folder, '执照.pdf')
    writeFileSync(file, Buffer.concat([sheet, remark]))
    const papers = new PapersPage(app)
    await papers.open()
    const form = await papers.beginWith(file)
    await form.save('保存')
    await papers.openPaper('执照')
    await papers.view('执照', '执照.pdf')

    const needles = encodings('paper', canary)
    const before = countInMemory(await app.processIds(), needles)
    expect(before['paper, UTF-8']).toBeGreaterThan(0)
    await app.lockBy(() =>
      app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend')),
    )
    const after = countInMemory(await app.processIds(), needles)
    expect(after).toEqual({ 'paper, UTF-8': 0, 'paper, UTF-16': 0 })
  })
}

/** Types the passphrase without its text passing through the debugger, whose messages stay in main's memory. */
async function typeUnseen(page: Page, passphrase: string): Promise<void> {
  await new StartPage(page).passphrase.evaluate((input: HTMLInputElement, encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    setter?.call(input, new TextDecoder().decode(bytes))
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }, Buffer.from(passphrase).toString('base64'))
}

/** Has the page reveal the password and keep it, and tells only whether it is the expected one. */
function revealUnseen(page: Page, expected: string): Promise<boolean> {
  return page.evaluate(
    ([id, encoded]) =>
      new Promise<boolean>((resolve) => {
        const port = (window as { beianPort?: MessagePort }).beianPort
        port?.addEventListener('message', ({ data }) => {
          if (data.call !== 900_001) return
          Object.assign(window, { revealed: data.value })
          resolve(data.ok && data.value.value === atob(encoded))
        })
        port?.postMessage({ call: 900_001, name: 'credentials.reveal', input: { id } })
      }),
    [IDS.credential, Buffer.from(expected).toString('base64')] as const,
  )
}

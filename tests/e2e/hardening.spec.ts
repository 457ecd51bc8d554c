import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ElectronApplication } from '@playwright/test'
import { type App, commandLine, electronPath } from './support/app.ts'
import { callOver, takePort } from './support/port.ts'
import { expect, test } from './support/test.ts'

test.describe('the window', () => {
  test('is sandboxed, isolated and without Node', async ({ app }) => {
    const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      // Not in the types: it tells what the window was really made with.
      return (
        contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    })
    expect(preferences['nodeIntegrationInWorker'] ?? false).toBe(false)
    // Left out where it is off.
    expect(preferences['spellcheck'] ?? false).toBe(false)
    expect(preferences['webviewTag'] ?? false).toBe(false)
    expect(preferences['allowRunningInsecureContent'] ?? false).toBe(false)
  })

  test('gives the page nothing of Node or Electron', async ({ app }) => {
    const found = await app
      .page()
      .evaluate(() =>
        ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
          (name) => name in window,
        ),
      )
    expect(found).toEqual([])
  })

  test('stays on its page', async ({ app }) => {
    for (const address of ['https://example.com/', 'app://vault/other.html', 'app://elsewhere/']) {
      const outcome = await app.electron.evaluate(async ({ BrowserWindow }, url) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        if (contents === undefined) throw new Error('no window')
        const asked = new Promise<boolean>((resolve) => {
          // Registered after the app's own listener, so it sees what that one decided.
          contents.once('will-frame-navigate', (event) => resolve(event.defaultPrevented))
        })
        // Not awaited: it resolves only when the page goes nowhere any more.
        void contents.executeJavaScript(`window.location.href = ${JSON.stringify(url)}`)
        return { isRefused: await asked, url: contents.getURL() }
      }, address)
      expect(outcome, address).toEqual({ isRefused: true, url: 'app://vault/index.html' })
    }
  })

  test('opens no other window', async ({ app }) => {
    const isRefused = await app.page().evaluate(() => window.open('https://example.com/') === null)
    expect(isRefused).toBe(true)
    const count = await app.electron.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
    )
    expect(count).toBe(1)
  })

  test('gets no permission', async ({ app }) => {
    const page = app.page()
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read']
      return Promise.all(
        names.map(async (name) => {
          // `as`: some of these names are Chromium's own.
          const status = await navigator.permissions.query({ name: name as PermissionName })
          return status.state
        }),
      )
    })
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'denied'])
    const isMediaRefused = await page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => false,
        () => true,
      ),
    )
    expect(isMediaRefused).toBe(true)
    const isClipboardRefused = await page.evaluate(() =>
      navigator.clipboard.readText().then(
        () => false,
        () => true,
      ),
    )
    expect(isClipboardRefused).toBe(true)
  })

  test('is kept out of screen shots, unless the person wants otherwise', async ({ app }) => {
    await takePort(app.page())
    await app.electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      if (window === undefined) throw new Error('no window')
      window.setContentProtection = (isOn) => {
        Object.assign(globalThis, { contentProtection: isOn })
      }
    })
    for (const isContentProtected of [false, true]) {
      await callOver(app.page(), 'preferences.save', {
        language: 'zh-CN',
        theme: 'system',
        idleLockMinutes: 5,
        clipboardClearSeconds: 30,
        isContentProtected,
        isNotificationOn: true,
      })
      const isOn = await app.electron.evaluate(
        () => (globalThis as { contentProtection?: boolean }).contentProtection,
      )
      expect(isOn).toBe(isContentProtected)
    }
  })
})

test.describe('app://vault', () => {
  const fetchInMain = (electron: ElectronApplication, url: string, method = 'GET') =>
    electron.evaluate(
      async ({ session }, [address, verb]) => {
        const response = await session.defaultSession.fetch(address, { method: verb })
        return {
          status: response.status,
          csp: response.headers.get('content-security-policy') ?? '',
          text: await response.text(),
        }
      },
      [url, method] as const,
    )

  test('serves the page under a strict policy with a nonce of its own each time', async ({
    app,
  }) => {
    const first = await fetchInMain(app.electron, 'app://vault/index.html')
    const second = await fetchInMain(app.electron, 'app://vault/index.html')
    const directives = new Map(
      first.csp.split('; ').map((directive) => {
        const [name = '', ...sources] = directive.split(' ')
        return [name, sources.join(' ')]
      }),
    )
    expect(directives.get('default-src')).toBe("'none'")
    expect(directives.get('script-src')).toBe("'self'")
    expect(directives.get('connect-src')).toBe("'none'")
    expect(directives.get('frame-ancestors')).toBe("'none'")
    expect(first.csp).not.toContain('unsafe')

    const nonce = /'nonce-([^']+)'/.exec(first.csp)?.[1] ?? ''
    expect(nonce.length).toBeGreaterThanOrEqual(22)
    expect(first.text).toContain(nonce)
    expect(second.csp).not.toContain(nonce)
  })

  test.describe('refuses in the page', () => {
    test.use({ expectedComplaints: [/Content Security Policy/] })

    test('inline scripts, eval and inline styles', async ({ app }) => {
      const page = app.page()
      const ran = await page.evaluate(async () => {
        const script = document.createElement('script')
        script.textContent = 'window.ranInline = true'
        document.head.append(script)
        const button = document.createElement('button')
        button.setAttribute('onclick', 'window.ranInline = true')
        document.body.append(button)
        button.click()
        button.remove()
        // In a task of its own: what a debugger evaluates is exempt from the policy.
        const hasEvaluated = await new Promise<boolean>((resolve) => {
          setTimeout(() => {
            try {
              // biome-ignore lint/security/noGlobalEval: that it is refused is what is tested
              globalThis.eval('1')
              resolve(true)
            } catch {
              resolve(false)
            }
          })
        })
        return { inline: 'ranInline' in window, hasEvaluated }
      })
      expect(ran).toEqual({ inline: false, hasEvaluated: false })
    })
  })

  test('has nothing but its own files, however a path is written', async ({ app }) => {
    for (const address of [
      'app://vault/../package.json',
      'app://vault/..%2f..%2fpackage.json',
      'app://vault/%2e%2e/%2e%2e/package.json',
      'app://vault/assets/../../electron/main.cjs',
      'app://vault//etc/passwd',
      'app://vault/assets',
      'app://vault/',
      'app://elsewhere/index.html',
    ]) {
      const { status, text } = await fetchInMain(app.electron, address)
      expect({ address, status, text }).toEqual({ address, status: 404, text: '' })
    }
  })

  test('answers no POST', async ({ app }) => {
    const { status } = await fetchInMain(app.electron, 'app://vault/index.html', 'POST')
    expect(status).toBe(404)
  })
})

test('lets no request leave the machine', async ({ app }) => {
  let requestCount = 0
  const server = createServer((_request, response) => {
    requestCount += 1
    response.end('reached')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  try {
    const outcome = await app.electron.evaluate(
      ({ session }, url) =>
        session.defaultSession.fetch(url).then(
          (response) => response.text(),
          () => 'refused',
        ),
      `http://127.0.0.1:${port}/`,
    )
    expect(outcome).toBe('refused')
    expect(requestCount).toBe(0)
  } finally {
    server.close()
  }
})

test.describe('the way to the vault process', () => {
  test('is handed to the top frame of our own page only', async ({ app }) => {
    const given = await app.electron.evaluate(({ ipcMain }) => {
      const ask = (url: string, parent: unknown) => {
        let count = 0
        const senderFrame = {
          url,
          parent,
          isDestroyed: () => false,
          postMessage: () => {
            count += 1
          },
        }
        ipcMain.emit('connect-window', { senderFrame })
        return count
      }
      return {
        web: ask('https://example.com/', null),
        file: ask('file:///home/lin/index.html', null),
        data: ask('data:text/html,x', null),
        lookalike: ask('app://vault.example/index.html', null),
        childFrame: ask('app://vault/index.html', {}),
        own: ask('app://vault/index.html', null),
      }
    })
    expect(given).toEqual({ web: 0, file: 0, data: 0, lookalike: 0, childFrame: 0, own: 1 })
  })

  test('refuses unknown calls and malformed inputs, and goes on working', async ({ app }) => {
    await takePort(app.page())
    const refused = (facts: object) => ({ ok: false, error: { code: 'refused', facts } })
    expect(await callOver(app.page(), 'vault.readFile', '/etc/passwd')).toMatchObject(refused({}))
    expect(await callOver(app.page(), 'constructor')).toMatchObject(refused({}))
    expect(
      await callOver(app.page(), 'vault.chooseRecent', { index: '../../secret.beian' }),
    ).toMatchObject(refused({ call: 'vault.chooseRecent' }))
    expect(
      await callOver(app.page(), 'vault.choose', { purpose: 'open', path: '/etc/passwd' }),
    ).toMatchObject(refused({ call: 'vault.choose' }))
    await app.page().evaluate(() => {
      for (const junk of [null, 'x', 7, {}, [], { call: -1, name: 'app.status' }]) {
        ;(window as { beianPort?: MessagePort }).beianPort?.postMessage(junk)
      }
    })
    expect(await callOver(app.page(), 'app.status')).toMatchObject({ ok: true })
  })

  test('tells nothing of a vault while none is open', async ({ app }) => {
    await takePort(app.page())
    const id = '0123456789abcdef0123456789abcdef'
    for (const [name, input] of [
      ['ledger.rows', { from: 0, count: 10 }],
      ['credentials.reveal', { id }],
      ['credentials.copyPassword', { id }],
      ['audit.list', { limit: 10 }],
      ['kit.prepare', undefined],
    ] as const) {
      expect(await callOver(app.page(), name, input)).toMatchObject({
        ok: false,
        error: { code: 'vault-locked' },
      })
    }
  })
})

test.describe('the outside', () => {
  /** Has the person answer the question before a link, and notes what was opened. */
  async function fakeLinks(app: App, response: 0 | 1): Promise<void> {
    await app.electron.evaluate(({ dialog, shell }, answer) => {
      const noted = { asked: [] as string[], opened: [] as string[] }
      Object.assign(globalThis, { noted })
      dialog.showMessageBox = (...args: unknown[]) => {
        noted.asked.push(String((args.at(-1) as { detail?: string }).detail))
        return Promise.resolve({ response: answer, checkboxChecked: false })
      }
      shell.openExternal = (url) => {
        noted.opened.push(url)
        return Promise.resolve()
      }
    }, response)
  }
  const notedBy = (app: App) =>
    app.electron.evaluate(
      () => (globalThis as unknown as { noted: { asked: string[]; opened: string[] } }).noted,
    )

  test('is reached by an allow-listed id, with the address shown before', async ({ app }) => {
    await takePort(app.page())
    await fakeLinks(app, 0)
    expect(await callOver(app.page(), 'shell.openLink', { link: 'miit-filing' })).toMatchObject({
      ok: true,
      value: true,
    })
    expect(await notedBy(app)).toEqual({
      asked: ['https://beian.miit.gov.cn/'],
      opened: ['https://beian.miit.gov.cn/'],
    })
  })

  test('is not reached when the person declines', async ({ app }) => {
    await takePort(app.page())
    await fakeLinks(app, 1)
    await callOver(app.page(), 'shell.openLink', { link: 'police-filing' })
    expect(await notedBy(app)).toMatchObject({ opened: [] })
  })

  test('is not reached by an address', async ({ app }) => {
    await takePort(app.page())
    await fakeLinks(app, 0)
    expect(
      await callOver(app.page(), 'shell.openLink', { link: 'https://example.com/' }),
    ).toMatchObject({ ok: false, error: { code: 'refused' } })
    expect(await notedBy(app)).toEqual({ asked: [], opened: [] })
  })
})

test.describe('the command line', () => {
  async function run(dataFolder: string, args: readonly string[]) {
    const child = spawn(electronPath(), commandLine(dataFolder, args), { stdio: 'pipe' })
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString()
    })
    const [code] = await once(child, 'exit')
    return { code, errors }
  }

  test('with a switch that is not on the list starts nothing', async ({ app }) => {
    const { code, errors } = await run(`${app.folder}/other`, ['--disable-web-security'])
    expect(code).toBe(64)
    expect(errors).toContain('--disable-web-security')
  })

  test('a second start with the same data wakes the first and ends', async ({ app }) => {
    const { code } = await run(app.dataFolder, [])
    expect(code).toBe(0)
    await expect(app.page().locator('html[data-ready]')).toBeAttached()
  })
})

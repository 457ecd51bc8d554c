import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { type Figures, median, quantile, rounded } from './figure.ts'
import { type LargeVault, largeVault } from './large-vault.ts'
import { treePssBytes } from './process-memory.ts'
import { floorMs, saveMs } from './vault.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const BARE = path.join(import.meta.dirname, 'bare')
const LAUNCHES = 7
const TYPING_MS = 1_500
const UNLOCKS = 5
const SERVICES = 10_000
const LIVED_IN = { cases: 1_000, papers: 5_000 }
/** As people look: by pinyin, initials, characters, numbers, domains, people. Some find all, some nothing. */
const QUERIES = [
  ...['xh', 'xinghe', '星', '000', 'com', '有限公司', 'jing', '12', 'example', '网站'],
  ...['beijing', '科技', 'wangwei', 'shop', '154', '京icp', '官网', 'shangcheng', '张', 'edu12'],
]

type Launched = {
  app: ElectronApplication
  page: Page
  readyMs: number
  dispose: () => Promise<void>
}

/** What a person waits for: launch, memory while locked, search and scrolling of 10,000 rows. */
export async function windowFigures(): Promise<Figures> {
  const large = await largeVault(SERVICES)
  return { ...(await launchFigures()), ...(await ledgerFigures(large)) }
}

/** The same budgets with as many open cases and papers as the largest of users may have. */
export async function livedInFigures(): Promise<Figures> {
  const large = await largeVault(SERVICES, LIVED_IN)
  const save = await saveMs(large)
  const figures: Figures = {
    ...(await ledgerFigures(large)),
    save_ms: { value: rounded(save), unit: 'ms' },
  }
  return Object.fromEntries(
    Object.entries(figures).map(([name, figure]) => [`lived_in_${name}`, figure]),
  )
}

function electronPath(): string {
  const file = process.env['BEIAN_ELECTRON']
  if (file === undefined || !existsSync(file)) throw new Error('run me by `npm run bench`')
  return file
}

async function launch(folder: string, args: string[] = []): Promise<Launched> {
  const userData = mkdtempSync(path.join(tmpdir(), 'beian-bench-'))
  const start = performance.now()
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [
      ...(process.env['BEIAN_NO_SANDBOX'] ? ['--no-sandbox'] : []),
      folder,
      `--user-data-dir=${userData}`,
      ...args,
    ],
  })
  const page = await app.firstWindow()
  await page.waitForSelector('html[data-ready]', { state: 'attached' })
  return {
    app,
    page,
    readyMs: performance.now() - start,
    dispose: async () => {
      await app.close()
      rmSync(userData, { recursive: true, force: true })
    },
  }
}

/** Ours and the bare window in turns, so that whatever the machine does meanwhile meets both. */
async function launchFigures(): Promise<Figures> {
  const ms = { ours: [] as number[], bare: [] as number[] }
  const pss = { ours: [] as number[], bare: [] as number[] }
  for (let round = 0; round <= LAUNCHES; round++) {
    for (const [who, folder] of [
      ['bare', BARE],
      ['ours', ROOT],
    ] as const) {
      const { app, readyMs, dispose } = await launch(folder)
      // The first round warms the disk cache.
      if (round > 0) {
        ms[who].push(readyMs)
        pss[who].push(await settledPssBytes(app))
      }
      await dispose()
    }
  }
  return {
    launch_ratio: {
      value: rounded(median(ms.ours) / median(ms.bare)),
      unit: 'ratio',
      floor: 1,
      note: `unlock screen ${rounded(median(ms.ours))} ms, bare window ${rounded(median(ms.bare))} ms`,
    },
    memory_locked_ratio: {
      value: rounded(median(pss.ours) / median(pss.bare)),
      unit: 'ratio',
      floor: 1,
      note: `PSS ${mebibytes(median(pss.ours))} MiB, bare window ${mebibytes(median(pss.bare))} MiB`,
    },
  }
}

const mebibytes = (bytes: number): number => Math.round(bytes / 2 ** 20)

/** Memory once start-up work has ended: the lowest of a few looks. */
async function settledPssBytes(app: ElectronApplication): Promise<number> {
  const pid = app.process().pid
  if (pid === undefined) throw new Error('the app has no process')
  const looks: number[] = []
  for (let look = 0; look < 5; look++) {
    await new Promise((resolve) => setTimeout(resolve, 400))
    looks.push(treePssBytes(pid))
  }
  return Math.min(...looks)
}

async function ledgerFigures(large: LargeVault): Promise<Figures> {
  try {
    const rest = await unlockFigure(large)
    const { page, dispose } = await launch(ROOT, [large.file])
    try {
      await unlock(page, large.passphrase)
      await page.getByRole('navigation').getByRole('button', { name: '台账' }).click()
      // Until all rows are there a search is one of fewer, and a figure of the unlock.
      await page.getByText(`${SERVICES.toLocaleString('en')} 项`, { exact: true }).waitFor()
      return { ...rest, ...(await searchFigure(page)), ...(await scrollFigure(page)) }
    } finally {
      await dispose()
    }
  } finally {
    large.remove()
  }
}

/**
 * From Enter to what is due today on screen, in the real window, less the derivation. That is taken from the
 * same app with a vault of one service, whose answer is all derivation.
 */
async function unlockFigure(large: LargeVault): Promise<Figures> {
  const tiny = await largeVault(1)
  const painted: number[] = []
  const derived: number[] = []
  try {
    for (let round = 0; round <= UNLOCKS; round++) {
      painted.push((await unlockOnce(large)).paintedMs)
      derived.push((await unlockOnce(tiny)).answeredMs)
    }
  } finally {
    tiny.remove()
  }
  const [all, kdf] = [median(painted.slice(1)), median(derived.slice(1))]
  return {
    unlock_rest_ms: {
      value: rounded(all - kdf),
      unit: 'ms',
      floor: rounded(floorMs(large, electronPath())),
      note: `${large.recordCount} records; Enter to 总览 painted ${rounded(all)} ms, of it Argon2id ${rounded(kdf)} ms`,
    },
  }
}

type Unlocked = { answeredMs: number; paintedMs: number }

async function unlockOnce({ file, passphrase }: LargeVault): Promise<Unlocked> {
  const { page, dispose } = await launch(ROOT, [file])
  try {
    return await unlock(page, passphrase)
  } finally {
    await dispose()
  }
}

async function unlock(page: Page, passphrase: string): Promise<Unlocked> {
  await page.getByLabel('主口令', { exact: true }).fill(passphrase)
  // Nobody types a passphrase in less: meanwhile the app loads the rest of its interface.
  await new Promise((resolve) => setTimeout(resolve, TYPING_MS))
  return page.evaluate(
    () =>
      new Promise<Unlocked>((resolve) => {
        const root = document.documentElement
        let answeredMs = 0
        const post = MessagePort.prototype.postMessage
        MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
          if (typeof message === 'object' && message !== null && 'name' in message) {
            MessagePort.prototype.postMessage = post
            const onAnswer = () => {
              answeredMs = performance.now() - start
            }
            this.addEventListener('message', onAnswer, { once: true })
          }
          post.call(this, message)
        }
        const watch = new MutationObserver(() => {
          if (root.dataset['ready'] === 'unlock') return
          watch.disconnect()
          const done = () => resolve({ answeredMs, paintedMs: performance.now() - start })
          requestAnimationFrame(() => setTimeout(done))
        })
        watch.observe(root, { attributes: true })
        const start = performance.now()
        document.querySelector<HTMLButtonElement>('form button[type=submit]')?.click()
      }),
  )
}

/** From the keystroke to the frame after the rows changed. */
async function searchFigure(page: Page): Promise<Figures> {
  const box = page.getByRole('searchbox', { name: '搜索台账' })
  const samples: number[] = []
  for (const query of QUERIES) {
    await box.fill('')
    await settle(page)
    for (const character of query) {
      await box.focus()
      samples.push(await keystrokeMs(page, character))
    }
  }
  return {
    search_p95_ms: {
      value: rounded(quantile(samples, 0.95)),
      unit: 'ms',
      note: `median ${rounded(median(samples))} ms, first ${rounded(samples[0] ?? Number.NaN)} ms, ${samples.length} keystrokes, ${SERVICES} services`,
    },
  }
}

/**
 * Types one character as an input event and waits until the window says which query its rows answer
 * (`data-query` of the table) and has painted a frame.
 */
function keystrokeMs(page: Page, character: string): Promise<number> {
  return page.evaluate(
    (typed) =>
      new Promise<number>((resolve) => {
        const input = document.querySelector<HTMLInputElement>(
          '[role=searchbox], input[type=search]',
        )
        const table = document.querySelector('[role=table][data-query], table[data-query]')
        if (input === null || table === null) throw new Error('no search box or table')
        const wanted = input.value + typed
        const start = performance.now()
        const painted = () =>
          requestAnimationFrame(() => {
            const channel = new MessageChannel()
            channel.port1.onmessage = () => resolve(performance.now() - start)
            channel.port2.postMessage(null)
          })
        const watch = new MutationObserver(() => {
          if (table.getAttribute('data-query') !== wanted) return
          watch.disconnect()
          painted()
        })
        watch.observe(table, { attributes: true })
        document.execCommand('insertText', false, typed)
      }),
    character,
  )
}

function settle(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 1000 })),
  )
}

/** The longest stretch of the window's main thread between two frames' work while 10,000 rows pass by. */
async function scrollFigure(page: Page): Promise<Figures> {
  await page.getByRole('searchbox', { name: '搜索台账' }).fill('')
  await settle(page)
  const longest = await page.evaluate(async () => {
    const table = document.querySelector('[role=table][data-query], table[data-query]')
    let scroller = table?.parentElement ?? null
    const candidates = [table, ...(table?.querySelectorAll('*') ?? [])]
    for (const element of candidates) {
      if (element instanceof HTMLElement && element.scrollHeight > element.clientHeight + 1000) {
        scroller = element
        break
      }
    }
    if (scroller === null) throw new Error('nothing scrolls')
    // A chain of macrotasks: the gap between two of them is the length of the task that came between.
    let longestMs = 0
    let last = performance.now()
    let isOver = false
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      const now = performance.now()
      longestMs = Math.max(longestMs, now - last)
      last = now
      if (!isOver) channel.port2.postMessage(null)
    }
    channel.port2.postMessage(null)
    const step = scroller.scrollHeight / 240
    for (let frame = 0; frame < 240; frame++) {
      scroller.scrollTop += step
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    isOver = true
    return longestMs
  })
  return {
    ledger_scroll_longtask_ms: {
      value: rounded(longest),
      unit: 'ms',
      note: `${SERVICES} rows from top to bottom in 240 frames`,
    },
  }
}

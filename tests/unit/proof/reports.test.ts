import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { reportsHandlers } from '../../../electron/handlers/reports.ts'
import { createIndexKeeper } from '../../../electron/proof/audit-index.ts'
import { quartersOf } from '../../../electron/proof/reports/quarters.ts'
import type { HostClient, Session } from '../../../electron/session.ts'
import { writeXlsxSheets } from '../../../electron/spreadsheet/xlsx-writer.ts'
import type { RecordChange } from '../../../electron/vault/vault.ts'
import type { ReportChoice } from '../../../shared/contract/reports.ts'
import type { VaultEvent } from '../../../shared/contract.ts'
import type { HostCalls } from '../../../shared/host-contract.ts'
import type { Report, ReportKind } from '../../../shared/reports/report.ts'
import { openTestSession } from '../../support/ledger-session.ts'
import { temporaryFolder } from '../../support/vault.ts'
import { act } from './audit-session.ts'

const CANARY = 'Canary-Pw-1!'
const hex = (digit: string) => digit.repeat(32)
const [ENTITY, SHOP, BLOG, GONE, PROVIDER] = ['1', '2', '3', '4', '5'].map(hex) as [
  string,
  string,
  string,
  string,
  string,
]
const [LEAVER, PHONE] = [hex('6'), hex('7')]

function record(id: string, kind: string, data: object, secret?: object): RecordChange {
  const overview = { kind, data, createdAt: 1, updatedAt: 1 }
  // `as`: what a test seals is plain data.
  return { type: 'put', id, overview, ...(secret && { secret: secret as Record<string, string> }) }
}

function password(digit: string, serviceId: string, data: object): RecordChange {
  const usual = {
    kind: 'filing-password',
    label: `备案密码 ${digit}`,
    origin: 'chosen',
    rotationMonths: 3,
    isRetired: false,
    serviceId,
    entityId: ENTITY,
  }
  return record(`${digit}0`.repeat(16), 'credential', { ...usual, ...data }, { value: CANARY })
}

function service(id: string, name: string, data: object = {}): RecordChange {
  const usual = {
    entityId: ENTITY,
    kind: 'website',
    name,
    status: 'active',
    providerIds: [PROVIDER],
  }
  return record(id, 'service', { ...usual, ...data })
}

/** Today is 2026-11-22. Two passwords comply, three do not; one service of two was checked in the quarter. */
const LEDGER: readonly RecordChange[] = [
  record(ENTITY, 'entity', { name: '=HYPERLINK("x")示例公司', nature: 'enterprise' }),
  record(PROVIDER, 'provider', { name: '示例云', roles: ['access'] }),
  service(SHOP, '示例商城', { filingNumber: '京ICP备12345678号-1' }),
  service(BLOG, '示例博客', { providerIds: [] }),
  service(GONE, '已注销的站', { status: 'cancelled' }),
  record(LEAVER, 'contact', { name: '离任人', role: 'responsible', leftOn: '2026-10-01' }),
  record(PHONE, 'channel', { kind: 'phone', value: '13800138000', holderId: LEAVER }),
  password('a', SHOP, { changedOn: '2026-10-01', channelId: PHONE }),
  password('b', SHOP, { changedOn: '2026-07-01' }),
  password('c', BLOG, { changedOn: '2026-01-15' }),
  password('d', BLOG, {}),
  password('e', BLOG, { origin: 'issued', changedOn: '2026-11-01' }),
  password('f', BLOG, { isRetired: true }),
  record(hex('8'), 'check', {
    serviceId: SHOP,
    entityId: ENTITY,
    startedOn: '2026-10-10',
    finishedOn: '2026-10-11',
    person: '核查人',
    items: [
      { itemId: 'a', result: 'problem', documentIds: [], checkedAt: 1 },
      { itemId: 'b', result: 'fine', documentIds: [], checkedAt: 1 },
    ],
  }),
  record(hex('9'), 'drill', {
    kind: 'kit-retyped',
    on: '2026-10-20',
    person: '甲',
    isPassed: true,
  }),
  record(hex('a'), 'drill', {
    kind: 'backup-opened',
    on: '2026-11-02',
    person: '乙',
    isPassed: false,
  }),
  record(hex('b'), 'drill', {
    kind: 'kit-retyped',
    on: '2025-10-20',
    person: '甲',
    isPassed: true,
  }),
  record(hex('c'), 'backup', {
    fileName: '备份.beian',
    folder: '/b',
    madeAt: Date.UTC(2026, 10, 1),
    sizeBytes: 1,
    revision: 3,
    generation: 1,
    checkWords: ['天', '地'],
    openers: [{ custodianId: hex('0'), name: '林备案', slotKind: 'passphrase' }],
    verifiedAt: Date.UTC(2026, 10, 1),
  }),
  record(hex('d'), 'handover', {
    number: '2026-001',
    manner: 'planned',
    reason: '离职',
    leavesOn: '2026-10-01',
    startedAt: 1,
    leaver: { name: '离任人' },
    successor: { name: '林备案' },
    signatures: [],
    closedOn: '2026-10-02',
    waivers: [
      {
        key: 'channel:aa',
        kind: 'channel',
        title: '13800138000',
        reason: '号码已停',
        person: '甲',
        at: 1,
      },
    ],
  }),
]

const QUARTER = { fromOn: '2026-10-01', toOn: '2026-12-31' }

async function reporter(changes = LEDGER) {
  const world = await openTestSession(changes)
  const pages: HostCalls['print.pdf']['input'][] = []
  const begun = Promise.withResolvers<void>()
  const printing = {
    /** Like Chromium with ten thousand rows. */
    isEndless: false,
    begun: begun.promise,
    jobs: [] as unknown[],
    endedJobs: [] as unknown[],
  }
  const atLength = <T>(value: T): Promise<T> => {
    begun.resolve()
    return printing.isEndless ? new Promise(() => {}) : Promise.resolve(value)
  }
  const events: VaultEvent[] = []
  const host = (async (name, input) => {
    // `as`: the input of this call.
    if (name === 'print.cancel') {
      printing.endedJobs.push((input as { job: string }).job)
      return undefined as never
    }
    if (name !== 'print.pdf' && name !== 'print.page') return world.session.host(name, input)
    // `as`: the input of these two calls; `print.pdf` answers the bytes of a PDF.
    const page = input as HostCalls['print.pdf']['input']
    pages.push(page)
    printing.jobs.push(page.job)
    return atLength(new TextEncoder().encode('%PDF-') as never)
  }) as HostClient
  const session: Session = { ...world.session, host, emit: (event) => void events.push(event) }
  const write = async (sheets: Parameters<typeof writeXlsxSheets>[0]) =>
    atLength(await writeXlsxSheets(sheets))
  const read = () => Promise.reject(new Error('no report reads a file'))
  const call = reportsHandlers(session, { read, write }, createIndexKeeper())
  const choice = (kind: ReportKind, more: Partial<ReportChoice> = {}): ReportChoice => ({
    kind,
    language: 'zh-CN',
    ...QUARTER,
    ...more,
  })
  const preview = (kind: ReportKind, more: Partial<ReportChoice> = {}) =>
    call['reports.preview'](choice(kind, more))
  return { ...world, call, choice, preview, pages, printing, events }
}

function figure(report: Report, label: string): string | undefined {
  return report.figures.find((one) => one.label === label)?.value
}

function rows(report: Report, caption: string): (readonly string[])[] {
  return [...(report.tables.find((one) => one.caption === caption)?.rows ?? [])]
}

describe('a report', () => {
  it('tells which shares of a split kit were tried, whose they are and what came of it', async () => {
    const drill = (id: string, isPassed: boolean, shares: unknown[]) =>
      record(id, 'drill', { kind: 'kit-retyped', on: '2026-10-20', person: '甲', isPassed, shares })
    const right = { number: 1, holder: '王法人', finding: 'right' }
    const { preview } = await reporter([
      drill(hex('1'), true, [right, { number: 3, holder: '赵信息', finding: 'right' }]),
      drill(hex('2'), false, [right]),
      drill(hex('3'), false, [right, { number: 2, finding: 'other-kit' }]),
    ])
    const report = await preview('drills')
    expect(figure(report, '其中通过')).toBe('1')
    const told = rows(report, '期间内的演练').map(([, , result, , notes]) => [result, notes])
    expect(told).toContainEqual(['通过', '第 1 份（王法人）正确、第 3 份（赵信息）正确'])
    expect(told).toContainEqual(['份数不足', '第 1 份（王法人）正确'])
    expect(told).toContainEqual(['未通过', '第 1 份（王法人）正确、第 2 份不属于本保险库的恢复包'])
  })

  it('counts what complies with the rules of rotation and of quarterly checks', async () => {
    const { preview, vault } = await reporter()
    vault.appendAudit([
      act(vault, 'credential.register', { at: Date.UTC(2026, 9, 1, 4) }),
      act(vault, 'credential.register', { at: Date.UTC(2026, 8, 30, 15, 59) }),
    ])
    const report = await preview('compliance')
    expect(figure(report, '在用密码')).toBe('5')
    expect(figure(report, '六个月内更换过')).toBe('2')
    expect(figure(report, '轮换合规率')).toBe('40.0 %')
    expect(figure(report, '期间内更换')).toBe('1')
    expect(figure(report, '应核查服务')).toBe('2')
    expect(figure(report, '期间内已核查')).toBe('1')
    expect(rows(report, '按季度')).toEqual([['2026 年第 4 季度', '2', '1', '50.0 %', '1']])
    expect(rows(report, '按备案主体')[0]?.slice(1)).toEqual([
      '5',
      '1',
      '1',
      '1',
      '1',
      '1',
      '40.0 %',
    ])
    expect(rows(report, '不合规的密码').map(([label, , state]) => [label, state])).toEqual([
      ['备案密码 d', '不详'],
      ['备案密码 e', '须立即修改'],
      ['备案密码 c', '已逾期'],
    ])
    expect(rows(report, '各服务的季度核查')).toEqual([
      ['示例博客', '', '从未核查', '', '', '', '0'],
      ['示例商城', '京ICP备12345678号-1', '按期', '2026-10-11', '核查人', '1', '0'],
    ])
  })

  it('lists what is open: hollow filings, dead channels, the only custodian, lines left at a handover', async () => {
    const { preview } = await reporter()
    const report = await preview('risks')
    expect(figure(report, '空壳备案')).toBe('1')
    expect(rows(report, '空壳备案（没有接入商）')[0]?.[0]).toBe('示例博客')
    expect(rows(report, '失效的接收渠道')).toEqual([
      ['13800138000', '离任人', '持有人已于 2026-10-01 离任', '备案密码 a'],
    ])
    expect(rows(report, '保管与备份').map(([risk]) => risk)).toEqual(['唯一保管人', '没有恢复包'])
    expect(rows(report, '未了而结束的交接')).toEqual([
      ['2026-001', '离任人', '13800138000', '号码已停', '甲'],
    ])
    const open = rows(report, '须处理的事项').map(([what, title]) => `${what} ${title}`)
    expect(open).toContain('密码已逾期未换 备案密码 c')
  })

  it('tells who can open what and what each did in the period', async () => {
    const { preview, vault } = await reporter()
    const at = Date.UTC(2026, 9, 5)
    vault.appendAudit([
      act(vault, 'vault.unlocked', { at, facts: { by: 'recovery-kit' } }),
      act(vault, 'credential.copy', { at }),
      act(vault, 'credential.reveal', { at: Date.UTC(2026, 0, 5) }),
      act(vault, 'ledger.export', { at }),
    ])
    const report = await preview('custodians')
    expect(figure(report, '能打开全部密文')).toBe('1')
    const [, unlocked, byKit, secrets, out] = rows(report, '期间内的使用')[0] ?? []
    // The unlock of this session is one, the one by kit another.
    expect(Number(unlocked)).toBeGreaterThanOrEqual(1)
    expect([byKit, secrets, out]).toEqual(['1', '1', '1'])
    expect(rows(report, '打开方式').map(([way]) => way)).toEqual(['主口令'])
  })

  it('counts drills and backups of the period only', async () => {
    const { preview } = await reporter()
    const report = await preview('drills')
    expect(report.figures.map(({ value }) => value)).toEqual(['2', '1', '1', '1'])
    expect(rows(report, '期间内的演练').map(([day, what, result]) => [day, what, result])).toEqual([
      ['2026-11-02', '打开备份', '未通过'],
      ['2026-10-20', '恢复包重输', '通过'],
    ])
    const old = await preview('drills', { fromOn: '2025-01-01', toOn: '2025-12-31' })
    expect(old.figures.map(({ value }) => value)).toEqual(['1', '1', '0', '0'])
  })

  it('shows of a password in the ledger that there is one, and never what it is', async () => {
    const { preview, call, choice, pages, dialogs } = await reporter()
    const columns = ['service', 'password', 'passwordState', 'lastCheckOn'] as const
    const report = await preview('ledger', { columns: [...columns] })
    expect(report.tables[0]?.columns.map(({ label }) => label)).toEqual([
      '服务名称',
      '备案密码',
      '密码状态',
      '最近核查',
    ])
    expect(rows(report, '备案清单')).toContainEqual(['示例商城', '••••', '到期应换', '2026-10-11'])
    expect(rows(report, '备案清单')).toContainEqual(['已注销的站', '无', '', ''])
    dialogs.saveFile = path.join(temporaryFolder(), '台账.pdf')
    for (const kind of ['ledger', 'compliance', 'risks', 'custodians', 'drills'] as const) {
      await call['reports.savePdf'](choice(kind))
    }
    expect(pages).toHaveLength(5)
    expect(JSON.stringify([report, pages])).not.toContain(CANARY)
  })

  it('says who made it, when, and of which state of the vault', async () => {
    const { preview, vault } = await reporter()
    const { meta, foot, watermark } = await preview('risks')
    const words = vault.checkWords().join(' ')
    const said = Object.fromEntries(meta.map(({ label, value }) => [label, value]))
    expect(said).toMatchObject({
      制作人: '林备案',
      制作时间: '2026-11-22 10:00',
      截至: '2026-11-22',
      版本与核对词: `${vault.revision} · ${words}`,
    })
    expect(foot).toContain(words)
    expect(watermark).toBe('林备案 2026-11-22')
  })

  it('is in the trail whenever it leaves the vault, and not when it is only looked at', async () => {
    const { preview, call, choice, dialogs, actions, vault } = await reporter()
    const before = vault.revision
    await preview('risks')
    expect(vault.revision).toBe(before)
    await call['reports.savePdf'](choice('risks'))
    expect(vault.revision).toBe(before)
    const folder = temporaryFolder()
    dialogs.saveFile = path.join(folder, '风险.pdf')
    expect(await call['reports.savePdf'](choice('risks'))).toEqual({ fileName: '风险.pdf' })
    dialogs.saveFile = path.join(folder, '风险.xlsx')
    await call['reports.saveXlsx'](choice('risks'))
    await call['reports.print'](choice('risks'))
    expect(actions().slice(0, 3)).toEqual(['report.print', 'report.save-xlsx', 'report.save-pdf'])
    expect(vault.audit({ limit: 1 })[0]?.facts).toEqual({ report: 'risks', ...QUARTER })
  })

  it.each(['reports.savePdf', 'reports.saveXlsx', 'reports.print'] as const)(
    'is cancelled at once in %s: no file, printing ended, and the trail says so',
    async (name) => {
      const { call, choice, dialogs, printing, actions } = await reporter()
      dialogs.saveFile = path.join(temporaryFolder(), '台账.out')
      printing.isEndless = true
      const work = Promise.resolve(call[name](choice('ledger')))
      await printing.begun
      call['reports.cancel'](undefined)
      await expect(work).rejects.toMatchObject({ code: 'cancelled' })
      expect(existsSync(dialogs.saveFile)).toBe(false)
      expect(actions()[0]).toBe('report.cancelled')
      expect(printing.endedJobs).toEqual(printing.jobs)
      printing.isEndless = false
      await call['reports.savePdf'](choice('ledger'))
      expect(existsSync(dialogs.saveFile)).toBe(true)
    },
  )

  it('tells what it is at, and how many rows there are', async () => {
    const { call, choice, dialogs, events } = await reporter()
    dialogs.saveFile = path.join(temporaryFolder(), '台账.pdf')
    await call['reports.savePdf'](choice('ledger'))
    expect(events).toEqual([
      { event: 'progress', task: 'report', step: 'make', done: 0, total: 0 },
      { event: 'progress', task: 'report', step: 'write', done: 3, total: 0 },
    ])
  })

  it('asks for a second person where the company rule wants two for what leaves the vault', async () => {
    const rule = record(hex('e'), 'company-rule', { twoPersonActs: ['export'] })
    const { call, choice, dialogs, vault } = await reporter([...LEDGER, rule])
    const before = vault.revision
    dialogs.saveFile = path.join(temporaryFolder(), '风险.pdf')
    const refused = { code: 'second-person-needed' }
    await expect(call['reports.savePdf'](choice('risks'))).rejects.toMatchObject(refused)
    await expect(call['reports.saveXlsx'](choice('risks'))).rejects.toMatchObject(refused)
    await expect(call['reports.print'](choice('risks'))).rejects.toMatchObject(refused)
    expect(vault.revision).toBe(before)
    expect(existsSync(dialogs.saveFile)).toBe(false)
  })

  it('is written as text cells only: nothing in a spreadsheet is a formula', async () => {
    const { call, choice, dialogs } = await reporter()
    dialogs.saveFile = path.join(temporaryFolder(), '台账.xlsx')
    await call['reports.saveXlsx'](choice('ledger'))
    const { sheets } = await readXlsx(readFileSync(dialogs.saveFile), { readStyles: true })
    expect(sheets.map(({ name }) => name)).toEqual(['报告说明', '备案清单'])
    const cells = [...(sheets[1]?.cells?.values() ?? [])]
    expect(cells.some(({ formula }) => formula !== undefined)).toBe(false)
    expect(sheets[1]?.rows.flat()).toContain('=HYPERLINK("x")示例公司')
  })

  it('takes no mark-up or style from the ledger into its page', async () => {
    const { call, choice, pages, dialogs, vault } = await reporter()
    expect(vault.mode).toBe('normal')
    dialogs.saveFile = path.join(temporaryFolder(), '台账.pdf')
    await call['reports.savePdf'](choice('ledger'))
    const html = pages[0]?.html ?? ''
    expect(html).toContain('=HYPERLINK(&quot;x&quot;)示例公司')
    expect(html).toContain("default-src 'none'; style-src 'nonce-")
    expect(html).not.toContain('<script')
    expect(html).not.toContain(' style="')
  })

  it('comes in English as well', async () => {
    const { preview } = await reporter()
    const report = await preview('compliance', { language: 'en' })
    expect(report.title).toBe('Password rotation and quarterly checks')
    expect(figure(report, 'Rotation rate')).toBe('40.0 %')
    expect(JSON.stringify(report.tables.map(({ columns }) => columns))).not.toMatch(
      /\p{Script=Han}/u,
    )
  })

  it('refuses a period that ends before it begins', async () => {
    const { preview } = await reporter()
    const turned = { fromOn: '2026-12-01', toOn: '2026-01-01' }
    await expect(preview('drills', turned)).rejects.toMatchObject({ code: 'refused' })
  })
})

describe('the quarters of a period', () => {
  it('are those of the calendar, cut to the period', () => {
    expect(quartersOf('2026-02-10', '2026-07-01')).toEqual([
      { year: '2026', quarter: 1, fromOn: '2026-02-10', toOn: '2026-03-31' },
      { year: '2026', quarter: 2, fromOn: '2026-04-01', toOn: '2026-06-30' },
      { year: '2026', quarter: 3, fromOn: '2026-07-01', toOn: '2026-07-01' },
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { remindersOn } from '../../../electron/ledger/ledger.ts'
import { undoChange } from '../../../electron/ledger/write.ts'
import { writeCsv } from '../../../electron/spreadsheet/csv-writer.ts'
import { createSpreadsheets } from '../../../electron/spreadsheet/spreadsheets.ts'
import type { ImportPlan } from '../../../shared/import.ts'
import type { LedgerRecord, RecordKind } from '../../../shared/records/record.ts'
import { recordTitle } from '../../../shared/records/record-title.ts'
import { fileOf } from './files.ts'
import { openSession, WORKER } from './session.ts'

const HEADERS = [
  '主体名称',
  '备案号',
  '网站名称',
  '域名',
  '备案密码',
  '接入商',
  '负责人',
  '手机',
  '备案时间',
]
const XINGHE = [
  '星河示例科技有限公司',
  '京ICP备19012345号-1',
  '星河官网',
  'xinghe.example.com、m.xinghe.example.com',
  'Canary-Pw-1!',
  '示例云',
  '张三',
  '13800138001',
  '2019/3/5',
]
const CHENGUANG = [
  '晨光示例文化有限公司',
  '沪ICP备2024012345号-1',
  '晨光',
  'chenguang.example.net',
  'Canary-Pw-2!',
  '另一示例云',
  '李四',
  '13900139002',
  '2024年2月29日',
]

type World = Awaited<ReturnType<typeof openSession>>

async function choose(world: World, rows: string[][], headers = HEADERS) {
  world.answers['dialog.openSpreadsheet'] = fileOf(writeCsv([headers, ...rows]), '我的台账.csv')
  const source = await world.handlers['import.choose'](undefined)
  if (source === undefined) throw new Error('nothing was chosen')
  return source
}

async function importRows(
  world: World,
  rows: string[][],
  plan: Partial<ImportPlan> = {},
  headers = HEADERS,
) {
  const { mapping } = await choose(world, rows, headers)
  return await world.handlers['import.commit']({
    plan: { mapping, duplicates: 'skip', choices: {}, leftOut: [], ...plan },
  })
}

async function previewOf(world: World, rows: string[][], headers = HEADERS) {
  const { mapping } = await choose(world, rows, headers)
  return await world.handlers['import.preview']({ mapping })
}

/** By title, 星 before 晨: the ledger's own order is that of random ids. */
function listOf<K extends RecordKind>({ open }: World, kind: K): LedgerRecord<K>[] {
  // `as`: a record of one kind is a record.
  const title = (record: LedgerRecord<K>) => recordTitle(record as LedgerRecord)
  return [...open.ledger.kinds[kind].values()]
    .filter((one) => one.trashedAt === undefined)
    .sort((left, right) => (title(left) < title(right) ? -1 : 1))
}

const codes = (row: { findings: { code: string }[] } | undefined) =>
  row?.findings.map((finding) => finding.code)

describe('import', () => {
  it('makes entities, services, domains, people, channels, firms and passwords of rows', async () => {
    const world = await openSession()
    const result = await importRows(world, [XINGHE, CHENGUANG])
    expect(result).toMatchObject({
      fileName: '我的台账.csv',
      created: 2,
      updated: 0,
      skipped: 0,
      passwords: 2,
    })
    expect(listOf(world, 'entity').map((one) => one.data)).toMatchObject([
      {
        name: '星河示例科技有限公司',
        filingNumber: '京ICP备19012345号',
        province: '京',
        nature: 'enterprise',
      },
      { name: '晨光示例文化有限公司', filingNumber: '沪ICP备2024012345号', province: '沪' },
    ])
    const [service] = listOf(world, 'service')
    const provider = listOf(world, 'provider').find((one) => one.data.name === '示例云')
    const [contact] = listOf(world, 'contact')
    expect(service?.data).toMatchObject({
      kind: 'website',
      name: '星河官网',
      filingNumber: '京ICP备19012345号-1',
      filedOn: '2019-03-05',
      status: 'active',
      providerIds: [provider?.id],
      responsibleId: contact?.id,
    })
    expect(listOf(world, 'domain').map((one) => one.data.name)).toEqual([
      'chenguang.example.net',
      'm.xinghe.example.com',
      'xinghe.example.com',
    ])
    expect(contact?.data).toMatchObject({
      name: '张三',
      phone: '13800138001',
      roles: ['service-responsible'],
    })
    expect(listOf(world, 'channel').map((one) => one.data.value)).toEqual([
      '13800138001',
      '13900139002',
    ])
    const [credential] = listOf(world, 'credential')
    expect(credential).toMatchObject({
      hasSecret: true,
      data: {
        kind: 'filing-password',
        origin: 'imported',
        serviceId: service?.id,
        rotationMonths: 3,
      },
    })
    expect(credential?.data).not.toHaveProperty('changedOn')
    expect(world.vault.peekSecret(credential?.id ?? '')).toEqual({
      value: 'Canary-Pw-1!',
      history: [],
    })
  })

  it('is still there after the vault was closed, and leaves one audit entry that tells no password', async () => {
    const world = await openSession()
    await importRows(world, [XINGHE, CHENGUANG])
    const entries = world.vault.audit({ limit: 20 }).filter((one) => one.action === 'ledger.import')
    expect(entries).toHaveLength(1)
    expect(entries[0]?.facts).toMatchObject({ fileName: '我的台账.csv', created: 2, passwords: 2 })
    expect(JSON.stringify(world.vault.audit({ limit: 20 }))).not.toContain('Canary')
    expect([...world.vault.records()]).toHaveLength(world.open.ledger.records.size)
  })

  it('shows no password in what it tells the window', async () => {
    const world = await openSession()
    const headers = [...HEADERS, '备用密码', '随便什么']
    const rows = [
      [...XINGHE, 'Canary-Pw-3!', 'Canary-Pw-4!'],
      [...CHENGUANG, 'Canary-Pw-5!', 'Canary-Pw-6!'],
    ]
    const source = await choose(world, rows, headers)
    const preview = await world.handlers['import.preview']({ mapping: source.mapping })
    expect(JSON.stringify([source, preview, world.events])).not.toContain('Canary')
    expect(source.sample[0]?.[4]).toBe('••••••')
    expect(preview.rows[0]).toMatchObject({
      hasPassword: true,
      filingNumber: '京ICP备19012345号-1',
    })
  })

  it('shows only part of an ID number, and seals it apart', async () => {
    const world = await openSession()
    const headers = [...HEADERS, '身份证号']
    const source = await choose(world, [[...XINGHE, '11010519491231002X']], headers)
    expect(source.sample[0]?.at(-1)).toBe('110105********002X')
    await importRows(world, [[...XINGHE, '11010519491231002X']], {}, headers)
    const [contact] = listOf(world, 'contact')
    expect(JSON.stringify(contact)).not.toContain('11010519491231002X')
    expect(world.vault.peekSecret(contact?.id ?? '')).toEqual({ idNumber: '11010519491231002X' })
  })

  it('joins rows of one entity, of one person and of one firm', async () => {
    const world = await openSession()
    const second = [...XINGHE]
    second.splice(1, 4, '京ICP备19012345号-2A', '星河客户端', '', 'Canary-Pw-1!')
    await importRows(world, [XINGHE, second])
    expect(listOf(world, 'entity')).toHaveLength(1)
    expect(listOf(world, 'contact')).toHaveLength(1)
    expect(listOf(world, 'provider')).toHaveLength(1)
    expect(listOf(world, 'service').map((one) => one.data.kind)).toEqual(['website', 'app'])
    // One password for both services is the entity's.
    const credentials = listOf(world, 'credential')
    expect(credentials).toHaveLength(1)
    expect(credentials[0]?.data).toMatchObject({ entityId: listOf(world, 'entity')[0]?.id })
    expect(credentials[0]?.data).not.toHaveProperty('serviceId')
  })

  it('keeps units of one name apart when their credit codes differ', async () => {
    const world = await openSession()
    const headers = ['主体名称', '统一社会信用代码', '域名']
    const rows = [
      ['示例公司', '91350100M000100Y43', 'a.example.com'],
      ['示例公司', '9144030071526726XG', 'b.example.com'],
      ['示例 公司', '91350100M000100Y43', 'c.example.com'],
    ]
    await importRows(world, rows, {}, headers)
    expect(new Set(listOf(world, 'entity').map((one) => one.data.creditCode))).toEqual(
      new Set(['91350100M000100Y43', '9144030071526726XG']),
    )
    expect(listOf(world, 'entity')).toHaveLength(2)
  })

  it('makes an entity alone of a row that has only a subject number', async () => {
    const world = await openSession()
    const result = await importRows(
      world,
      [['示例甲公司', '粤ICP备10203040号', 'Canary-Pw-7!', '2010-05-06']],
      {},
      ['主体名称', '主体备案号', '备案密码', '备案时间'],
    )
    expect(result).toMatchObject({ created: 1, passwords: 1 })
    expect(listOf(world, 'service')).toHaveLength(0)
    expect(listOf(world, 'entity')[0]?.data).toMatchObject({
      filingNumber: '粤ICP备10203040号',
      filedOn: '2010-05-06',
    })
    expect(listOf(world, 'credential')[0]?.data).toMatchObject({
      entityId: listOf(world, 'entity')[0]?.id,
    })
  })

  it('keeps the provider’s account apart from the filing password', async () => {
    const world = await openSession()
    const headers = [
      '主体名称',
      '备案号',
      '备案密码',
      '密码修改日期',
      '接入商',
      '登录账号',
      '登录密码',
    ]
    await importRows(
      world,
      [
        [
          '示例甲公司',
          '京ICP备19012345号-1',
          'Canary-1',
          '2026-08-31',
          '示例云',
          'jia@example.com',
          'Canary-2',
        ],
      ],
      {},
      headers,
    )
    const [provider] = listOf(world, 'provider')
    const credentials = listOf(world, 'credential')
    expect(credentials.map((one) => [one.data.kind, one.data.account, one.data.changedOn])).toEqual(
      [
        ['filing-password', undefined, '2026-08-31'],
        ['portal-account', 'jia@example.com', undefined],
      ],
    )
    expect(credentials[1]?.data).toMatchObject({
      providerId: provider?.id,
      label: '示例云 jia@example.com',
    })
  })

  it('keeps a password as it stands and reports what is odd about it', async () => {
    const world = await openSession()
    const odd = [...XINGHE]
    odd[4] = ' Ｐｗ1！ '
    const preview = await previewOf(world, [odd])
    expect(codes(preview.rows[0])).toEqual(
      expect.arrayContaining(['password-edge-space', 'password-full-width']),
    )
    await importRows(world, [odd])
    const [credential] = listOf(world, 'credential')
    expect(world.vault.peekSecret(credential?.id ?? '')).toMatchObject({ value: ' Ｐｗ1！ ' })
  })
})

describe('rows that are wrong', () => {
  it('are refused with the reason and the column, and are not imported', async () => {
    const world = await openSession()
    const wrong = [...CHENGUANG]
    wrong[1] = '沪ICP备123号-1'
    wrong[7] = '1380013800'
    const preview = await previewOf(world, [XINGHE, wrong])
    expect(preview.counts).toEqual({ rows: 2, ready: 1, warned: 0, refused: 1, duplicates: 0 })
    expect(preview.rows[1]).toMatchObject({ row: 3, isRefused: true })
    expect(preview.rows[1]?.findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          severity: 'refused',
          code: 'icp-number-digits',
          field: 'service.filingNumber',
          column: 1,
        }),
        expect.objectContaining({
          severity: 'refused',
          code: 'mobile-shape',
          field: 'contact.phone',
          column: 7,
        }),
      ]),
    )
    expect(await importRows(world, [XINGHE, wrong])).toMatchObject({ created: 1, skipped: 1 })
  })

  it('are no reason to lose a row where only a date cannot be read', async () => {
    const world = await openSession()
    const odd = [...XINGHE]
    odd[8] = '大约前年'
    const preview = await previewOf(world, [odd])
    expect(preview.rows[0]).toMatchObject({ isRefused: false })
    expect(codes(preview.rows[0])).toEqual(['import-date-unreadable'])
  })

  it('备案中 in place of a number is a status', async () => {
    const world = await openSession()
    const pending = [...XINGHE]
    pending[1] = '备案中'
    await importRows(world, [pending])
    expect(listOf(world, 'service')[0]?.data).toMatchObject({ status: 'pending' })
    expect(listOf(world, 'service')[0]?.data).not.toHaveProperty('filingNumber')
  })

  it('a name left empty below another continues it', async () => {
    const world = await openSession()
    const below = [
      '',
      '京ICP备19012345号-2',
      '星河论坛',
      'bbs.xinghe.example.com',
      '',
      '示例云',
      '张三',
      '13800138001',
      '',
    ]
    const preview = await previewOf(world, [XINGHE, below])
    expect(preview.rows[1]?.entityName).toBe('星河示例科技有限公司')
    expect(codes(preview.rows[1])).toEqual(['import-filled-from-above'])
  })
})

describe('duplicates', () => {
  it('are found by number and by domain, in the vault and in the file', async () => {
    const world = await openSession()
    await importRows(world, [XINGHE])
    const [service] = listOf(world, 'service')
    const sameDomain = ['别的公司', '', '别的', 'm.xinghe.example.com', '', '', '', '', '']
    const preview = await previewOf(world, [XINGHE, sameDomain, CHENGUANG, CHENGUANG])
    expect(preview.counts.duplicates).toBe(3)
    expect(preview.rows[0]?.duplicateOf).toEqual({
      id: service?.id,
      name: '星河官网',
      by: 'filing-number',
    })
    expect(preview.rows[1]?.duplicateOf).toMatchObject({ id: service?.id, by: 'domain' })
    expect(preview.rows[2]?.duplicateOfRow).toBeUndefined()
    expect(preview.rows[3]?.duplicateOfRow).toBe(4)
  })

  it('are skipped, and the same file twice changes nothing', async () => {
    const world = await openSession()
    await importRows(world, [XINGHE, CHENGUANG])
    const before = new Map([...world.open.ledger.records].map(([id, one]) => [id, one.revision]))
    expect(await importRows(world, [XINGHE, CHENGUANG])).toMatchObject({
      created: 0,
      skipped: 2,
      records: 0,
    })
    expect(new Map([...world.open.ledger.records].map(([id, one]) => [id, one.revision]))).toEqual(
      before,
    )
  })

  it('are updated: only what the row tells, the old password into the history', async () => {
    const world = await openSession()
    await importRows(world, [XINGHE])
    const row = [...XINGHE]
    row.splice(2, 7, '', 'new.xinghe.example.com', 'Canary-New!', '新示例云', '', '', '')
    const result = await importRows(world, [row], { duplicates: 'update' })
    expect(result).toMatchObject({ created: 0, updated: 1, passwords: 1 })
    const services = listOf(world, 'service')
    expect(services).toHaveLength(1)
    expect(services[0]?.data).toMatchObject({ name: '星河官网', filedOn: '2019-03-05' })
    expect(services[0]?.data.providerIds).toHaveLength(2)
    expect(listOf(world, 'domain').map((one) => one.data.name)).toContain('new.xinghe.example.com')
    const [credential] = listOf(world, 'credential')
    expect(world.vault.peekSecret(credential?.id ?? '')).toEqual({
      value: 'Canary-New!',
      history: [{ value: 'Canary-Pw-1!', replacedAt: world.session.now(), origin: 'imported' }],
    })
  })

  it('are updated to nothing by the file they came from', async () => {
    const world = await openSession()
    await importRows(world, [XINGHE, CHENGUANG])
    const result = await importRows(world, [XINGHE, CHENGUANG], { duplicates: 'update' })
    expect(result).toMatchObject({ updated: 2, records: 0, passwords: 0 })
  })

  it('are kept both where the person says so for that row', async () => {
    const world = await openSession()
    await importRows(world, [XINGHE, CHENGUANG])
    const result = await importRows(world, [XINGHE, CHENGUANG], { choices: { '3': 'keep-both' } })
    expect(result).toMatchObject({ created: 1, skipped: 1 })
    expect(listOf(world, 'service').map((one) => one.data.name)).toEqual([
      '星河官网',
      '晨光',
      '晨光',
    ])
  })

  it('one more domain of the same number is joined to its service', async () => {
    const world = await openSession()
    const more = [...XINGHE]
    more[3] = 'more.xinghe.example.com'
    const preview = await previewOf(world, [XINGHE, more])
    expect(preview.rows[1]?.duplicateOfRow).toBeUndefined()
    expect(codes(preview.rows[1])).toEqual(['import-row-joined'])
    await importRows(world, [XINGHE, more])
    expect(listOf(world, 'service')).toHaveLength(1)
    expect(listOf(world, 'domain')).toHaveLength(3)
  })
})

describe('an import', () => {
  it('is one transaction: cancelled while it is written, nothing of it is there', async () => {
    const world = await openSession()
    const rows = Array.from({ length: 400 }, (_, index) => [
      `示例${index}公司`,
      `京ICP备${19_000_000 + index}号-1`,
      `网站${index}`,
      `s${index}.example.com`,
      `Pw-${index}!`,
      '示例云',
      '',
      '',
      '',
    ])
    const { mapping } = await choose(world, rows)
    const revision = world.vault.revision
    const emit = world.session.emit
    world.session.emit = (event) => {
      emit(event)
      if (event.event === 'progress') void world.handlers['import.cancel'](undefined)
    }
    const commit = world.handlers['import.commit']({
      plan: { mapping, duplicates: 'skip', choices: {}, leftOut: [] },
    })
    await expect(commit).rejects.toEqual(expect.objectContaining({ code: 'cancelled' }))
    expect(world.vault.revision).toBe(revision)
    expect(world.open.ledger.records.size).toBe(0)
    // The file is still open: the person may try again.
    world.session.emit = emit
    const again = await world.handlers['import.commit']({
      plan: { mapping, duplicates: 'skip', choices: {}, leftOut: [2] },
    })
    expect(again).toMatchObject({ created: 399, skipped: 1 })
  })

  it('can be taken back as a whole, changed records included', async () => {
    const world = await openSession()
    await importRows(world, [XINGHE])
    const before = new Map([...world.open.ledger.records].map(([id, one]) => [id, one.data]))
    const row = [...XINGHE]
    row[4] = 'Canary-New!'
    row[2] = '改名'
    const { undoToken } = await importRows(world, [row, CHENGUANG], { duplicates: 'update' })
    undoChange(world.session, undoToken ?? 0)
    expect(new Map([...world.open.ledger.records].map(([id, one]) => [id, one.data]))).toEqual(
      before,
    )
    const [credential] = listOf(world, 'credential')
    expect(world.vault.peekSecret(credential?.id ?? '')).toEqual({
      value: 'Canary-Pw-1!',
      history: [],
    })
  })

  it('reads in a thread of its own what the person picks', async () => {
    const world = await openSession(createSpreadsheets(WORKER))
    expect(await choose(world, [XINGHE])).toMatchObject({
      fileName: '我的台账.csv',
      format: 'csv',
      encoding: 'utf-8',
      sheets: [{ name: '我的台账', rowCount: 2, columnCount: 9 }],
    })
  })

  it('is over after it was committed or cancelled', async () => {
    const world = await openSession()
    const { mapping } = await choose(world, [XINGHE])
    await world.handlers['import.cancel'](undefined)
    const preview = async () => await world.handlers['import.preview']({ mapping })
    await expect(preview()).rejects.toEqual(expect.objectContaining({ code: 'import-not-open' }))
    await importRows(world, [XINGHE])
    await expect(preview()).rejects.toEqual(expect.objectContaining({ code: 'import-not-open' }))
  })

  it('is not open after a file that could not be read', async () => {
    const world = await openSession()
    const { mapping } = await choose(world, [XINGHE])
    world.answers['dialog.openSpreadsheet'] = fileOf('%PDF-1.7', '台账.xlsx')
    const chosen = async () => await world.handlers['import.choose'](undefined)
    await expect(chosen()).rejects.toEqual(expect.objectContaining({ code: 'file-unreadable' }))
    const preview = async () => await world.handlers['import.preview']({ mapping })
    await expect(preview()).rejects.toEqual(expect.objectContaining({ code: 'import-not-open' }))
  })

  it('does not begin when the person picks no file', async () => {
    const world = await openSession()
    expect(await world.handlers['import.choose'](undefined)).toBeUndefined()
  })

  it('follows the columns as the person corrected them', async () => {
    const world = await openSession()
    const { mapping } = await choose(world, [XINGHE])
    const columns = mapping.columns.map((field) =>
      field === 'credential.filingPassword' ? null : field,
    )
    const preview = await world.handlers['import.preview']({ mapping: { ...mapping, columns } })
    expect(preview.rows[0]?.hasPassword).toBe(false)
    expect(preview.sample[0]?.[4]).toBe('••••••')
  })
})

describe('a sheet without a column of providers', () => {
  const NO_COLUMN = ['主体名称', '备案号', '网站名称', '备案状态']
  const PLAIN = ['星河示例科技有限公司', '京ICP备19012345号-1', '星河官网', '正常']
  const CLOSED = ['晨光示例文化有限公司', '沪ICP备2024012345号-1', '晨光', '已注销']

  /** Kind and urgency of each reminder about providers. */
  const remindersIn = ({ open }: World) =>
    remindersOn(open.ledger, '2026-11-22')
      .filter(({ kind }) => kind === 'no-access-provider' || kind === 'provider-unknown')
      .map(({ kind, urgency }) => [kind, urgency])

  it('brings no red alarm for what nobody was asked, and says so once', async () => {
    const world = await openSession()
    const preview = await previewOf(world, [PLAIN, CLOSED], NO_COLUMN)
    expect(preview.providersToFill).toBe(1)
    expect(preview.rows.flatMap((row) => row.findings)).toEqual([])
    const result = await importRows(world, [PLAIN, CLOSED], {}, NO_COLUMN)
    expect(result.providersToFill).toBe(1)
    expect(remindersIn(world)).toEqual([['provider-unknown', 'soon']])
    const { facts } = world.vault.audit({ limit: 1 })[0] ?? {}
    expect(facts).not.toHaveProperty('providersToFill')
  })

  it('still brings the alarm where there is a column and it is empty', async () => {
    const world = await openSession()
    const rows = [[...PLAIN, '']]
    expect(
      await importRows(world, [...rows, [...CLOSED, '示例云']], {}, [...NO_COLUMN, '接入商']),
    ).toMatchObject({ providersToFill: 0 })
    expect(remindersIn(world)).toEqual([['no-access-provider', 'danger']])
  })

  it('is forgotten once a later sheet tells the provider, and not remembered of others', async () => {
    const world = await openSession()
    const update: Partial<ImportPlan> = { duplicates: 'update' }
    await importRows(world, [PLAIN], {}, NO_COLUMN)
    await importRows(world, [[...PLAIN, '示例云']], update, [...NO_COLUMN, '接入商'])
    expect(remindersIn(world)).toEqual([])
    await importRows(world, [PLAIN], update, NO_COLUMN)
    const [service] = listOf(world, 'service')
    expect(service?.data.providerIds).toHaveLength(1)
    expect(service?.data).not.toHaveProperty('isProviderUnknown')
  })
})

describe('a row whose numbers do not pass', () => {
  const NUMBERS = [
    '主体名称',
    '统一社会信用代码',
    '网站名称',
    '备案号',
    '负责人',
    '身份证号',
    '备注',
  ]
  const WRONG = [
    '星河示例科技有限公司',
    '91110105MA01ABCD9X',
    '星河官网',
    '京ICP备19012345号-1',
    '张三',
    '110105194912310021',
    '门户',
  ]
  const WRONG_CODE = 'credit-code-check-digit'

  it('is refused, and can be taken without them on request, which are then remarked', async () => {
    const world = await openSession()
    const { rows } = await previewOf(world, [WRONG], NUMBERS)
    expect(rows[0]).toMatchObject({ isRefused: true, canMend: true })
    expect(codes(rows[0])).toContain(WRONG_CODE)
    expect(await importRows(world, [WRONG], {}, NUMBERS)).toMatchObject({ created: 0, skipped: 1 })

    expect(await importRows(world, [WRONG], { mended: [2] }, NUMBERS)).toMatchObject({ created: 1 })
    const [entity] = listOf(world, 'entity')
    expect(entity?.data).not.toHaveProperty('creditCode')
    const [contact] = listOf(world, 'contact')
    expect(contact).toMatchObject({ hasSecret: false, data: { name: '张三' } })
    expect(listOf(world, 'service')[0]?.data).toMatchObject({
      filingNumber: '京ICP备19012345号-1',
      notes:
        '门户\n导入时未通过校验，请核对：统一社会信用代码 91110105MA01ABCD9X；身份证号 110105********0021',
    })
  })

  it('keeps the remarks of a filing that is known, and is not remarked twice', async () => {
    const world = await openSession()
    const headers = NUMBERS.slice(0, -1)
    const fine = [...WRONG.slice(0, 1), '', ...WRONG.slice(2, 5), '', '请勿改动']
    await importRows(world, [fine], {}, NUMBERS)
    const plan: Partial<ImportPlan> = { duplicates: 'update', mended: [2] }
    for (let round = 0; round < 2; round++) {
      expect(await importRows(world, [WRONG.slice(0, -1)], plan, headers)).toMatchObject({
        updated: 1,
      })
    }
    const notes = listOf(world, 'service')[0]?.data.notes
    expect(notes?.match(/请勿改动\n导入时未通过校验/g)).toHaveLength(1)
    expect(notes?.match(/91110105MA01ABCD9X/g)).toHaveLength(1)
  })

  it('cannot be taken when something else is wrong with it, or nobody is named', async () => {
    const world = await openSession()
    const headers = [...NUMBERS, '备案密码']
    const { rows } = await previewOf(
      world,
      [
        [...WRONG, 'x'.repeat(65)],
        ['', ...WRONG.slice(1), 'Canary-Pw-1!'],
      ],
      headers,
    )
    expect(rows.map(({ isRefused, canMend }) => [isRefused, canMend])).toEqual([
      [true, false],
      [true, false],
    ])
    const plan: Partial<ImportPlan> = { mended: [2, 3] }
    const nothing = await importRows(world, [[...WRONG, 'x'.repeat(65)]], plan, headers)
    expect(nothing).toMatchObject({ created: 0, skipped: 1, records: 0 })
  })
})

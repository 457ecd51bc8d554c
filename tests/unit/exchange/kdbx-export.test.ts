import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openKdbx } from '../../../electron/exchange/kdbx/kdbx-container.ts'
import { requireSame } from '../../../electron/exchange/kdbx-check.ts'
import { createHeldSealer } from '../../../electron/vault/content-sealer.ts'
import { entriesOf } from './files.ts'
import { exported, keepassxc } from './keepassxc.ts'
import { type ExchangeSession, type Made, NOW, openSession } from './session.ts'

const PASSPHRASE = 'exported 口令 example'
const TOTP = 'otpauth://totp/%E7%A4%BA%E4%BE%8B?secret=JBSWY3DPEHPK3PXP'
const credential = (data: Record<string, unknown>, secret?: Record<string, unknown>): Made => ({
  kind: 'credential',
  data: { kind: 'other', origin: 'imported', rotationMonths: 3, isRetired: false, ...data },
  ...(secret === undefined ? {} : { secret }),
})

const LEDGER: Readonly<Record<string, Made>> = {
  xinghe: {
    kind: 'entity',
    data: {
      name: '星河示例科技有限公司',
      nature: 'enterprise',
      province: '京',
      filingNumber: '京ICP备00000001号',
      creditCode: '91110000000000000X',
    },
  },
  yunfan: { kind: 'entity', data: { name: '云帆/示例', nature: 'enterprise' } },
  shop: {
    kind: 'service',
    data: {
      entityId: '#xinghe',
      kind: 'website',
      name: '星河示例商城',
      status: 'active',
      filingNumber: '京ICP备00000001号-2',
      providerIds: ['#cloud'],
    },
  },
  domain: { kind: 'domain', data: { serviceId: '#shop', name: 'shop.example.com' } },
  cloud: { kind: 'provider', data: { name: '示例云', roles: ['access'] } },
  phone: { kind: 'channel', data: { kind: 'mailbox', value: 'beian@example.com' } },
  filing: credential(
    {
      kind: 'filing-password',
      label: '商城 备案密码 <&> "引号"',
      entityId: '#xinghe',
      serviceId: '#shop',
      providerId: '#cloud',
      channelId: '#phone',
      account: '星河示例',
      portal: 'https://beian.example.com/login?a=1&b=2',
      origin: 'chosen',
      changedOn: '2026-10-01',
      obtainedFrom: '王示例',
      obtainedOn: '2026-09-30',
      notes: '公开备注\n第二行',
    },
    {
      value: ' 密码 <Pw&1> 尾 ',
      totpUri: TOTP,
      privateNotes: '私密\r\n第二行 \u0007',
      history: [
        { value: '第二个', setOn: '2026-05-01', replacedAt: NOW - 5_000_000_000, origin: 'chosen' },
        { value: '第一个', replacedAt: NOW - 20_000_000_000, origin: 'issued' },
      ],
    },
  ),
  retired: credential(
    { label: '旧账号', entityId: '#yunfan', isRetired: true },
    { value: 'r', history: [] },
  ),
  cloudAccount: credential({ label: '控制台', providerId: '#cloud' }, { value: 'c', history: [] }),
  loose: credential({ label: '无归属' }),
}

async function exportOf(
  session: ExchangeSession,
  scope: Partial<{ entityIds: string[]; withRetired: boolean; withPapers: boolean }> = {},
) {
  const file = path.join(session.folder, 'out.kdbx')
  session.answers['dialog.saveFile'] = file
  const result = await session.call['exchange.exportKdbx']({
    scope: { withRetired: true, withPapers: false, ...scope },
    passphrase: PASSPHRASE,
    reason: '迁移测试',
  })
  return { file, result }
}

/** Adds a paper with one file, as the intake does. */
function addPaper(session: ExchangeSession, name: string, bytes: Uint8Array): void {
  const sealer = createHeldSealer()
  sealer.push(bytes)
  const content = sealer.finish()
  const ownerId = 'ab'.repeat(16)
  const files = [
    {
      attachmentId: content.id,
      name,
      mediaType: 'application/pdf',
      sizeBytes: bytes.length,
      addedAt: NOW,
    },
  ]
  const data = {
    kind: 'business-licence',
    title: '营业执照',
    entityId: session.id('xinghe'),
    sealState: 'sealed',
    validUntilOn: '2030-01-01',
    files,
  }
  const overview = { kind: 'document', data, createdAt: NOW, updatedAt: NOW }
  session.vault.write([{ type: 'put', id: ownerId, overview }], [], {
    added: [{ facts: { ownerId, name, mediaType: 'application/pdf' }, content }],
    removedIds: [],
  })
  for (const record of session.vault.records()) {
    if (record.id !== ownerId) continue
    // `as`: the overview was just written.
    session.open.ledger.kinds.document.add({
      ...(overview as never as {
        kind: 'document'
        data: never
        createdAt: number
        updatedAt: number
      }),
      id: ownerId,
      revision: record.revision,
      hasSecret: false,
    })
    session.open.ledger.records.set(ownerId, [...session.open.ledger.kinds.document][0] as never)
  }
}

describe('an export to KDBX', () => {
  test('opens in KeePassXC with every field in place', async () => {
    const session = await openSession(LEDGER)
    const { file, result } = await exportOf(session)
    expect(result).toEqual({ fileName: 'out.kdbx', credentials: 4, papers: 0 })
    const entries = exported(file, PASSPHRASE)
    expect(entries.map(({ group, fields }) => [group, fields['Title']]).sort()).toEqual([
      ['云帆/示例', '旧账号'],
      ['星河示例科技有限公司/星河示例商城', '商城 备案密码 <&> "引号"'],
      ['未归属主体', '无归属'],
      ['示例云', '控制台'],
    ])
    const filing = entries.find(({ fields }) => fields['Title']?.startsWith('商城'))
    expect(filing?.fields).toEqual({
      Title: '商城 备案密码 <&> "引号"',
      UserName: '星河示例',
      Password: ' 密码 <Pw&1> 尾 ',
      URL: 'https://beian.example.com/login?a=1&b=2',
      Notes: '公开备注\n第二行',
      otp: TOTP,
      // KeePassXC cannot show a control character in XML; the next test reads it from the file itself.
      私密备注: expect.stringMatching(/^私密\r?\n第二行/),
      类型: '备案密码',
      主体: '星河示例科技有限公司',
      主体备案号: '京ICP备00000001号',
      省份: '北京市',
      服务: '星河示例商城',
      服务备案号: '京ICP备00000001号-2',
      域名: 'shop.example.com',
      接入商: '示例云',
      接收渠道: 'beian@example.com',
      设置日期: '2026-10-01',
      '轮换周期（月）': '3',
      取得方式: '自行设置',
      取得自: '王示例',
      取得日期: '2026-09-30',
    })
    expect(filing?.isProtected).toMatchObject({ Password: true, otp: true, 私密备注: true })
    expect(filing?.past).toEqual(['第一个', '第二个'])
    // Six months after the day it was set, to the end of that day in Shanghai.
    expect(filing?.expiresAt).toBe(Date.parse('2027-04-01T24:00:00+08:00'))
    expect(filing?.tags).toBe('备案密码')
    const old = entries.find(({ fields }) => fields['Title'] === '旧账号')
    expect(old?.fields['已停用']).toBe('是')
  })

  test('makes the codes in KeePassXC that it makes here, and shows single fields', async () => {
    const session = await openSession(LEDGER)
    const { file } = await exportOf(session)
    const entry = '/星河示例科技有限公司/星河示例商城/商城 备案密码 <&> "引号"'
    const show = (...args: string[]) =>
      keepassxc(['show', '-q', ...args, file, entry], `${PASSPHRASE}\n`).toString()
    expect(show('-s', '-a', 'Password')).toBe(' 密码 <Pw&1> 尾 \n')
    expect(show('-t').trim()).toMatch(/^\d{6}$/)
    const info = keepassxc(['db-info', '-q', file], `${PASSPHRASE}\n`).toString()
    expect(info).toMatch(/Cipher: ChaCha20/)
    expect(info).toMatch(/KDF: Argon2id/)
  })

  test('gives back by our own reader what went in, control characters included', async () => {
    const session = await openSession(LEDGER)
    const { file } = await exportOf(session)
    const entries = await entriesOf(readFileSync(file), { password: PASSPHRASE })
    const filing = entries.find(({ title }) => title.startsWith('商城'))
    expect(filing).toMatchObject({
      password: ' 密码 <Pw&1> 尾 ',
      totpUri: TOTP,
      history: [{ value: '第二个' }, { value: '第一个' }],
    })
    expect(filing?.extras).toContainEqual({ name: '私密备注', value: '私密\r\n第二行 \u0007' })
  })

  test('takes papers along as attached files, byte by byte', async () => {
    const session = await openSession(LEDGER)
    const bytes = Buffer.from(`%PDF-1.4 ${'x'.repeat(200_000)}`)
    addPaper(session, '执照.pdf', bytes)
    const { file, result } = await exportOf(session, { withPapers: true })
    expect(result?.papers).toBe(1)
    const paper = exported(file, PASSPHRASE).find(({ fields }) => fields['Title'] === '营业执照')
    expect(paper).toMatchObject({
      group: '星河示例科技有限公司',
      files: ['执照.pdf'],
      tags: '资料',
    })
    const out = path.join(session.folder, 'out.pdf')
    keepassxc(
      ['attachment-export', '-q', file, '/星河示例科技有限公司/营业执照', '执照.pdf', out],
      `${PASSPHRASE}\n`,
    )
    expect(readFileSync(out).equals(bytes)).toBe(true)
  })

  test('of one entity holds nothing of the others', async () => {
    const session = await openSession(LEDGER)
    const { file, result } = await exportOf(session, { entityIds: [session.id('xinghe')] })
    expect(result?.credentials).toBe(1)
    expect(exported(file, PASSPHRASE)).toHaveLength(1)
    expect(session.vault.audit({ limit: 5 }).map(({ action }) => action)).toContain(
      'exchange.export-kdbx-part',
    )
  })

  test('names every credential in the trail before it is written, with the reason and no secret', async () => {
    const session = await openSession(LEDGER)
    await exportOf(session)
    const trail = session.vault.audit({ limit: 20 })
    const each = trail.filter(({ action }) => action === 'credential.export')
    const names = ['filing', 'retired', 'cloudAccount', 'loose']
    expect(new Set(each.map(({ recordId }) => recordId))).toEqual(
      new Set(names.map((name) => session.id(name))),
    )
    expect(trail.find(({ action }) => action === 'exchange.export-kdbx')?.facts).toEqual({
      reason: '迁移测试',
      credentials: 4,
      papers: 0,
      fileName: 'out.kdbx',
    })
    expect(JSON.stringify(trail)).not.toContain('Pw&1')
  })

  test('that is cancelled in the dialog writes neither a file nor an entry', async () => {
    const session = await openSession(LEDGER)
    const before = session.vault.revision
    session.answers['dialog.saveFile'] = undefined
    const done = await session.call['exchange.exportKdbx']({
      scope: { withRetired: true, withPapers: false },
      passphrase: PASSPHRASE,
      reason: 'x',
    })
    expect(done).toBeUndefined()
    expect(session.vault.revision).toBe(before)
  })

  test.each(['open', 'seal', 'check'] as const)(
    'that is cancelled at the step %s is no export: no file, no entry, an older file as it was',
    async (step) => {
      const session = await openSession(LEDGER)
      const { file } = await exportOf(session)
      const older = readFileSync(file)
      const before = session.vault.revision
      session.cancelAt(step)
      await expect(exportOf(session)).rejects.toMatchObject({ code: 'cancelled' })
      expect(session.vault.revision).toBe(before)
      expect(readdirSync(session.folder)).toEqual(['out.kdbx'])
      expect(readFileSync(file).equals(older)).toBe(true)
    },
  )

  test('that is cancelled after papers were opened says in the trail that no file came of it', async () => {
    const session = await openSession(LEDGER)
    addPaper(session, '执照.pdf', Buffer.from('%PDF-1.4'))
    session.cancelAt('seal')
    await expect(exportOf(session, { withPapers: true })).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(session.vault.audit({ limit: 2 })).toMatchObject([
      { action: 'exchange.kdbx-cancelled', facts: { fileName: 'out.kdbx' } },
      { action: 'document.export-plain', facts: { fileName: '执照.pdf' } },
    ])
    expect(readdirSync(session.folder)).toEqual([])
  })

  test('tells what it is at', async () => {
    const session = await openSession(LEDGER)
    await exportOf(session)
    const steps = session.events.flatMap((event) => ('step' in event ? [event.step] : []))
    expect(steps).toEqual(['open', 'seal', 'check'])
  })

  test('asks for a second person where the company wants one', async () => {
    const session = await openSession({
      ...LEDGER,
      rule: { kind: 'company-rule', data: { twoPersonActs: ['export'] } },
    })
    const file = path.join(session.folder, 'out.kdbx')
    await expect(exportOf(session)).rejects.toMatchObject({
      code: 'second-person-needed',
      facts: { act: 'export', credentials: 4, reason: '迁移测试' },
    })
    expect(existsSync(file)).toBe(false)
  })

  test('is nobody else’s to read, and opens with its passphrase only', async () => {
    const session = await openSession(LEDGER)
    const { file } = await exportOf(session)
    expect(statSync(file).mode & 0o077).toBe(0)
    await expect(
      openKdbx(readFileSync(file), { password: `${PASSPHRASE} ` }),
    ).rejects.toMatchObject({ code: 'foreign-key-wrong' })
    expect(readFileSync(file).includes('星河示例')).toBe(false)
  })

  test('that reads back otherwise is no export', () => {
    const entry = {
      strings: [{ key: 'Title', value: 't', isProtected: false }],
      createdAt: 0,
      changedAt: 0,
      tags: [],
      history: [],
      files: [],
    }
    const root = { name: 'r', groups: [], entries: [entry] }
    expect(() => requireSame(root, [])).toThrow(expect.objectContaining({ code: 'io-failed' }))
  })

  test('survives a round through KeePassXC: edited there, read here', async () => {
    const session = await openSession(LEDGER)
    const { file } = await exportOf(session)
    keepassxc(['add', '-q', '-p', file, '/示例云/新的'], `${PASSPHRASE}\nadded there\n`)
    const entries = await entriesOf(readFileSync(file), { password: PASSPHRASE })
    expect(entries.find(({ title }) => title === '新的')?.password).toBe('added there')
    const filing = entries.find(({ title }) => title.startsWith('商城'))
    expect(filing).toMatchObject({ password: ' 密码 <Pw&1> 尾 ', totpUri: TOTP })
    expect(filing?.history.map(({ value }) => value)).toEqual(['第二个', '第一个'])
  })
})

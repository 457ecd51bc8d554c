import { describe, expect, test } from 'vitest'
import { emptyEntry } from '../../../electron/exchange/foreign-entry.ts'
import { importForeign } from '../../../electron/exchange/import-records.ts'
import { sealKdbx } from '../../../electron/exchange/kdbx/kdbx-container.ts'
import { writeKdbxContent } from '../../../electron/exchange/kdbx/kdbx-writer.ts'
import { bitwarden, type Made, NOW, openSession, planFor } from './session.ts'

const FILING: Readonly<Record<string, Made>> = {
  xinghe: {
    kind: 'entity',
    data: {
      name: '星河示例科技有限公司',
      shortName: '星河示例',
      nature: 'enterprise',
      filingNumber: '京ICP备00000001号',
    },
  },
  yunfan: { kind: 'entity', data: { name: '云帆示例有限公司', nature: 'enterprise' } },
  shop: {
    kind: 'service',
    data: {
      entityId: '#xinghe',
      kind: 'website',
      name: '星河示例商城',
      status: 'active',
      filingNumber: '京ICP备00000001号-2',
      providerIds: [],
    },
  },
  domain: { kind: 'domain', data: { serviceId: '#shop', name: 'shop.example.com' } },
  cloud: {
    kind: 'provider',
    data: { name: '示例云', roles: ['access'], consoleUrl: 'https://console.cloud.example.net' },
  },
}
const login = (username: string, password: string, uri?: string) => ({
  login: { username, password, ...(uri === undefined ? {} : { uris: [{ uri }] }) },
})

describe('the preview', () => {
  test('suggests the filing by number, domain, name and console, and the kind', async () => {
    const session = await openSession(FILING)
    const { lines } = await session.preview(
      'a.json',
      bitwarden([
        { name: '备案密码 京ICP备00000001号-2', ...login('a', 'p') },
        { name: '商城后台', ...login('b', 'p', 'https://admin.shop.example.com/x') },
        { name: '云帆示例有限公司 邮箱', ...login('c', 'p') },
        { name: '控制台', ...login('d', 'p', 'https://login.cloud.example.net') },
        { name: '随便', ...login('e', 'p') },
        { name: '信', ...login('f', 'p', 'https://mail.example.org/') },
      ]),
    )
    const xinghe = session.id('xinghe')
    const shop = session.id('shop')
    expect(lines.map(({ target, targetBy, kind }) => [target, targetBy, kind])).toEqual([
      [{ entityId: xinghe, serviceId: shop }, 'filing-number', 'filing-password'],
      [{ entityId: xinghe, serviceId: shop }, 'domain', 'other'],
      [{ entityId: session.id('yunfan') }, 'name', 'mailbox'],
      [{ providerId: session.id('cloud') }, undefined, 'other'],
      [{}, undefined, 'other'],
      [{}, undefined, 'mailbox'],
    ])
  })

  test('never holds a secret', async () => {
    const session = await openSession()
    const found = await session.preview(
      'a.json',
      JSON.stringify({
        encrypted: false,
        items: [
          {
            name: 'n',
            notes: 'SECRET-note',
            fields: [{ name: 'PIN', value: 'SECRET-field' }],
            login: { username: 'u', password: 'SECRET-value', totp: 'JBSWY3DPEHPK3PXP' },
            passwordHistory: [{ password: 'SECRET-old', lastUsedDate: '2026-01-01' }],
          },
        ],
      }),
    )
    expect(found.lines[0]).toMatchObject({ hasPassword: true, hasTotp: true, pastCount: 1 })
    expect(JSON.stringify(found)).not.toMatch(/SECRET|JBSWY3DP/)
  })
})

describe('taking over', () => {
  test('stores every field, and what has none in the private notes', async () => {
    const session = await openSession(FILING)
    const { lines } = await session.preview(
      'team.json',
      JSON.stringify({
        encrypted: false,
        folders: [{ id: 'f', name: '公司/备案' }],
        items: [
          {
            name: '星河示例商城 备案密码',
            folderId: 'f',
            notes: '问门卫',
            fields: [{ name: 'PIN', value: '0000' }],
            login: {
              username: 'u',
              password: ' p全 ',
              totp: 'JBSWY3DPEHPK3PXP',
              uris: [{ uri: 'https://a.example.org' }, { uri: 'https://b.example.org' }],
              passwordRevisionDate: '2026-03-04T05:06:07.000Z',
            },
            passwordHistory: [{ password: 'old', lastUsedDate: '2026-03-04T05:06:07.000Z' }],
          },
        ],
      }),
    )
    const result = await session.call['exchange.commit']({ plan: planFor(lines) })
    expect(result).toMatchObject({
      fileName: 'team.json',
      format: 'bitwarden-json',
      created: 1,
      updated: 0,
      skipped: 0,
      passwords: 1,
      withPrivateNotes: 1,
      filesLeft: [],
    })
    const [credential] = session.all('credential')
    expect(credential?.data).toEqual({
      kind: 'filing-password',
      label: '星河示例商城 备案密码',
      entityId: session.id('xinghe'),
      serviceId: session.id('shop'),
      account: 'u',
      portal: 'https://a.example.org',
      origin: 'imported',
      changedOn: '2026-03-04',
      rotationMonths: 3,
      isRetired: false,
      obtainedFrom: 'team.json / 公司 / 备案',
      obtainedOn: '2026-11-22',
    })
    expect(session.secret(credential?.id ?? '')).toEqual({
      value: ' p全 ',
      totpUri: expect.stringContaining('secret=JBSWY3DPEHPK3PXP'),
      privateNotes: '问门卫\n网址：https://b.example.org\nPIN：0000',
      history: [{ value: 'old', replacedAt: Date.UTC(2026, 2, 4, 5, 6, 7), origin: 'imported' }],
    })
    const [act] = session.vault.audit({ limit: 1 })
    expect(act).toMatchObject({
      action: 'exchange.import',
      facts: { fileName: 'team.json', created: 1, passwords: 1 },
    })
    expect(JSON.stringify(act)).not.toContain('p全')
  })

  test('loses nothing that is too long for its field', async () => {
    const session = await openSession()
    const value = 'x'.repeat(65)
    const notes = '长'.repeat(25_000)
    const title = 't'.repeat(300)
    const { lines } = await session.preview(
      'a.json',
      bitwarden([{ name: title, notes, ...login('u'.repeat(201), value) }]),
    )
    expect(lines[0]?.privateParts.map(({ part }) => part)).toEqual([
      'notes',
      'title',
      'account',
      'password',
    ])
    await session.call['exchange.commit']({ plan: planFor(lines) })
    const sealed = session
      .all('credential')
      .map(({ id }) => String(session.secret(id)?.['privateNotes']))
    const whole = sealed.sort((a, b) => b.indexOf('长') - a.indexOf('长')).join('')
    expect(sealed).toHaveLength(3)
    expect([...whole].filter((char) => char === '长')).toHaveLength(25_000)
    for (const part of [value, title, 'u'.repeat(201)]) expect(whole).toContain(part)
  })

  test('keeps files: papers as 资料, text in the notes, and names what stays behind', async () => {
    const session = await openSession(FILING)
    const pdf = Buffer.from('%PDF-1.4\n%%EOF')
    const now = NOW
    const content = writeKdbxContent(
      {
        name: 'r',
        groups: [],
        entries: [
          {
            strings: [{ key: 'Title', value: '星河示例商城', isProtected: false }],
            createdAt: now,
            changedAt: now,
            tags: [],
            history: [],
            files: [
              { name: '../证书.pdf', bytes: pdf },
              { name: 'id_rsa', bytes: Buffer.from('PRIVATE') },
              { name: 'blob.bin', bytes: Buffer.from([0, 1, 2]) },
            ],
          },
        ],
      },
      now,
    )
    const { lines } = await session.preview(
      'k.kdbx',
      await sealKdbx(content, { password: 'x' }, 1),
      'x',
    )
    expect(lines[0]?.files.map(({ name, fate }) => [name, fate])).toEqual([
      ['../证书.pdf', 'document'],
      ['id_rsa', 'notes'],
      ['blob.bin', 'left'],
    ])
    const result = await session.call['exchange.commit']({ plan: planFor(lines) })
    expect(result).toMatchObject({
      papers: 1,
      filesLeft: [{ title: '星河示例商城', name: 'blob.bin' }],
    })
    const [paper] = session.all('document')
    expect(paper?.data).toMatchObject({ title: '证书.pdf', serviceId: session.id('shop') })
    const file = paper?.data.files[0]
    const chunks: Uint8Array[] = []
    const entry = { action: 'test', at: 1, custodianId: '00'.repeat(16) }
    for await (const chunk of session.vault.readAttachment(file?.attachmentId ?? '', entry)) {
      chunks.push(Uint8Array.from(chunk))
    }
    expect(Buffer.concat(chunks)).toEqual(pdf)
    const [credential] = session.all('credential')
    expect(session.secret(credential?.id ?? '')?.['privateNotes']).toContain('id_rsa：\nPRIVATE')
  })

  test('refuses more papers than one import may bring, before any is sealed', async () => {
    const { session, all } = await openSession()
    const bytes = Buffer.alloc(40 * 1024 * 1024)
    bytes.write('%PDF-1.4\n')
    // What a small KDBX can do: the same file hangs on every entry.
    const entries = Array.from({ length: 13 }, (_, index) => ({
      ...emptyEntry(`n${index}`),
      files: [{ name: 'a.pdf', bytes }],
    }))
    const source = { entries, fileName: 'k.kdbx', format: 'kdbx' as const }
    const choices = entries.map((_, index) => ({
      index,
      kind: 'other' as const,
      duplicate: 'skip' as const,
    }))
    const start = (count: number) => {
      const plan = { origin: 'imported' as const, choices: choices.slice(0, count) }
      return importForeign(session, source, plan, () => false)
    }
    await expect(start(13)).rejects.toMatchObject({
      code: 'import-papers-too-large',
      facts: { megabytes: 500, papers: 10_000 },
    })
    expect(all('credential')).toEqual([])
    expect(await start(1)).toMatchObject({ created: 1, papers: 1 })
  })

  test('marks issued and temporary passwords to be changed at once', async () => {
    const session = await openSession()
    const { lines } = await session.preview(
      'a.json',
      bitwarden([{ name: 'n', ...login('u', 'p') }]),
    )
    await session.call['exchange.commit']({ plan: planFor(lines, { origin: 'issued' }) })
    expect(session.all('credential')[0]?.data).toMatchObject({
      origin: 'issued',
      mustChangeReason: 'issued',
    })
  })

  test('is undone as a whole, papers included', async () => {
    const session = await openSession(FILING)
    const { lines } = await session.preview(
      'a.json',
      bitwarden([
        { name: 'a', ...login('u', 'p') },
        { name: 'b', ...login('v', 'q') },
      ]),
    )
    const { undoToken } = await session.call['exchange.commit']({ plan: planFor(lines) })
    expect(session.all('credential')).toHaveLength(2)
    await session.call['records.undo']({ undoToken: undoToken ?? -1 })
    expect(session.all('credential')).toHaveLength(0)
  })

  test('cancelled on the way writes nothing', async () => {
    const session = await openSession()
    const items = Array.from({ length: 900 }, (_, index) => ({
      name: `n${index}`,
      ...login(`u${index}`, 'p'),
    }))
    const { lines } = await session.preview('a.json', bitwarden(items))
    const before = session.vault.revision
    const commit = session.call['exchange.commit']({ plan: planFor(lines) })
    await session.call['exchange.stop'](undefined)
    await expect(commit).rejects.toMatchObject({ code: 'cancelled' })
    expect(session.vault.revision).toBe(before)
    // The file is still there to try again.
    const again = await session.call['exchange.commit']({ plan: planFor(lines) })
    expect(again.created).toBe(900)
  })

  test('is over with the wizard: the file is forgotten', async () => {
    const session = await openSession()
    const { lines } = await session.preview(
      'a.json',
      bitwarden([{ name: 'n', ...login('u', 'p') }]),
    )
    await session.call['exchange.cancel'](undefined)
    await expect(session.call['exchange.commit']({ plan: planFor(lines) })).rejects.toMatchObject({
      code: 'import-not-open',
    })
  })

  test('takes only what was chosen, and refuses a filing that is gone', async () => {
    const session = await openSession()
    const { lines } = await session.preview(
      'a.json',
      bitwarden([
        { name: 'a', ...login('u', 'p') },
        { name: 'b', ...login('v', 'q') },
      ]),
    )
    const [first] = planFor(lines).choices
    if (first === undefined) throw new Error('no choice')
    const gone = { ...first, entityId: '00'.repeat(16) }
    await expect(
      session.call['exchange.commit']({ plan: { origin: 'imported', choices: [gone] } }),
    ).rejects.toMatchObject({ code: 'record-not-found' })
    const result = await session.call['exchange.commit']({
      plan: { origin: 'imported', choices: [first] },
    })
    expect(result).toMatchObject({ created: 1, skipped: 1 })
    expect(session.all('credential').map(({ data }) => data.label)).toEqual(['a'])
  })
})

describe('an account that is known', () => {
  const KNOWN: Made = {
    kind: 'credential',
    data: {
      kind: 'portal-account',
      label: '已有的',
      account: 'Admin',
      portal: 'https://www.portal.example.com/login',
      origin: 'chosen',
      changedOn: '2026-01-02',
      registeredAt: 5,
      registeredBy: '00'.repeat(16),
      rotationMonths: 3,
      isRetired: false,
    },
    secret: { value: 'known', privateNotes: '原有', history: [] },
  }
  const entryOf = (password: string) => ({
    name: '别的名字',
    notes: '新的',
    ...login('admin', password, 'https://portal.example.com/console'),
  })

  test('is found by account and site, and whether its password is the same', async () => {
    const session = await openSession({ known: KNOWN })
    const { lines } = await session.preview(
      'a.json',
      bitwarden([
        entryOf('known'),
        entryOf('other'),
        { name: 'x', ...login('someone', 'p', 'https://portal.example.com') },
      ]),
    )
    expect(lines.map(({ duplicate }) => duplicate)).toEqual([
      { id: session.id('known'), label: '已有的', isSameValue: true },
      { id: session.id('known'), label: '已有的', isSameValue: false },
      undefined,
    ])
  })

  test('is recognised once it is placed where the known one is', async () => {
    const session = await openSession({
      ...FILING,
      known: {
        kind: 'credential',
        data: {
          kind: 'mailbox',
          label: '云帆邮箱',
          account: 'admin',
          entityId: '#yunfan',
          origin: 'chosen',
          rotationMonths: 3,
          isRetired: false,
        },
        secret: { value: 'known', history: [] },
      },
    })
    const { lines } = await session.preview(
      'a.json',
      bitwarden([{ name: '随便', ...login('ADMIN', 'known') }]),
    )
    expect(lines[0]?.duplicate).toBeUndefined()
    const yunfan = { index: 0, entityId: session.id('yunfan') }
    const duplicate = { id: session.id('known'), label: '云帆邮箱', isSameValue: true }
    expect(
      await session.call['exchange.recognise']({ entries: [{ ...yunfan, kind: 'mailbox' }] }),
    ).toEqual([{ index: 0, duplicate }])
    expect(
      await session.call['exchange.recognise']({ entries: [{ ...yunfan, kind: 'other' }] }),
    ).toEqual([{ index: 0 }])
  })

  test('is left alone, updated with the old password in the history, or doubled', async () => {
    const session = await openSession({ known: KNOWN })
    const { lines } = await session.preview('a.json', bitwarden([entryOf('new')]))
    const skipped = await session.call['exchange.commit']({ plan: planFor(lines) })
    expect(skipped).toMatchObject({ created: 0, updated: 0, skipped: 1 })
    expect(session.secret(session.id('known'))?.['value']).toBe('known')

    await session.preview('a.json', bitwarden([entryOf('new')]))
    const updated = await session.call['exchange.commit']({
      plan: planFor(lines, { duplicate: 'update' }),
    })
    expect(updated).toMatchObject({ created: 0, updated: 1 })
    expect(session.secret(session.id('known'))).toEqual({
      value: 'new',
      privateNotes: '原有\n新的',
      history: [{ value: 'known', setOn: '2026-01-02', replacedAt: NOW, origin: 'chosen' }],
    })
    const { data } = session.all('credential')[0] ?? {}
    expect(data).toMatchObject({ origin: 'imported', label: '已有的' })
    expect(data).not.toHaveProperty('registeredBy')

    await session.preview('a.json', bitwarden([entryOf('newer')]))
    await session.call['exchange.commit']({ plan: planFor(lines, { duplicate: 'keep-both' }) })
    expect(session.all('credential')).toHaveLength(2)
    expect(session.secret(session.id('known'))?.['value']).toBe('new')
  })
})

import { createCipheriv, createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { argon2id } from '@noble/hashes/argon2.js'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { needOf, readForeign } from '../../../electron/exchange/read-foreign.ts'
import { bytesOf, entriesOf } from './files.ts'

const ITEM = {
  type: 1,
  name: '备案系统',
  notes: 'n',
  folderId: 'f1',
  deletedDate: null,
  fields: [{ name: 'PIN', value: '0000', type: 1 }],
  login: {
    username: 'u',
    password: 'p',
    totp: 'JBSWY3DPEHPK3PXP',
    uris: [{ uri: 'https://a.example.com' }, { uri: 'https://b.example.com' }],
    passwordRevisionDate: '2026-03-04T05:06:07.000Z',
  },
  passwordHistory: [
    { password: 'older', lastUsedDate: '2026-01-01T00:00:00.000Z' },
    { password: 'old', lastUsedDate: '2026-03-04T05:06:07.000Z' },
  ],
}
const EXPORT = { encrypted: false, folders: [{ id: 'f1', name: '公司/示例科技' }], items: [ITEM] }

describe('a JSON of Bitwarden', () => {
  test('gives every field', async () => {
    const { format, entries } = await readForeign(bytesOf(JSON.stringify(EXPORT)), {})
    expect(format).toBe('bitwarden-json')
    expect(entries).toEqual([
      {
        group: ['公司', '示例科技'],
        title: '备案系统',
        account: 'u',
        password: 'p',
        urls: ['https://a.example.com', 'https://b.example.com'],
        totpUri: 'otpauth://totp/%E5%A4%87%E6%A1%88%E7%B3%BB%E7%BB%9F%3Au?secret=JBSWY3DPEHPK3PXP',
        notes: 'n',
        extras: [{ name: 'PIN', value: '0000' }],
        history: [
          { value: 'old', replacedAt: Date.UTC(2026, 2, 4, 5, 6, 7) },
          { value: 'older', replacedAt: Date.UTC(2026, 0, 1) },
        ],
        files: [],
        passwordSetAt: Date.UTC(2026, 2, 4, 5, 6, 7),
        isTrashed: false,
      },
    ])
  })

  test('keeps cards, identities, keys and passkeys as fields', async () => {
    const items = [
      { type: 3, name: 'c', card: { number: '0000', code: '1' } },
      { type: 4, name: 'i', identity: { firstName: '三' } },
      { type: 5, name: 's', sshKey: { privateKey: 'k' } },
      { type: 2, name: 'n', secureNote: { type: 0 }, notes: 'x' },
      { type: 1, name: 'p', login: { fido2Credentials: [{ keyValue: 'v' }] } },
    ]
    const entries = await entriesOf(bytesOf(JSON.stringify({ encrypted: false, items })))
    expect(entries.map(({ extras }) => extras)).toEqual([
      [
        { name: 'card.number', value: '0000' },
        { name: 'card.code', value: '1' },
      ],
      [{ name: 'identity.firstName', value: '三' }],
      [{ name: 'sshKey.privateKey', value: 'k' }],
      [],
      [{ name: 'passkey', value: '{"keyValue":"v"}' }],
    ])
  })

  test('sealed with the key of an account is refused with the way out', async () => {
    const sealed = bytesOf(JSON.stringify({ encrypted: true, data: 'x', items: [] }))
    await expect(entriesOf(sealed)).rejects.toMatchObject({
      code: 'file-encrypted',
      facts: { reason: 'account-key' },
    })
  })

  /** Seals as Bitwarden does, by other code than the reader's. */
  function sealed(
    password: string,
    kdf: 'pbkdf2' | 'argon2id',
    content: unknown = EXPORT,
  ): Uint8Array {
    const salt = randomBytes(16).toString('base64')
    const iterations = kdf === 'pbkdf2' ? 5000 : 2
    const master =
      kdf === 'pbkdf2'
        ? pbkdf2Sync(password, salt, iterations, 32, 'sha256')
        : Buffer.from(
            argon2id(password, createHash('sha256').update(salt).digest(), {
              t: iterations,
              m: 1024,
              p: 2,
              dkLen: 32,
            }),
          )
    const expand = (info: string) =>
      createHmac('sha256', master)
        .update(info)
        .update(Buffer.from([1]))
        .digest()
    const seal = (text: string) => {
      const nonce = randomBytes(16)
      const cipher = createCipheriv('aes-256-cbc', expand('enc'), nonce)
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      const mac = createHmac('sha256', expand('mac')).update(nonce).update(content).digest()
      return `2.${[nonce, content, mac].map((part) => part.toString('base64')).join('|')}`
    }
    return bytesOf(
      JSON.stringify({
        encrypted: true,
        passwordProtected: true,
        salt,
        kdfType: kdf === 'pbkdf2' ? 0 : 1,
        kdfIterations: iterations,
        kdfMemory: 1,
        kdfParallelism: 2,
        encKeyValidation_DO_NOT_EDIT: seal('check'),
        data: seal(JSON.stringify(content)),
      }),
    )
  }

  test('protected by a password may hold tens of megabytes in its one string', async () => {
    const notes = 'n'.repeat(50_000)
    const items = Array.from({ length: 460 }, () => ({ ...ITEM, notes }))
    const bytes = sealed('p', 'pbkdf2', { ...EXPORT, items })
    expect(bytes.length).toBeGreaterThan(30_000_000)
    expect(needOf(bytes)).toBe('password')
    expect(await entriesOf(bytes, { password: 'p' })).toHaveLength(items.length)
    // Thirty megabytes, sealed and opened.
  }, 20_000)

  test.each(['pbkdf2', 'argon2id'] as const)(
    'protected by a password (%s) opens with it and no other',
    async (kdf) => {
      const bytes = sealed('口令 example', kdf)
      expect(needOf(bytes)).toBe('password')
      const [entry] = await entriesOf(bytes, { password: '口令 example' })
      expect(entry).toMatchObject({ title: '备案系统', password: 'p' })
      for (const password of ['another', undefined]) {
        await expect(entriesOf(bytes, { password })).rejects.toMatchObject({
          code: 'foreign-key-wrong',
        })
      }
    },
  )

  test('that asks for absurd work is refused', async () => {
    const json = JSON.parse(new TextDecoder().decode(sealed('x', 'argon2id')))
    for (const change of [
      { kdfMemory: 4096 },
      { kdfIterations: 2 ** 31 },
      { kdfType: 0, kdfIterations: 2 ** 31 },
      { kdfParallelism: 0 },
      { kdfType: 7 },
    ]) {
      const bytes = bytesOf(JSON.stringify({ ...json, ...change }))
      await expect(entriesOf(bytes, { password: 'x' })).rejects.toMatchObject({
        code: 'kdf-parameters-refused',
      })
    }
  })

  test('of something else is refused', async () => {
    await expect(entriesOf(bytesOf('{"a":1}'))).rejects.toMatchObject({ code: 'file-unreadable' })
    await expect(entriesOf(bytesOf('{"a":'))).rejects.toMatchObject({ code: 'file-unreadable' })
  })
})

describe('a 1PUX of 1Password', () => {
  const item = {
    state: 'active',
    createdAt: 1_700_000_000,
    overview: {
      title: 'A',
      url: 'https://a.example.com',
      urls: [{ url: 'https://b.example.com' }],
      tags: ['x'],
    },
    details: {
      notesPlain: 'n',
      loginFields: [
        { designation: 'username', value: 'u' },
        { designation: 'password', value: 'p' },
        { name: 'other', value: 'o' },
      ],
      sections: [
        {
          title: '附加',
          fields: [
            { title: 'code', value: { totp: 'otpauth://totp/a?secret=JBSWY3DPEHPK3PXP' } },
            { title: 'secret', value: { concealed: 's' } },
            { title: 'mail', value: { email: { email_address: 'a@example.com' } } },
            { title: 'scan', value: { file: { fileName: 'a.txt', documentId: 'd1' } } },
          ],
        },
      ],
      passwordHistory: [{ value: 'old', time: 1_700_000_100 }],
    },
  }
  const data = (items: unknown[]) =>
    JSON.stringify({ accounts: [{ vaults: [{ attrs: { name: '公司' }, items }] }] })

  test('gives fields, one-time code, past passwords and files', async () => {
    const bytes = zipSync({
      'export.data': strToU8(data([item, { ...item, state: 'archived' }])),
      'files/d1__a.txt': strToU8('scan'),
    })
    const { format, entries } = await readForeign(bytes, {})
    expect(format).toBe('onepassword-1pux')
    expect(entries[0]).toMatchObject({
      group: ['公司'],
      title: 'A',
      account: 'u',
      password: 'p',
      urls: ['https://a.example.com', 'https://b.example.com'],
      totpUri: 'otpauth://totp/a?secret=JBSWY3DPEHPK3PXP',
      notes: 'n',
      extras: [
        { name: 'other', value: 'o' },
        { name: '附加 · secret', value: 's' },
        { name: '附加 · mail', value: 'a@example.com' },
        { name: 'Tags', value: 'x' },
      ],
      history: [{ value: 'old', replacedAt: 1_700_000_100_000 }],
      passwordSetAt: 1_700_000_100_000,
    })
    expect(entries[0]?.files.map(({ name }) => name)).toEqual(['a.txt'])
    expect(entries.map(({ isTrashed }) => isTrashed)).toEqual([false, true])
  })

  test('whose zip is another, damaged, or a bomb is refused', async () => {
    await expect(entriesOf(zipSync({ 'a.txt': strToU8('x') }))).rejects.toMatchObject({
      code: 'file-unreadable',
    })
    const whole = zipSync({ 'export.data': strToU8(data([item])) })
    await expect(entriesOf(whole.subarray(0, -30))).rejects.toMatchObject({
      code: 'file-unreadable',
    })
    // It says in its directory that it unpacks to 300 MB.
    const bomb = Buffer.from(whole)
    bomb.writeUInt32LE(300 * 1024 * 1024, bomb.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24)
    await expect(entriesOf(bomb)).rejects.toMatchObject({ code: 'file-too-complex' })
  })
})

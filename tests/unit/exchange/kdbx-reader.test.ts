import { describe, expect, test } from 'vitest'
import { sealKdbx } from '../../../electron/exchange/kdbx/kdbx-container.ts'
import { writeContent } from '../../../electron/exchange/kdbx/kdbx-content.ts'
import { bytesOf, entriesOf, FILE_PASSWORD, fixture } from './files.ts'

const key = { password: FILE_PASSWORD }

describe('a KDBX 4 that KeePassXC wrote', () => {
  test.each(['argon2d-aes.kdbx', 'argon2id-chacha20.kdbx', 'aes-kdf.kdbx'])(
    '%s gives every field of an entry, its past password and its file',
    async (name) => {
      const [entry, ...others] = await entriesOf(fixture(name), key)
      expect(others).toEqual([])
      expect(entry).toMatchObject({
        group: ['示例科技'],
        title: '备案密码 <&>',
        account: '示例',
        password: 'Entry-Pw-2',
        urls: ['https://beian.example.com'],
        notes: 'line one',
        extras: [],
        isTrashed: false,
      })
      expect(entry?.history.map((past) => past.value)).toEqual(['Entry-Pw-1 尾 '])
      expect(entry?.passwordSetAt).toBe(entry?.history[0]?.replacedAt)
      expect(entry?.files.map((file) => [file.name, Buffer.from(file.bytes).toString()])).toEqual([
        ['key.txt', 'key text\n'],
      ])
    },
  )

  test('opens with a password and a key file, and with neither of them alone', async () => {
    const bytes = fixture('key-file.kdbx')
    const keyFile = fixture('key-file.keyx')
    const [entry] = await entriesOf(bytes, { ...key, keyFile })
    expect(entry).toMatchObject({ title: 'with key', account: 'keyed', password: 'Keyed-Pw-1' })
    for (const wrong of [key, { keyFile }, { password: '', keyFile }, {}]) {
      await expect(entriesOf(bytes, wrong)).rejects.toMatchObject({ code: 'foreign-key-wrong' })
    }
  })

  test('is refused with another password', async () => {
    await expect(
      entriesOf(fixture('argon2d-aes.kdbx'), { password: 'another' }),
    ).rejects.toMatchObject({ code: 'foreign-key-wrong' })
  })

  test('of version 3 is refused as old', async () => {
    await expect(entriesOf(fixture('version3.kdbx'), key)).rejects.toMatchObject({
      code: 'file-old-format',
    })
  })
})

describe('what entries of KDBX hold besides', () => {
  const ENTRY = (fields: Record<string, string>, more = '') =>
    `<Entry><UUID>AQEBAQEBAQEBAQEBAQEBAQ==</UUID>${Object.entries(fields)
      .map(([name, value]) => `<String><Key>${name}</Key><Value>${value}</Value></String>`)
      .join('')}${more}</Entry>`
  const read = async (root: string, meta = '') => {
    const xml = `<?xml version="1.0"?><KeePassFile><Meta>${meta}</Meta><Root>${root}</Root></KeePassFile>`
    const bytes = await sealKdbx(
      writeContent(() => xml, []),
      key,
      1,
    )
    return entriesOf(bytes, key)
  }

  test('custom fields and tags stay fields with their names', async () => {
    const [entry] = await read(
      `<Group><Name>r</Name>${ENTRY({ Title: 't', PIN: '0000', 备案号: '京ICP备00000000号' }, '<Tags>a;b</Tags>')}</Group>`,
    )
    expect(entry?.extras).toEqual([
      { name: 'PIN', value: '0000' },
      { name: '备案号', value: '京ICP备00000000号' },
      { name: 'Tags', value: 'a;b' },
    ])
  })

  test.each([
    [
      { otp: 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP' },
      'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP',
    ],
    [
      { otp: 'key=JBSWY3DPEHPK3PXP&amp;step=60&amp;size=8' },
      'otpauth://totp/t?secret=JBSWY3DPEHPK3PXP&period=60&digits=8',
    ],
    [
      { 'TOTP Seed': 'jbsw y3dp ehpk 3pxp', 'TOTP Settings': '30;6' },
      'otpauth://totp/t?secret=JBSWY3DPEHPK3PXP',
    ],
    [
      { 'TimeOtp-Secret-Base32': 'JBSWY3DPEHPK3PXP', 'TimeOtp-Algorithm': 'HMAC-SHA-256' },
      'otpauth://totp/t?secret=JBSWY3DPEHPK3PXP&algorithm=SHA256',
    ],
  ])('a one-time code is understood in each way it is kept: %o', async (fields, address) => {
    const [entry] = await read(`<Group><Name>r</Name>${ENTRY({ Title: 't', ...fields })}</Group>`)
    expect(entry?.totpUri).toBe(address)
    expect(entry?.extras).toEqual([])
  })

  test('a one-time code that is not understood stays a field', async () => {
    const [entry] = await read(
      `<Group><Name>r</Name>${ENTRY({ Title: 't', 'TOTP Seed': 'JBSWY3DPEHPK3PXP', 'TOTP Settings': '30;S' })}</Group>`,
    )
    expect(entry?.totpUri).toBeUndefined()
    expect(entry?.extras.map(({ name }) => name)).toEqual(['TOTP Seed', 'TOTP Settings'])
  })

  test('what lies in the recycle bin is marked, groups in it included', async () => {
    const bin = 'AgICAgICAgICAgICAgICAg=='
    const entries = await read(
      `<Group><Name>r</Name>${ENTRY({ Title: 'kept' })}<Group><UUID>${bin}</UUID><Name>Bin</Name>${ENTRY({ Title: 'gone' })}<Group><Name>sub</Name>${ENTRY({ Title: 'gone too' })}</Group></Group></Group>`,
      `<RecycleBinUUID>${bin}</RecycleBinUUID>`,
    )
    expect(entries.map(({ title, isTrashed }) => [title, isTrashed])).toEqual([
      ['kept', false],
      ['gone', true],
      ['gone too', true],
    ])
  })

  test('an empty file says so', async () => {
    await expect(read('<Group><Name>r</Name></Group>')).rejects.toMatchObject({
      code: 'file-has-no-rows',
    })
  })

  test('text that is no XML of KeePass is refused', async () => {
    for (const root of ['', '<Group>', '<Group></Wrong>']) {
      await expect(read(root)).rejects.toMatchObject({ code: 'file-unreadable' })
    }
    await expect(entriesOf(bytesOf('\x03\xd9'), key)).rejects.toMatchObject({ name: 'VaultError' })
  })
})

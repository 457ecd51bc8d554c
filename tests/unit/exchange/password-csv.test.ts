import { describe, expect, test } from 'vitest'
import { readForeign } from '../../../electron/exchange/read-foreign.ts'
import { bytesOf, entriesOf } from './files.ts'

const read = (text: string) => readForeign(bytesOf(text), {})

describe('a table of passwords', () => {
  test('of Chrome and Edge', async () => {
    const { format, entries } = await read(
      'name,url,username,password,note\nbeian.example.com,https://beian.example.com/login,示例,"p,""q""",备注\n',
    )
    expect(format).toBe('browser-csv')
    expect(entries).toMatchObject([
      {
        title: 'beian.example.com',
        urls: ['https://beian.example.com/login'],
        account: '示例',
        password: 'p,"q"',
        notes: '备注',
        extras: [],
      },
    ])
  })

  test('of Firefox tells when the password was changed', async () => {
    const { format, entries } = await read(
      '"url","username","password","httpRealm","formActionOrigin","guid","timeCreated","timeLastUsed","timePasswordChanged"\n"https://a.example.com","u","p",,"https://a.example.com","{00000000}","1700000000000","1700000000001","1700000000002"\n',
    )
    expect(format).toBe('browser-csv')
    expect(entries).toMatchObject([{ title: '', password: 'p', passwordSetAt: 1700000000002 }])
  })

  test('of Safari brings one-time codes', async () => {
    const [entry] = await entriesOf(
      bytesOf(
        'Title,URL,Username,Password,Notes,OTPAuth\nA,https://a.example.com,u,p,,otpauth://totp/a?secret=JBSWY3DPEHPK3PXP\n',
      ),
    )
    expect(entry?.totpUri).toBe('otpauth://totp/a?secret=JBSWY3DPEHPK3PXP')
  })

  test('of 1Password keeps tags and knows the archive', async () => {
    const { format, entries } = await read(
      'Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes\nA,https://a.example.com,u,p,,false,true,x;y,n\n',
    )
    expect(format).toBe('onepassword-csv')
    expect(entries).toMatchObject([
      { title: 'A', isTrashed: true, notes: 'n', extras: [{ name: 'Tags', value: 'x;y' }] },
    ])
  })

  test('of KeePassXC and Bitwarden has groups and custom fields', async () => {
    const [xc] = await entriesOf(
      bytesOf(
        '"Group","Title","Username","Password","URL","Notes","TOTP","Icon","Last Modified","Created"\n"Root/示例科技","A","u","p","","","","0","2026-01-01T00:00:00Z","2026-01-01T00:00:00Z"\n',
      ),
    )
    expect(xc).toMatchObject({ group: ['Root', '示例科技'], title: 'A', extras: [] })
    const [bw] = await entriesOf(
      bytesOf(
        'folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp\nF,,login,A,,"PIN: 0000\nlone",0,"https://a.example.com,https://b.example.com",u,p,JBSWY3DPEHPK3PXP\n',
      ),
    )
    expect(bw).toMatchObject({
      group: ['F'],
      urls: ['https://a.example.com', 'https://b.example.com'],
      totpUri: 'otpauth://totp/A?secret=JBSWY3DPEHPK3PXP',
      extras: [
        { name: 'PIN', value: '0000' },
        { name: 'fields', value: 'lone' },
      ],
    })
  })

  test('keeps what it does not know, and a second column of the same kind', async () => {
    const [entry] = await entriesOf(
      bytesOf('name,username,password,密码,所属公司\nA,u,p,q,示例科技\n'),
    )
    expect(entry).toMatchObject({
      password: 'p',
      extras: [
        { name: '密码', value: 'q' },
        { name: '所属公司', value: '示例科技' },
      ],
    })
  })

  test.each(['=HYPERLINK("x")', '+1', '-1', '@x', '="0012"', ' leading', 'trailing ', "'quoted"])(
    'keeps the password %o exactly',
    async (password) => {
      const cell = `"${password.replaceAll('"', '""')}"`
      const [entry] = await entriesOf(bytesOf(`name,username,password\nA,u,${cell}\n`))
      expect(entry?.password).toBe(password)
    },
  )

  test.each([
    ['a mark and CRLF', bytesOf('\uFEFF名称,用户名,密码\r\n甲,u,p\r\n')],
    ['tabs', bytesOf('名称\t用户名\t密码\n甲\tu\tp\n')],
    ['semicolons', bytesOf('名称;用户名;密码\n甲;u;p\n')],
    ['empty lines', bytesOf('名称,用户名,密码\n\n甲,u,p\n,,\n\n')],
    [
      'GBK',
      // 名称,用户名,密码 / 甲,u,p
      Buffer.from('c3fbb3c62cd3c3bba7c3fb2cc3dcc2eb0abcd72c752c700a', 'hex'),
    ],
    ['UTF-16', Buffer.from('\uFEFF名称,用户名,密码\n甲,u,p\n', 'utf16le')],
  ])('is read with %s', async (_, bytes) => {
    expect(await entriesOf(bytes)).toMatchObject([{ title: '甲', account: 'u', password: 'p' }])
  })

  test('without a column of passwords is refused', async () => {
    await expect(read('name,url\nA,b\n')).rejects.toMatchObject({
      code: 'file-unreadable',
      facts: { reason: 'no-password-column' },
    })
  })

  test('with nothing in it says so', async () => {
    for (const text of ['', 'name,password\n']) {
      await expect(read(text)).rejects.toMatchObject({ code: 'file-has-no-rows' })
    }
  })

  test('with a line without end is refused', async () => {
    await expect(read(`name,password\nA,"${'x'.repeat(2_000_000)}`)).rejects.toMatchObject({
      code: 'file-too-complex',
    })
  })

  test('that is no text is refused', async () => {
    await expect(
      readForeign(new Uint8Array([0x89, 0x50, 0, 0, 1, 2, 3, 0]), {}),
    ).rejects.toMatchObject({ code: 'file-unreadable' })
  })
})

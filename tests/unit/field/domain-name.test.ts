import { domainToASCII, domainToUnicode as nodeToUnicode } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDomainName, domainToUnicode, ownLabels } from '../../../shared/field/domain-name.ts'
import { checkEmail } from '../../../shared/field/email.ts'
import { decodePunycode, encodePunycode } from '../../../shared/field/punycode.ts'

const code = (text: string) => checkDomainName(text).findings[0]?.code

describe('domain names', () => {
  it.each(['星河.中国', '备案.example.com', 'bücher.example', '例え.テスト', '中文-测试.公司.cn'])(
    'have the ASCII form that Node gives %s, and come back',
    (name) => {
      const ascii = checkDomainName(name).value ?? ''
      expect(ascii).toBe(domainToASCII(name))
      expect(domainToUnicode(ascii)).toBe(nodeToUnicode(ascii))
    },
  )

  it('fold case, full width and the ideographic full stop', () => {
    expect(checkDomainName(' Ｗeb。Example．COM ').value).toBe('web.example.com')
  })

  it('take the host out of a pasted address, with a warning', () => {
    expect(checkDomainName('https://xinghe.example:8080/a?b').value).toBe('xinghe.example')
    expect(code('https://xinghe.example/')).toBe('domain-was-address')
    expect(checkDomainName('xinghe.example/index.html').value).toBe('xinghe.example')
  })

  it.each([
    ['localhost', 'domain-no-suffix'],
    ['192.168.1.1', 'domain-is-ip-address'],
    ['-a.example', 'domain-label'],
    ['a..example', 'domain-label'],
    ['a_b.example', 'domain-label'],
    ['*.example.com', 'domain-label'],
    [`${'a'.repeat(64)}.example`, 'domain-label'],
    ['xn--zzzzz99.example', 'domain-label'],
    ['example.123', 'domain-label'],
    [`${'abcdefghi.'.repeat(26)}example`, 'domain-too-long'],
  ])('refuse %s as %s', (name, reason) => {
    expect(checkDomainName(name).value).toBeUndefined()
    expect(code(name)).toBe(reason)
  })

  it('warn of www', () => {
    expect(code('www.xinghe.example')).toBe('domain-has-www')
  })

  it('know the labels that are the owner’s own', () => {
    expect(ownLabels('www.xinghe.com.cn')).toEqual(['xinghe'])
    expect(ownLabels('shop.xinghe.example')).toEqual(['shop', 'xinghe'])
  })
})

describe('punycode', () => {
  it('decodes what it encodes, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), (text) => {
        // RFC 3492 itself, before any rule of domain names.
        expect(decodePunycode(encodePunycode(text))).toBe(text)
      }),
    )
  })

  it.each([
    // RFC 3492, section 7.1, (B) Chinese (simplified) and (L) 3年B組金八先生.
    ['他们为什么不说中文', 'ihqwcrb4cv8a8dqg056pqjye'],
    ['3年b組金八先生', '3b-ww4c5e180e575a65lsy2b'],
  ])('encodes %s as the RFC prints', (text, encoded) => {
    expect(encodePunycode(text)).toBe(encoded)
    expect(decodePunycode(encoded)).toBe(text)
  })

  it('agrees with Node on names of Chinese characters', () => {
    const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCodePoint(point))
    fc.assert(
      fc.property(fc.array(han, { minLength: 1, maxLength: 12 }), (characters) => {
        const name = `${characters.join('')}.cn`
        expect(checkDomainName(name).value).toBe(domainToASCII(name))
      }),
    )
  })

  it('never throws and never loops on rubbish', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 70 }), (text) => {
        const decoded = decodePunycode(text)
        expect(decoded === undefined || typeof decoded === 'string').toBe(true)
        expect(Array.isArray(checkDomainName(`xn--${text}.cn`).findings)).toBe(true)
      }),
    )
  })
})

describe('mail addresses', () => {
  it('are normalised but for the local part', () => {
    expect(checkEmail(' Icp.Admin＠星河.中国').value).toBe(
      `Icp.Admin@${domainToASCII('星河.中国')}`,
    )
  })

  it.each(['a', '@b.cn', 'a@b', 'a@@b.cn', '.a@b.cn', 'a..b@b.cn', 'a b,c@b.cn'])(
    'refuse %s',
    (text) => {
      expect(checkEmail(text)).toEqual({ findings: [{ severity: 'refused', code: 'email-shape' }] })
    },
  )
})

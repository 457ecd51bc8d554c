import { describe, expect, it } from 'vitest'
import { checkCreditCode } from '../../../shared/field/credit-code.ts'
import {
  checkIcpNumber,
  parseIcpNumber,
  provinceOfNumber,
} from '../../../shared/field/icp-number.ts'
import { checkLandline, checkMobile, checkPhone } from '../../../shared/field/mobile.ts'
import { checkOrganizationCode } from '../../../shared/field/organization-code.ts'
import { checkPoliceNumber, policeQueryUrl } from '../../../shared/field/police-number.ts'
import { PROVINCES, provinceIn } from '../../../shared/field/province.ts'
import { checkResidentId, convertLegacyResidentId } from '../../../shared/field/resident-id.ts'
import type { Checked } from '../../../shared/finding.ts'

const TODAY = '2026-11-22'
const codes = (checked: Checked) => checked.findings.map((finding) => finding.code)

describe('统一社会信用代码', () => {
  it.each([
    '91350100M000100Y43',
    '9144030071526726XG',
    '91330100799655058B',
    '91110000802100433B',
    '914403001922038216',
    '12441400456763110Y',
  ])('accepts %s without a finding', (code) => {
    expect(checkCreditCode(code)).toEqual({ value: code, findings: [] })
  })

  it.each([
    ['91350100M000100Y44', 'credit-code-check-digit'],
    ['9144030071526726XH', 'credit-code-check-digit'],
    ['91350100I000100Y43', 'credit-code-character'],
    ['91350100M000100Y4', 'credit-code-length'],
    ['000000000000000000', 'credit-code-placeholder'],
  ])('refuses %s as %s', (code, reason) => {
    const checked = checkCreditCode(code)
    expect(checked.value).toBeUndefined()
    expect(codes(checked)).toEqual([reason])
  })

  it('reads full-width characters, lower case and blanks', () => {
    expect(checkCreditCode(' ９１３５０１００ m000100y43 ').value).toBe('91350100M000100Y43')
  })
})

describe('组织机构代码', () => {
  it.each(['D2143569-X', '71526726-X', '19220382-1'])('accepts %s', (code) => {
    expect(checkOrganizationCode(code)).toEqual({ value: code, findings: [] })
  })

  it('adds the hyphen that was left out', () => {
    expect(checkOrganizationCode('d2143569x').value).toBe('D2143569-X')
  })

  it.each([
    ['D2143569-0', 'organization-code-check-digit'],
    ['71526726-0', 'organization-code-check-digit'],
    ['1922038-21', 'organization-code-shape'],
    ['00000000-0', 'organization-code-placeholder'],
  ])('refuses %s as %s', (code, reason) => {
    expect(checkOrganizationCode(code)).toEqual({
      findings: [{ severity: 'refused', code: reason }],
    })
  })
})

describe('居民身份证', () => {
  it.each(['11010519491231002X', '34052419800101001X', '310101198501010014'])(
    'accepts %s',
    (id) => {
      expect(checkResidentId(id, TODAY)).toEqual({ value: id, findings: [] })
    },
  )

  it.each([
    ['110105194912310021', 'resident-id-check-digit'],
    ['110101199003071234', 'resident-id-check-digit'],
    ['110101199002300014', 'resident-id-birth-date'],
    ['440524188001010014', 'resident-id-century'],
    ['990101199003070015', 'resident-id-region'],
    ['1101051949123100', 'resident-id-shape'],
    ['110101202612010010', 'resident-id-birth-date-in-future'],
  ])('refuses %s as %s', (id, reason) => {
    const checked = checkResidentId(id, TODAY)
    expect(checked.value).toBeUndefined()
    expect(codes(checked)).toEqual([reason])
  })

  it('keeps a 15-digit number with a warning, and can convert it', () => {
    const checked = checkResidentId('110105491231002', TODAY)
    expect(checked.value).toBe('110105491231002')
    expect(codes(checked)).toEqual(['resident-id-legacy'])
    expect(convertLegacyResidentId('110105491231002')).toBe('11010519491231002X')
  })

  it('reads a lower-case x', () => {
    expect(checkResidentId('11010519491231002x', TODAY).value).toBe('11010519491231002X')
  })
})

describe('mobile numbers', () => {
  it.each(['13800138000', '15912345678', '19900001111'])('accepts %s', (mobile) => {
    expect(checkMobile(mobile).value).toBe(mobile)
  })

  it.each(['12345678901', '1380013800', '23800138000', '010-12345678'])('refuses %s', (mobile) => {
    expect(codes(checkMobile(mobile))).toEqual(['mobile-shape'])
  })

  it.each(['+86 138-0013-8000', '0086 13800138000', '8613800138000', '１３８００１３８０００'])(
    'reads %s as 13800138000',
    (typed) => expect(checkMobile(typed).value).toBe('13800138000'),
  )

  it('warns of virtual operators and of segments that had no SMS in 2018', () => {
    expect(codes(checkMobile('17012340987'))).toEqual(['mobile-virtual'])
    expect(codes(checkMobile('16612340987'))).toEqual(['mobile-segment-unsupported'])
  })

  it('keeps landlines for bureaus with their area code apart', () => {
    expect(checkLandline('057187078277').value).toBe('0571-87078277')
    expect(checkLandline('01012345678').value).toBe('010-12345678')
    expect(codes(checkLandline('87078277'))).toEqual(['landline-shape'])
  })

  it('warns of a landline at a person, not at a firm, which may have a hotline too', () => {
    expect(codes(checkPhone('0571-87078277', 'person'))).toEqual(['phone-is-landline'])
    expect(codes(checkPhone('0571-87078277', 'firm'))).toEqual([])
    expect(checkPhone('95187', 'firm')).toEqual({ value: '95187', findings: [] })
    expect(codes(checkPhone('95187', 'person'))).toEqual(['mobile-shape'])
  })
})

describe('备案号', () => {
  const check = (text: string) => checkIcpNumber(text, 'any', TODAY)

  it.each([
    '粤B2-20090059-5',
    '粤B2-20090059-1626X',
    '陇ICP备2024012699号-3',
    '陇ICP备2026009447号',
    '陇ICP备19001358号',
    '京ICP证030173号',
    '京ICP证030173号-1',
    '合字B2-20090059',
  ])('accepts %s without a finding', (number) => {
    expect(check(number)).toEqual({ value: number, findings: [] })
  })

  it('accepts the made-up look of 12345678 with a warning', () => {
    for (const number of ['京ICP备12345678号', '京ICP备12345678号-1A']) {
      expect(check(number).value).toBe(number)
      expect(codes(check(number))).toEqual(['number-placeholder'])
    }
  })

  it.each([
    ['京ICP备1234567号', 'icp-number-digits'],
    ['京ICP备12345678号-0', 'icp-number-serial'],
    ['京ICP备12345678号-1B', 'icp-number-serial'],
    ['京备12345678号', 'icp-number-shape'],
    ['台ICP备12345678号', 'icp-number-shape'],
    ['粤B2-2009005', 'icp-number-digits'],
  ])('refuses %s as %s', (number, reason) => {
    expect(check(number).value).toBeUndefined()
    expect(codes(check(number))).toEqual([reason])
  })

  it('takes 甘 with a warning that names 陇', () => {
    const checked = check('甘ICP备19001358号')
    expect(checked.value).toBe('甘ICP备19001358号')
    expect(checked.findings).toEqual([
      {
        severity: 'warning',
        code: 'icp-number-unofficial-prefix',
        facts: { prefix: '甘', official: '陇' },
      },
    ])
    expect(provinceOfNumber('甘ICP备19001358号')?.name).toBe('甘肃省')
  })

  it('adds the 号 that old pages drop, with a warning', () => {
    const checked = check('陇icp备 05000593')
    expect(checked.value).toBe('陇ICP备05000593号')
    expect(codes(checked)).toEqual(['icp-number-missing-hao'])
  })

  it('reads full-width characters and brackets', () => {
    expect(check('（京ＩＣＰ备１９００１３５８号－２Ａ）').value).toBe('京ICP备19001358号-2A')
  })

  it('warns of years that have not come or that had no ten digits', () => {
    expect(codes(check('京ICP备2016001234号'))).toEqual(['icp-number-year'])
    expect(codes(check('京ICP备2027001234号'))).toEqual([])
    expect(codes(check('京ICP备2028001234号'))).toEqual(['icp-number-year'])
    expect(codes(check('京ICP备27001234号'))).toEqual(['icp-number-year'])
  })

  it('knows a subject from a service', () => {
    expect(codes(checkIcpNumber('京ICP备19001358号-1', 'subject', TODAY))).toEqual([
      'icp-number-not-subject',
    ])
    expect(codes(checkIcpNumber('京ICP备19001358号', 'service', TODAY))).toEqual([
      'icp-number-no-serial',
    ])
  })

  it('reads the kind of service from the letter', () => {
    const kinds = ['', 'A', 'X', 'K'].map((l) => parseIcpNumber(`京ICP备19001358号-2${l}`))
    expect(kinds.map((number) => number?.serviceKind)).toEqual([
      'website',
      'app',
      'mini-program',
      'quick-app',
    ])
    expect(kinds[1]?.subject).toBe('京ICP备19001358号')
  })
})

describe('公安备案号', () => {
  it.each([
    '京公网安备11010802012345号',
    '粤公网安备44030502008569号',
    '甘公网安备62010302000249号',
  ])('accepts %s', (number) => {
    expect(checkPoliceNumber(number)).toEqual({ value: number, findings: [] })
  })

  it.each([
    ['甘公网安备235487154313号', 'police-number-digits'],
    ['京公网安备1101080201234号', 'police-number-digits'],
    ['京公安备11010802012345号', 'police-number-wording'],
    ['蜀公网安备51010802012345号', 'police-number-prefix'],
  ])('refuses %s as %s', (number, reason) => {
    expect(checkPoliceNumber(number).value).toBeUndefined()
    expect(codes(checkPoliceNumber(number))).toEqual([reason])
  })

  it('only warns when character and digits disagree', () => {
    const checked = checkPoliceNumber('粤公网安备11010802012345号')
    expect(checked.value).toBe('粤公网安备11010802012345号')
    expect(codes(checked)).toEqual(['police-number-province-digits'])
  })

  it('takes pseudo-codes of the police', () => {
    expect(checkPoliceNumber('川公网安备51019002000123号').findings).toEqual([])
  })

  it('knows where to look a number up', () => {
    expect(policeQueryUrl('京公网安备11010802012345号')).toBe(
      'https://beian.mps.gov.cn/#/query/webSearch?code=11010802012345',
    )
  })
})

describe('provinces', () => {
  it('are 31, and three of them have another prefix at the police', () => {
    expect(PROVINCES).toHaveLength(31)
    const differing = PROVINCES.filter((one) => one.icpPrefix !== one.policePrefix)
    expect(differing.map((one) => one.icpPrefix + one.policePrefix)).toEqual([
      '蜀川',
      '黔贵',
      '陇甘',
    ])
  })

  it('name their bureau in full', () => {
    expect(provinceOfNumber('桂ICP备19001358号')?.bureau).toBe('广西壮族自治区通信管理局')
    expect(provinceOfNumber('蜀ICP备19001358号')?.bureau).toBe('四川省通信管理局')
  })

  it('are found in addresses and in names of bureaus', () => {
    expect(provinceIn('广东省深圳市南山区')?.icpPrefix).toBe('粤')
    expect(provinceIn('内蒙古自治区通信管理局')?.icpPrefix).toBe('蒙')
    expect(provinceIn('北京市海淀区')?.icpPrefix).toBe('京')
    expect(provinceIn('某地')).toBeUndefined()
  })
})

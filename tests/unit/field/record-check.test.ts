import { describe, expect, it } from 'vitest'
import { FIELD_RULES } from '../../../shared/field/field-rules.ts'
import { checkContactId, checkDraft, isRefused } from '../../../shared/field/record-check.ts'
import type { FormKind } from '../../../shared/records/record.ts'
import { RECORD_SCHEMAS } from '../../../shared/records/record.ts'

const context = { today: '2026-11-22' }
const service = { entityId: 'a'.repeat(32), kind: 'website', name: '官网', status: 'active' }

function codesOf(kind: FormKind, draft: Record<string, unknown>, entity = {}) {
  return checkDraft(kind, draft, { ...context, entity }).findings.map(
    (finding) => `${finding.field}:${finding.code}`,
  )
}

describe('a draft', () => {
  it('is normalised field by field, and empty fields fall away', () => {
    const { data, findings } = checkDraft(
      'entity',
      {
        name: ' 星河云科技（北京）有限公司 ',
        nature: 'enterprise',
        creditCode: '91350100m000100y43',
        filingNumber: '京icp备19001358号',
        address: '  ',
        notes: ' kept as typed ',
      },
      context,
    )
    expect(findings).toEqual([])
    expect(data).toEqual({
      name: '星河云科技（北京）有限公司',
      nature: 'enterprise',
      creditCode: '91350100M000100Y43',
      filingNumber: '京ICP备19001358号',
      notes: ' kept as typed ',
    })
  })

  it('names what is missing without refusing to look at the rest', () => {
    expect(codesOf('entity', { creditCode: '91350100M000100Y44' })).toEqual([
      'name:required',
      'nature:required',
      'creditCode:credit-code-check-digit',
    ])
  })

  it('warns when the number is of another province than the entity', () => {
    expect(
      codesOf('entity', {
        name: '甲',
        nature: 'enterprise',
        province: '蜀',
        filingNumber: '京ICP备19001358号',
      }),
    ).toEqual(['filingNumber:icp-number-province'])
    expect(
      codesOf('entity', {
        name: '甲',
        nature: 'enterprise',
        province: '陇',
        filingNumber: '陇ICP备19001358号',
      }),
    ).toEqual([])
  })

  it('warns when a service’s number does not extend its entity’s', () => {
    const draft = { ...service, providerIds: ['b'.repeat(32)], filingNumber: '京ICP备19001359号-1' }
    expect(codesOf('service', draft, { filingNumber: '京ICP备19001358号' })).toEqual([
      'filingNumber:service-number-not-of-entity',
    ])
    expect(codesOf('service', draft, { filingNumber: '京ICP备19001359号' })).toEqual([])
  })

  it('warns when the letter says another kind of service', () => {
    const draft = {
      ...service,
      providerIds: ['b'.repeat(32)],
      filingNumber: '京ICP备19001358号-1A',
    }
    expect(codesOf('service', draft)).toEqual(['filingNumber:icp-number-kind-mismatch'])
    expect(codesOf('service', { ...draft, kind: 'app' })).toEqual([])
  })

  it('warns when police and ICP number are of different provinces, but not for 蜀 and 川', () => {
    const draft = {
      ...service,
      providerIds: ['b'.repeat(32)],
      filingNumber: '蜀ICP备19001358号-1',
      policeNumber: '川公网安备51010802000123号',
    }
    expect(codesOf('service', draft)).toEqual([])
    expect(codesOf('service', { ...draft, policeNumber: '贵公网安备52010802000123号' })).toEqual([
      'policeNumber:police-number-province',
    ])
  })

  it('warns of an active service that nobody gives access to', () => {
    expect(codesOf('service', { ...service, providerIds: [] })).toEqual([
      'providerIds:no-access-provider',
    ])
    expect(codesOf('service', { ...service, status: 'pending', providerIds: [] })).toEqual([])
  })

  it('refuses a password that was changed tomorrow, and warns of a filing of tomorrow', () => {
    const credential = { kind: 'filing-password', label: '备案密码', origin: 'chosen' }
    expect(
      codesOf('credential', { ...credential, rotationMonths: 3, changedOn: '2026-11-23' }),
    ).toEqual(['changedOn:date-in-future'])
    expect(codesOf('service', { ...service, status: 'pending', filedOn: '2026-11-23' })).toEqual([
      'filedOn:date-in-future',
    ])
    expect(
      isRefused(checkDraft('service', { ...service, filedOn: '2026-02-30' }, context).findings),
    ).toBe(true)
  })

  it('refuses a rotation longer than six months or shorter than three', () => {
    const credential = { kind: 'filing-password', label: '备案密码', origin: 'chosen' }
    for (const rotationMonths of [2, 7, 3.5, '3']) {
      expect(codesOf('credential', { ...credential, rotationMonths })).toEqual([
        'rotationMonths:not-allowed',
      ])
    }
    expect(codesOf('credential', { ...credential, rotationMonths: 6 })).toEqual([])
  })

  it('warns of a domain that somebody else owns, whatever brackets are used', () => {
    const entity = { name: '星河云科技（北京）有限公司' }
    const domain = { serviceId: 'a'.repeat(32), name: 'xinghe.example' }
    expect(codesOf('domain', { ...domain, owner: '云帆科技' }, entity)).toEqual([
      'owner:domain-owner-differs',
    ])
    expect(codesOf('domain', { ...domain, owner: '星河云科技(北京)有限公司' }, entity)).toEqual([])
  })

  it('judges a channel by its kind', () => {
    expect(codesOf('channel', { kind: 'phone', value: '1380013800' })).toEqual([
      'value:mobile-shape',
    ])
    expect(codesOf('channel', { kind: 'mailbox', value: 'icp@' })).toEqual(['value:email-shape'])
    expect(codesOf('channel', { kind: 'ukey', value: '财务室 UKey 2' })).toEqual([])
  })

  it('refuses addresses that are not http', () => {
    for (const homeUrl of ['javascript:alert(1)', 'file:///etc/hosts', 'xinghe', 'http://a b.cn']) {
      expect(codesOf('service', { ...service, status: 'pending', homeUrl })).toEqual([
        'homeUrl:address-shape',
      ])
    }
    expect(
      codesOf('service', { ...service, status: 'pending', homeUrl: 'https://星河.example/a?b#c' }),
    ).toEqual([])
  })

  it('lets a firm have a landline', () => {
    const contact = { name: '浙江管局', phone: '0571-87078277' }
    expect(codesOf('contact', { ...contact, roles: ['bureau'] })).toEqual([])
    expect(codesOf('contact', { ...contact, roles: ['emergency'] })).toEqual([
      'phone:phone-is-landline',
    ])
  })
})

describe('a contact’s ID number', () => {
  it('is taken for a resident ID unless the kind says otherwise', () => {
    const codes = (text: string, kind?: 'hk-macau-permit') =>
      checkContactId(text, kind, context.today).findings.map((finding) => finding.code)
    expect(codes('110105194912310021')).toEqual(['resident-id-check-digit'])
    expect(codes('H12345678', 'hk-macau-permit')).toEqual([])
    expect(codes('H1234', 'hk-macau-permit')).toEqual(['id-number-unusual'])
  })
})

describe('the rules of fields', () => {
  it('name only fields that the records have', () => {
    for (const [kind, rules] of Object.entries(FIELD_RULES)) {
      const known = Object.keys(RECORD_SCHEMAS[kind as FormKind].shape)
      expect(Object.keys(rules).filter((field) => !known.includes(field))).toEqual([])
    }
  })
})

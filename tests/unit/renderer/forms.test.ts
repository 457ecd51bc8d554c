import { describe, expect, it } from 'vitest'
import { credentialLabel } from '../../../renderer/forms/credential-label.ts'
import { splitDomains } from '../../../renderer/forms/domain-list.ts'
import { zhCommon } from '../../../renderer/i18n/zh/common.ts'

describe('domains typed into one field', () => {
  it('are split at lines, spaces and both kinds of commas and semicolons', () => {
    expect(
      splitDomains('a.example.com\nb.example.com，c.example.com、云岭.中国; d.example'),
    ).toEqual(['a.example.com', 'b.example.com', 'c.example.com', '云岭.中国', 'd.example'])
  })

  it('count once when typed twice', () => {
    expect(splitDomains('a.example.com a.example.com')).toEqual(['a.example.com'])
  })

  it('are none in an empty field', () => {
    expect(splitDomains(' \n ')).toEqual([])
  })
})

describe('the name a new credential gets', () => {
  const rows = new Map([['service', { name: '云岭官网' }]])

  it('says what it belongs to and what it is', () => {
    const draft = { kind: 'filing-password', serviceId: 'service' } as const
    expect(credentialLabel(draft, rows, zhCommon.credentialKind)).toBe('云岭官网 备案密码')
  })

  it('says only what it is while it belongs to nothing', () => {
    expect(credentialLabel({ kind: 'totp' }, rows, zhCommon.credentialKind)).toBe('动态口令')
  })
})

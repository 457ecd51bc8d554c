import { beforeEach, describe, expect, it } from 'vitest'
import type { CallInput } from '../../../shared/contract.ts'
import { type CaseSession, openCaseSession } from './case-session.ts'

const ID_NUMBER = '11010519491231002X'

describe('before anything is typed on a portal', () => {
  let test: CaseSession
  let id: string
  beforeEach(async () => {
    test = await openCaseSession()
    id = test.open('m').line.id
  })

  const values = (input: object = {}) => test.resolve('cases.preflight', { id, ...input }).values
  const value = (name: CallInput<'cases.copyValue'>['value'], input: object = {}) =>
    values(input).find((one) => one.value === name)
  const codes = (name: CallInput<'cases.copyValue'>['value']) =>
    value(name)?.findings.map((one) => one.code)
  const change = async (
    kind: 'entity' | 'service' | 'contact' | 'domain',
    recordId: string,
    more: object,
  ) => {
    const record = test.resolve('records.read', { id: recordId })
    await test.save(kind, { ...record.data, ...more }, { id: recordId })
  }
  const copy = (name: CallInput<'cases.copyValue'>['value'], input: object = {}) =>
    test.call['cases.copyValue']({ id, value: name, ...input })

  it('shows what a step asks, in its order, from the ledger', () => {
    expect(values({ stepId: 'compare-filing' }).map((one) => [one.value, one.text])).toEqual([
      ['entity-name', '星河云科技（北京）有限公司'],
      ['subject-filing-number', '京ICP备19001358号'],
      ['service-filing-number', '京ICP备19001358号-1'],
      ['domain', 'xinghe.example'],
      ['filed-on', '2019-03-12'],
    ])
    expect(values({ stepId: 'compare-filing' }).flatMap((one) => one.findings)).toEqual([])
  })

  it('never shows an ID number, nor the six digits that the SMS check asks', () => {
    expect(value('responsible-id-number')).toMatchObject({
      text: '1101•••••••••••••X',
      isMasked: true,
      recordId: test.ids.head,
      findings: [],
    })
    expect(value('responsible-id-last6')?.text).toBe('•••••X')
    expect(JSON.stringify(values())).not.toContain(ID_NUMBER.slice(-6))
  })

  it('says what the ledger does not have', () => {
    expect(value('service-responsible-id-number')).toMatchObject({
      findings: [{ severity: 'refused', code: 'required', field: 'idNumber' }],
    })
    expect(value('service-responsible-id-number')?.text).toBeUndefined()
  })

  it('compares the registrant with the unit, and the number with the province', async () => {
    await change('domain', test.ids.domain, { owner: '星河云（上海）有限公司' })
    expect(codes('domain')).toEqual(['domain-owner-differs'])
    expect(codes('entity-name')).toEqual(['domain-owner-differs'])
    await change('entity', test.ids.entity, { province: '粤' })
    expect(codes('subject-filing-number')).toContain('icp-number-province')
  })

  it('warns of a phone nobody has tried, and of a person who has left', async () => {
    expect(codes('responsible-phone')).toEqual([])
    expect(codes('service-responsible-phone')).toEqual(['channel-not-verified'])
    await change('contact', test.ids.head, { leftOn: '2026-11-01' })
    expect(codes('responsible-name')).toEqual(['contact-has-left'])
    expect(codes('responsible-id-number')).toEqual(['contact-has-left'])
  })

  it('offers the other domains and services to choose from', async () => {
    const app = await test.save('service', {
      entityId: test.ids.entity,
      kind: 'app',
      name: '星河云盘',
      filingNumber: '京ICP备19001358号-2A',
      status: 'active',
      providerIds: [test.ids.provider],
    })
    const domain = await test.save('domain', { serviceId: app.id, name: 'pan.example' })
    test.resolve('cases.change', { id, serviceIds: [test.ids.service, app.id] })
    expect(value('domain')?.choices.map((one) => one.text)).toEqual([
      'xinghe.example',
      'pan.example',
    ])
    expect(value('service-filing-number', { domainId: domain.id })?.text).toBe(
      '京ICP备19001358号-2A',
    )
    expect(value('domain', { serviceId: app.id })?.text).toBe('pan.example')
  })

  it('copies a value as it stands', async () => {
    expect(await copy('entity-name')).toEqual({})
    expect(await copy('subject-filing-number')).toEqual({})
    expect(test.copied).toEqual([
      { text: '星河云科技（北京）有限公司' },
      { text: '京ICP备19001358号' },
    ])
    await expect(copy('service-responsible-email')).rejects.toThrow(
      expect.objectContaining({ code: 'record-not-found' }),
    )
  })

  it('copies an ID number for a while only, and tells of it in the trail', async () => {
    expect(await copy('responsible-id-number')).toEqual({ clearsAfterSeconds: 30 })
    expect(test.copied).toEqual([{ text: ID_NUMBER, clearAfterSeconds: 30 }])
    expect(await copy('responsible-id-last6')).toEqual({ clearsAfterSeconds: 30 })
    expect(test.copied[1]?.text).toBe('31002X')
    const entries = test.vault.audit({ limit: 2 })
    expect(entries.map((one) => one.action)).toEqual(['case.copy-id', 'case.copy-id'])
    expect(JSON.stringify(entries)).not.toContain('31002X')
  })
})

describe('the printed record of a case', () => {
  it('holds what was done, escaped, without script, secrets or ID numbers', async () => {
    const test = await openCaseSession()
    const { id } = test.open('a1', { title: '<script>alert(1)</script> 找回' }).line
    test.passTo(id, 'set-password')
    test.resolve('cases.saveLogEntry', {
      id,
      on: '2026-11-20',
      withWhom: '北京市通信管理局 <王>',
      channel: '电话 "总机"',
      said: '请先自助 & 再来',
    })
    test.resolve('cases.recordOutcome', { id, kind: 'reset-by-user', note: '一次成功' })
    await test.call['credentials.register']({
      id: test.ids.password,
      value: 'Xk7!mPq2#vRt',
      origin: 'chosen',
    })
    expect(await test.call['cases.print']({ id })).toBe(true)
    const html = test.printed[0]?.html ?? ''
    expect(test.printed[0]?.title).toBe('2026-001 备案找回办理记录')
    for (const text of [
      '&lt;script&gt;alert(1)&lt;/script&gt; 找回',
      '北京市通信管理局 &lt;王&gt;',
      '电话 &quot;总机&quot;',
      '请先自助 &amp; 再来',
      '一次成功',
      '点“忘记密码”',
      '已自行重设',
      '林备案',
    ]) {
      expect(html).toContain(text)
    }
    expect(html).not.toMatch(/<script|javascript:|\son\w+=|https?:\/\//i)
    for (const secret of ['Xk7!mPq2#vRt', 'as it was', ID_NUMBER])
      expect(html).not.toContain(secret)
    expect(test.actions()[0]).toBe('case.print')
  })

  it('is told of in the trail before, also when the person cancels then', async () => {
    const test = await openCaseSession()
    const { id } = test.open('b').line
    test.answers.willPrint = false
    expect(await test.call['cases.print']({ id })).toBe(false)
    expect(test.actions()[0]).toBe('case.print')
  })
})

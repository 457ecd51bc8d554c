import { describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../support/ledger-session.ts'

const entity = {
  name: '星河云科技（北京）有限公司',
  nature: 'enterprise',
  filingNumber: '京ICP备19001358号',
}

function newEntity({ call }: TestSession, data: object = entity) {
  return call['records.save']({ kind: 'entity', data })
}

const refused = (code: string, facts: object = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) })

describe('saving', () => {
  it('stores what was checked, and finds it again after unlocking', async () => {
    const test = await openTestSession()
    const { record } = await newEntity(test, {
      ...entity,
      filingNumber: '京icp备19001358号 ',
      address: '',
    })
    expect(record.data).toEqual(entity)
    expect([...test.vault.records()].map(({ overview }) => overview['data'])).toEqual([entity])
    expect(test.actions()[0]).toBe('record.create')
  })

  it('refuses wrong arithmetic with the field and the reason', async () => {
    const test = await openTestSession()
    const save = () => newEntity(test, { ...entity, creditCode: '91350100M000100Y44' })
    expect(save).toThrow(
      refused('invalid-value', { field: 'creditCode', code: 'credit-code-check-digit' }),
    )
    expect([...test.vault.records()]).toEqual([])
  })

  it('refuses fields that are not of the record', async () => {
    const test = await openTestSession()
    expect(() => newEntity(test, { ...entity, isAdmin: true })).toThrow(
      refused('invalid-value', { field: 'isAdmin', code: 'not-allowed' }),
    )
    expect(() => newEntity(test, { ...entity, nature: 'castle' })).toThrow(
      refused('invalid-value', { field: 'nature', code: 'not-allowed' }),
    )
    for (const data of [null, 'text', [entity]]) {
      expect(() => test.call['records.save']({ kind: 'entity', data })).toThrow(
        refused('invalid-value'),
      )
    }
  })

  it('refuses a service of an entity that is not there', async () => {
    const test = await openTestSession()
    const data = {
      entityId: 'a'.repeat(32),
      kind: 'website',
      name: '官网',
      status: 'active',
      providerIds: [],
    }
    expect(() => test.call['records.save']({ kind: 'service', data })).toThrow(
      refused('invalid-value', { field: 'entityId', code: 'reference-missing' }),
    )
  })

  it('refuses to save over somebody else’s save', async () => {
    const test = await openTestSession()
    const { record } = await newEntity(test)
    const again = {
      kind: 'entity' as const,
      id: record.id,
      expectedRevision: record.revision,
      data: { ...entity, notes: '一' },
    }
    await test.call['records.save'](again)
    expect(() => test.call['records.save'](again)).toThrow(refused('record-changed-meanwhile'))
  })

  it('makes a filing with its domains in one go, or not at all', async () => {
    const test = await openTestSession()
    const service = {
      kind: 'website',
      name: '星河云官网',
      status: 'active',
      filingNumber: '京ICP备19001358号-1',
    }
    const filing = {
      entity: { data: entity },
      service,
      domains: [{ name: 'xinghe.example' }, { name: '星河.example' }],
    }
    expect(() =>
      test.call['records.createFiling']({ ...filing, domains: [{ name: 'xinghe' }] }),
    ).toThrow(refused('invalid-value', { code: 'domain-no-suffix' }))
    expect(test.ledger.records.size).toBe(0)

    const { entityId, serviceId } = await test.call['records.createFiling'](filing)
    const { rows, total } = await test.call['ledger.rows']({ from: 0, count: 10 })
    expect(total).toBe(1)
    expect(rows[0]).toMatchObject({
      id: serviceId,
      entityId,
      name: '星河云官网',
      entityName: entity.name,
      domains: ['xinghe.example', '星河.example'],
      province: '京',
    })
    const second = await test.call['records.createFiling']({
      entity: { id: entityId },
      service: { ...service, kind: 'app', name: '星河云盘', filingNumber: '京ICP备19001358号-2A' },
      domains: [],
    })
    expect(second.entityId).toBe(entityId)
    expect(test.ledger.kinds.entity.size).toBe(1)
  })

  it('warns of numbers and domains that are there already', async () => {
    const test = await openTestSession()
    const { entityId, serviceId = '' } = await test.call['records.createFiling']({
      entity: { data: entity },
      service: {
        kind: 'website',
        name: '官网',
        status: 'pending',
        filingNumber: '京ICP备19001358号-1',
      },
      domains: [{ name: 'xinghe.example' }],
    })
    const findings = await test.call['records.check']({
      kind: 'service',
      data: {
        entityId,
        kind: 'website',
        name: '官网二',
        status: 'pending',
        filingNumber: '京ICP备19001358号-1',
      },
    })
    expect(findings).toEqual([
      {
        severity: 'warning',
        code: 'duplicate-filing-number',
        field: 'filingNumber',
        facts: { name: '官网' },
      },
    ])
    const own = await test.call['records.check']({
      kind: 'service',
      id: serviceId,
      data: {
        entityId,
        kind: 'website',
        name: '官网',
        status: 'pending',
        filingNumber: '京ICP备19001358号-1',
      },
    })
    expect(own).toEqual([])
    const domain = await test.call['records.check']({
      kind: 'domain',
      data: { serviceId, name: 'XINGHE.example' },
    })
    expect(domain.map((finding) => finding.code)).toEqual(['duplicate-domain'])
  })

  it('tells the window which lines changed', async () => {
    const test = await openTestSession()
    const { entityId, serviceId } = await test.call['records.createFiling']({
      entity: { data: entity },
      service: { kind: 'website', name: '官网', status: 'pending' },
      domains: [],
    })
    test.events.length = 0
    await test.call['records.save']({
      kind: 'entity',
      id: entityId,
      data: { ...entity, name: '星河二号' },
    })
    expect(test.events[0]).toMatchObject({
      event: 'ledger-changed',
      upserted: [{ id: serviceId, entityName: '星河二号' }],
      total: 1,
    })
    expect(test.events[1]).toMatchObject({ event: 'reminders-changed' })
  })
})

describe('the ID number of a contact', () => {
  it('is sealed apart, checked, and shown only with an entry in the trail', async () => {
    const test = await openTestSession()
    const save = (idNumber: string) =>
      test.call['records.save']({
        kind: 'contact',
        data: { name: '林备安', roles: ['service-responsible'], idKind: 'resident-id' },
        secret: { idNumber },
      })
    expect(() => save('110105194912310021')).toThrow(
      refused('invalid-value', { field: 'idNumber', code: 'resident-id-check-digit' }),
    )
    const { record } = await save('11010519491231002x')
    expect(JSON.stringify(record)).not.toContain('110105')
    expect(await test.call['contacts.revealId']({ id: record.id })).toEqual({
      idNumber: '11010519491231002X',
    })
    expect(test.actions()[0]).toBe('contact.reveal-id')
  })

  it('stays when the rest of the contact changes, and goes when it is emptied', async () => {
    const test = await openTestSession()
    const data = { name: '林备安', roles: [] }
    const { record } = await test.call['records.save']({
      kind: 'contact',
      data,
      secret: { idNumber: '11010519491231002X' },
    })
    await test.call['records.save']({
      kind: 'contact',
      id: record.id,
      data: { ...data, post: '专员' },
    })
    expect(await test.call['contacts.revealId']({ id: record.id })).toEqual({
      idNumber: '11010519491231002X',
    })
    const { record: emptied } = await test.call['records.save']({
      kind: 'contact',
      id: record.id,
      data,
      secret: { idNumber: null },
    })
    expect(emptied.hasSecret).toBe(false)
    expect(await test.call['contacts.revealId']({ id: record.id })).toEqual({})
  })
})

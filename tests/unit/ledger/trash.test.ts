import { beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../support/ledger-session.ts'

const failing = (code: string) => expect.objectContaining({ code })

describe('the trash', () => {
  let test: TestSession
  let entityId: string
  let serviceId: string
  let providerId: string
  let contactId: string

  beforeEach(async () => {
    test = await openTestSession()
    const save = async (kind: 'provider' | 'contact' | 'credential', data: object) =>
      (await test.call['records.save']({ kind, data })).record.id
    providerId = await save('provider', { name: '云枢计算', roles: ['access'] })
    contactId = await save('contact', { name: '林备安', roles: ['service-responsible'] })
    const made = await test.call['records.createFiling']({
      entity: { data: { name: '星河云', nature: 'enterprise' } },
      service: {
        kind: 'website',
        name: '官网',
        status: 'active',
        providerIds: [providerId],
        responsibleId: contactId,
      },
      domains: [{ name: 'xinghe.example' }],
    })
    entityId = made.entityId
    serviceId = made.serviceId ?? ''
    await save('credential', {
      kind: 'filing-password',
      label: '备案密码',
      origin: 'unknown',
      rotationMonths: 3,
      entityId,
    })
    test.events.length = 0
  })

  const rows = async () => (await test.call['ledger.rows']({ from: 0, count: 100 })).rows

  it('takes an entity with its services, domains and passwords; people and providers stay', async () => {
    const { count } = await test.call['records.trash']({ ids: [entityId] })
    expect(count).toBe(4)
    expect(await rows()).toEqual([])
    expect(await test.call['records.list']({ kind: 'credential' })).toEqual([])
    expect(await test.call['records.list']({ kind: 'contact' })).toHaveLength(1)
    expect(await test.call['records.list']({ kind: 'domain', trashed: true })).toHaveLength(1)
    expect(await test.found('官网')).toEqual([])
    expect(test.events[0]).toMatchObject({ event: 'ledger-changed', total: 0 })
  })

  it('leaves the line of the entity when its last service goes', async () => {
    await test.call['records.trash']({ ids: [serviceId] })
    expect(await rows()).toMatchObject([{ id: entityId, name: '星河云', domains: [] }])
  })

  it('refuses what a filing needs', async () => {
    expect(() => test.call['records.trash']({ ids: [providerId] })).toThrow(
      failing('record-in-use'),
    )
    expect(() => test.call['records.trash']({ ids: [contactId] })).toThrow(failing('record-in-use'))
    await test.call['records.trash']({ ids: [providerId, contactId, entityId] })
    expect(await rows()).toEqual([])
  })

  it('gives back everything that went together, and what it needs', async () => {
    await test.call['records.trash']({ ids: [entityId] })
    test.clock.now += 1000
    await test.call['records.trash']({ ids: [providerId] })
    await test.call['records.restore']({ ids: [entityId] })
    expect(await rows()).toMatchObject([
      { id: serviceId, domains: ['xinghe.example'], providerNames: ['云枢计算'] },
    ])
  })

  it('gives back the parents of a domain', async () => {
    await test.call['records.trash']({ ids: [entityId] })
    const [domain] = await test.call['records.list']({ kind: 'domain', trashed: true })
    await test.call['records.restore']({ ids: [domain?.id ?? ''] })
    expect(await rows()).toHaveLength(1)
  })

  it('purges only from the trash, and what cannot be without it', async () => {
    expect(() => test.call['records.purge']({ ids: [entityId] })).toThrow(failing('record-in-use'))
    await test.call['records.trash']({ ids: [entityId] })
    expect(await test.call['records.purge']({ ids: [entityId] })).toEqual({ count: 4 })
    expect([...test.vault.records()].map(({ overview }) => overview['kind']).sort()).toEqual([
      'contact',
      'provider',
    ])
    expect(test.actions()[0]).toBe('record.purge')
  })

  it('is undone once', async () => {
    const { undoToken } = await test.call['records.trash']({ ids: [entityId] })
    await test.call['records.undo']({ undoToken })
    expect(await rows()).toHaveLength(1)
    expect(() => test.call['records.undo']({ undoToken })).toThrow(failing('nothing-to-undo'))
  })
})

describe('undo', () => {
  it('takes back a new filing, a change and a new password', async () => {
    const test = await openTestSession()
    const made = await test.call['records.createFiling']({
      entity: { data: { name: '星河云', nature: 'enterprise' } },
      domains: [],
    })
    const { record } = await test.call['records.save']({
      kind: 'credential',
      data: {
        kind: 'filing-password',
        label: '备案密码',
        origin: 'imported',
        rotationMonths: 3,
        entityId: made.entityId,
      },
      secret: { value: 'from the spreadsheet' },
    })
    const { undoToken } = await test.call['credentials.register']({
      id: record.id,
      value: 'Qm7#tzL9vR!k',
      origin: 'chosen',
    })
    expect(test.vault.peekSecret(record.id)).toMatchObject({ value: 'Qm7#tzL9vR!k' })
    await test.call['records.undo']({ undoToken })
    expect(test.vault.peekSecret(record.id)).toEqual({ value: 'from the spreadsheet', history: [] })
    expect(test.actions()[0]).toBe('record.undo')
  })

  it('refuses when the record was changed again', async () => {
    const test = await openTestSession()
    const save = (data: object, id?: string) =>
      test.call['records.save']({ kind: 'provider', id, data })
    const first = await save({ name: '云枢', roles: ['access'] })
    const second = await save({ name: '云枢计算', roles: ['access'] }, first.record.id)
    await save({ name: '云枢计算二', roles: ['access'] }, first.record.id)
    expect(() => test.call['records.undo']({ undoToken: second.undoToken })).toThrow(
      failing('record-changed-meanwhile'),
    )
  })

  it('of a creation leaves nothing behind', async () => {
    const test = await openTestSession()
    const { undoToken } = await test.call['records.createFiling']({
      entity: { data: { name: '星河云', nature: 'enterprise' } },
      service: { kind: 'website', name: '官网', status: 'pending' },
      domains: [{ name: 'xinghe.example' }],
    })
    await test.call['records.undo']({ undoToken })
    expect([...test.vault.records()]).toEqual([])
    expect(test.ledger.records.size).toBe(0)
    expect((await test.call['ledger.rows']({ from: 0, count: 10 })).total).toBe(0)
  })
})

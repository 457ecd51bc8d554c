import { beforeEach, describe, expect, it } from 'vitest'
import type { LetterLine } from '../../../shared/letters/filled-letter.ts'
import { TODAY } from '../../support/ledger-session.ts'
import { type LettersTest, openLetters, wordsOf } from './letters-session.ts'

let test: LettersTest
let entityId: string
let agent: string

beforeEach(async () => {
  test = await openLetters()
  entityId = test.idOf('entity', '星河云科技（北京）有限公司')
  agent = test.idOf('contact', '林备安')
})

async function standing(): Promise<string> {
  const { id } = await test.letters['letters.create']({
    kind: 'standing-authorization',
    entityId,
    contactId: agent,
  })
  return id
}

function linesOf(): LetterLine[] {
  return test.letters['letters.list'](undefined) as LetterLine[]
}

const refused = (code: string) =>
  expect.objectContaining({ code: 'invalid-value', facts: expect.objectContaining({ code }) })

describe('the life of a letter', () => {
  it('begins as a draft of all services in use, dated today', async () => {
    const { record, state } = test.read(await standing())
    expect(state).toBe('draft')
    expect(record.data).toMatchObject({
      title: '星河云 密码找回授权书',
      writtenOn: TODAY,
      validFromOn: TODAY,
      validUntilOn: '2027-11-21',
      serviceIds: [test.idOf('service', '星河云官网'), test.idOf('service', '星河云盘')],
      contactIds: [agent],
    })
  })

  it('refuses a term of more than a year or one that runs backwards', async () => {
    const id = await standing()
    const save = (validUntilOn: string) => () => test.letters['letters.save']({ id, validUntilOn })
    expect(save('2027-11-22')).toThrow(refused('validity-too-long'))
    expect(save('2026-11-01')).toThrow(refused('validity-reversed'))
    expect(save('2027-11-21')).not.toThrow()
  })

  it('stays as it was signed, whatever the ledger says later', async () => {
    const id = await standing()
    await test.letters['letters.sign']({ id, signedOn: TODAY, revokeIds: [] })
    const before = wordsOf(test.read(id).letter)
    const entity = test.ledger.records.get(entityId)
    await test.call['records.save']({
      kind: 'entity',
      id: entityId,
      data: { ...entity?.data, name: '改名之后有限公司' },
    })
    expect(wordsOf(test.read(id).letter)).toBe(before)
    expect(test.read(id)).toMatchObject({ state: 'signed', sealedCount: 0, missing: [] })
    expect(() => test.letters['letters.save']({ id, values: { reason: '改' } })).toThrow(
      refused('letter-signed'),
    )

    await test.letters['letters.reopen']({ id })
    expect(wordsOf(test.read(id).letter)).toContain('改名之后有限公司')
  })

  it('is not signed in the future', async () => {
    const id = await standing()
    expect(() =>
      test.letters['letters.sign']({ id, signedOn: '2026-11-23', revokeIds: [] }),
    ).toThrow(refused('date-in-future'))
  })

  it('takes the place of the older authorisation when signed, and gives it back when undone', async () => {
    const id = await standing()
    const [old] = test.read(id).replaces
    expect(old?.title).toBe('星河云 密码找回授权书')
    const oldId = old?.id ?? ''
    const { undoToken } = await test.letters['letters.sign']({
      id,
      signedOn: TODAY,
      revokeIds: [oldId],
    })
    expect(test.read(oldId)).toMatchObject({ state: 'revoked', notices: [] })
    test.call['records.undo']({ undoToken })
    expect(test.read(oldId).state).toBe('signed')
    expect(test.read(id).state).toBe('draft')
  })

  it('is copied for another year without people who have left', async () => {
    const jinli = linesOf().find(({ title }) => title === '锦里文化 密码找回授权书')
    expect(jinli?.hasLeft).toBe(true)
    const { id } = await test.letters['letters.copy']({ id: jinli?.id ?? '' })
    const { record, missing, state } = test.read(id)
    expect(state).toBe('draft')
    expect(record.data).toMatchObject({
      contactIds: [],
      validFromOn: TODAY,
      values: { storagePlace: '行政部档案柜' },
    })
    expect(record.data.signedOn).toBeUndefined()
    expect(missing.some(({ role }) => role === 'agent')).toBe(true)
  })

  it('is warned of when its date is more than thirty days old, and not before', async () => {
    const { id } = await test.letters['letters.create']({ kind: 'statement', entityId })
    const codes = () => test.read(id).notices.map(({ code }) => code)
    await test.letters['letters.save']({ id, writtenOn: '2026-10-23' })
    expect(codes()).not.toContain('date-old')
    await test.letters['letters.save']({ id, writtenOn: '2026-10-22' })
    expect(codes()).toContain('date-old')
    await test.letters['letters.save']({ id, writtenOn: '2026-11-23' })
    expect(codes()).toContain('date-ahead')
  })

  it('reminds before a standing authorisation ends, and when its person leaves', async () => {
    const id = await standing()
    await test.letters['letters.save']({
      id,
      validFromOn: '2026-01-01',
      validUntilOn: '2026-12-10',
    })
    await test.letters['letters.sign']({ id, signedOn: TODAY, revokeIds: [] })
    const ofLetter = () =>
      (
        test.call['reminders.list'](undefined) as {
          recordId: string
          kind: string
          dueOn?: string
        }[]
      ).filter(({ recordId }) => recordId === id)
    expect(ofLetter()).toMatchObject([{ kind: 'authorization-expiry', dueOn: '2026-12-10' }])

    const contact = test.ledger.records.get(agent)
    await test.call['records.save']({
      kind: 'contact',
      id: agent,
      data: { ...contact?.data, leftOn: TODAY },
    })
    expect(ofLetter()).toMatchObject([{ kind: 'authorized-person-left' }])
    expect(test.read(id).notices).toContainEqual({
      code: 'person-left',
      tone: 'danger',
      facts: { name: '林备安', day: TODAY },
    })

    await test.letters['letters.revoke']({ id, revokedOn: TODAY })
    expect(ofLetter()).toEqual([])
  })

  it('names in its record whoever is chosen for a role', async () => {
    const { id } = await test.letters['letters.create']({
      kind: 'handover-sheet',
      entityId,
      contactId: agent,
    })
    const receiver = test.idOf('contact', '陈值守')
    await test.letters['letters.save']({ id, values: { 'choice.receiver': receiver } })
    expect(test.read(id).record.data.contactIds).toEqual([agent, receiver])
  })

  it('goes into the trash with its entity, and not with a person it names', async () => {
    const { id } = await test.letters['letters.create']({
      kind: 'authorization',
      entityId,
      contactId: agent,
    })
    const other = test.put('contact', { name: '临时工', roles: [], entityId })
    await test.letters['letters.save']({ id, values: { 'choice.agent': other } })
    await test.call['records.trash']({ ids: [other] })
    expect(wordsOf(test.read(id).letter)).toContain('姓名：临时工')
  })
})

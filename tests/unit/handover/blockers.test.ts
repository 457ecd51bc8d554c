import { describe, expect, it, vi } from 'vitest'
import type { RecordData } from '../../../shared/records/record.ts'
import { makeSplitKit } from '../../support/custody.ts'
import { openVault } from '../../support/vault.ts'
import { codesOf, LEAVER, lineOf, openHandovers } from './handover-session.ts'

vi.setConfig({ testTimeout: 60_000 })

/** A leaver who is a contact too, and somebody to take over. */
async function withContacts() {
  const test = await openHandovers()
  const stayer = test.now()
  const contactId = stayer.put('contact', { name: LEAVER, roles: ['service-responsible'] })
  const nextId = stayer.put('contact', { name: '接手人', roles: ['colleague'] })
  return { test, stayer, contactId, nextId }
}

describe('what only they hold', () => {
  it('is a channel until another person, who is still there, holds it', async () => {
    const { test, stayer, contactId, nextId } = await withContacts()
    const goneId = stayer.put('contact', { name: '早走了', roles: [], leftOn: '2026-01-01' })
    const channels = (['phone', 'mailbox', 'authenticator', 'ukey'] as const).map((kind) =>
      stayer.put('channel', { kind, value: `${kind} 一号`, holderId: contactId }),
    )
    const id = await stayer.start({ custodianId: test.leaverId, contactId })
    expect(stayer.lines(id).filter(({ kind }) => kind === 'channel')).toHaveLength(4)
    const [phone = '', mailbox = ''] = channels
    stayer.edit<'channel'>(phone, { holderId: goneId })
    expect(lineOf(stayer.lines(id), 'phone 一号').state).toBe('open')
    stayer.edit<'channel'>(phone, { holderId: nextId })
    expect(lineOf(stayer.lines(id), 'phone 一号')).toMatchObject({
      state: 'closed',
      closedBy: 'moved',
    })
    stayer.call['records.trash']({ ids: [mailbox] })
    expect(lineOf(stayer.lines(id), 'mailbox 一号').state).toBe('open')
  })

  it('is a part in a filing until the filing names somebody else', async () => {
    const { test, stayer, contactId, nextId } = await withContacts()
    const entityId = stayer.put('entity', { name: '示例公司', nature: 'enterprise' })
    const common: Omit<RecordData<'service'>, 'name'> = {
      entityId,
      kind: 'website',
      status: 'active',
      providerIds: [],
    }
    const serviceId = stayer.put('service', {
      ...common,
      name: '示例商城',
      responsibleId: contactId,
      entityResponsibleId: contactId,
      emergencyId: nextId,
    })
    stayer.put('service', {
      ...common,
      name: '旧站',
      status: 'cancelled',
      responsibleId: contactId,
    })
    const id = await stayer.start({ custodianId: test.leaverId, contactId })
    const parts = () => stayer.lines(id).filter(({ kind }) => kind === 'responsible')
    expect(parts().flatMap(codesOf).sort()).toEqual(['is-entity-responsible', 'is-responsible'])
    stayer.edit<'service'>(serviceId, { responsibleId: nextId })
    expect(
      parts()
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['closed', 'open'])
    stayer.edit<'service'>(serviceId, { entityResponsibleId: nextId })
    expect(parts().map(({ closedBy }) => closedBy)).toEqual(['changed', 'changed'])
  })

  it('is a signed authorisation until it is revoked', async () => {
    const { test, stayer, contactId } = await withContacts()
    const entityId = stayer.put('entity', { name: '示例公司', nature: 'enterprise' })
    const letter: RecordData<'letter'> = {
      kind: 'standing-authorization',
      title: '密码找回授权书',
      entityId,
      serviceIds: [],
      contactIds: [contactId],
      values: {},
      writtenOn: '2026-02-01',
    }
    stayer.put('letter', { ...letter, title: '草稿' })
    const signed = stayer.put('letter', { ...letter, signedOn: '2026-02-02' })
    const id = await stayer.start({ custodianId: test.leaverId, contactId })
    const found = () => stayer.lines(id).filter(({ kind }) => kind === 'authorization')
    expect(found().map(({ title, state }) => `${title} ${state}`)).toEqual(['密码找回授权书 open'])
    stayer.edit<'letter'>(signed, { revokedOn: '2026-11-22' })
    expect(found()[0]).toMatchObject({ state: 'closed', closedBy: 'revoked' })
  })

  it('is an entry they made without a password, and a paper that lies with them', async () => {
    const { test, contactId } = await withContacts()
    const leaver = await test.byLeaver()
    const { record } = (await leaver.call['records.save']({
      kind: 'credential',
      data: {
        kind: 'filing-password',
        label: '没存的备案密码',
        origin: 'unknown',
        rotationMonths: 3,
      },
    })) as { record: { id: string } }
    const stayer = await test.byStayer()
    const paperId = stayer.put('document', {
      kind: 'business-licence',
      title: '营业执照副本',
      sealState: 'not-needed',
      paperPlace: `${LEAVER}的抽屉`,
      files: [],
    })
    const id = await stayer.start({ custodianId: test.leaverId, contactId })
    expect(lineOf(stayer.lines(id), '没存的备案密码')).toMatchObject({
      kind: 'unknown-password',
      state: 'open',
    })
    stayer.register(record.id, 'Qz7!mWp2#kLs')
    const after = stayer.lines(id).filter(({ recordId }) => recordId === record.id)
    expect(after.find(({ kind }) => kind === 'unknown-password')?.state).toBe('closed')
    expect(lineOf(stayer.lines(id), '营业执照副本').state).toBe('open')
    stayer.edit<'document'>(paperId, { paperPlace: '财务室保险柜' })
    expect(lineOf(stayer.lines(id), '营业执照副本')).toMatchObject({ state: 'closed' })
  })

  it('is the only way in, until somebody else can open everything', async () => {
    const test = await openHandovers()
    const stayer = test.now()
    const alone = await stayer.start(
      { custodianId: stayer.vault.custodianId },
      {
        successor: { custodianId: test.leaverId },
      },
    )
    expect(stayer.lines(alone).some(({ kind }) => kind === 'only-way-in')).toBe(false)
    await stayer.vault.rekey({
      keepSlots: ({ custodianId }) => custodianId === stayer.vault.custodianId,
      reason: 'test',
    })
    const line = stayer.lines(alone).find(({ kind }) => kind === 'only-way-in')
    expect(line).toMatchObject({ state: 'open', reasons: [{ code: 'is-only-opener' }] })
  })

  it('is the only recovery kit', async () => {
    const test = await openHandovers()
    const leaver = await test.byLeaver()
    const { code } = leaver.vault.prepareRecoveryKit()
    const groups = code.split('-')
    leaver.vault.confirmRecoveryKit([0, 1].map((index) => ({ index, text: groups[index] ?? '' })))
    const stayer = await test.byStayer()
    const id = await stayer.start({ custodianId: test.leaverId })
    const kit = () => stayer.lines(id).find(({ kind }) => kind === 'only-kit')
    expect(kit()).toMatchObject({ state: 'open' })
    const own = stayer.vault.prepareRecoveryKit().code.split('-')
    stayer.vault.confirmRecoveryKit([0, 1].map((index) => ({ index, text: own[index] ?? '' })))
    expect(kit()).toMatchObject({ state: 'closed' })
  })

  it('is a kit in parts that they made: it goes with them, whoever keeps its shares', async () => {
    const test = await openHandovers()
    const codes = makeSplitKit((await test.byLeaver()).vault, ['法定代表人', '财务', LEAVER])
    const stayer = await test.byStayer()
    const id = await stayer.start({ custodianId: test.leaverId })
    const kinds = () =>
      stayer.lines(id).flatMap(({ kind, state }) => (kind.includes('kit') ? [[kind, state]] : []))
    expect(kinds()).toEqual([['only-kit', 'open']])
    expect(stayer.view(id).ways.map(({ kind }) => kind)).toContain('recovery-kit')

    makeSplitKit(stayer.vault, ['法定代表人', '财务', '运维'])
    expect(kinds()).toEqual([['only-kit', 'closed']])
    await stayer.call['handover.remove']({ id })
    stayer.vault.close()
    await expect(
      openVault(test.file, test.context, {}, { kind: 'recovery-shares', codes: codes.slice(0, 2) }),
    ).rejects.toMatchObject({ code: 'wrong-recovery-kit' })
  })
})

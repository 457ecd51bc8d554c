import { beforeEach, describe, expect, it } from 'vitest'
import { newRecordId } from '../../../electron/ledger/store.ts'
import { writeRecords } from '../../../electron/ledger/write.ts'
import type { CaseView } from '../../../shared/case-view.ts'
import type { CallInput } from '../../../shared/contract.ts'
import type { Letter } from '../../../shared/records/letter.ts'
import { type CaseSession, openCaseSession } from './case-session.ts'

describe('materials of a case', () => {
  let test: CaseSession
  let id: string
  beforeEach(async () => {
    test = await openCaseSession()
    id = test.open('b').line.id
  })

  const material = (needId: string, view: CaseView = test.resolve('cases.read', { id })) =>
    view.materials.find((one) => one.needId === needId)
  const set = (needId: string, changes: Omit<CallInput<'cases.setMaterial'>, 'id' | 'needId'>) =>
    material(needId, test.resolve('cases.setMaterial', { id, needId, ...changes }).case)
  const paper = (changes: object) =>
    test.save('document', {
      kind: 'business-licence',
      title: '营业执照复印件',
      entityId: test.ids.entity,
      sealState: 'unsealed',
      ...changes,
    })
  const letter = (changes: Partial<Letter> = {}) => {
    const letterId = newRecordId()
    const data: Letter = {
      kind: 'statement',
      title: '情况说明',
      entityId: test.ids.entity,
      caseId: id,
      serviceIds: [],
      contactIds: [],
      values: {},
      writtenOn: '2026-11-20',
      ...changes,
    }
    const overview = {
      kind: 'letter',
      data,
      createdAt: test.clock.now,
      updatedAt: test.clock.now,
    } as const
    writeRecords(test.session, [{ type: 'put', id: letterId, overview, expectedRevision: 0 }], [])
    return letterId
  }

  it('are missing, want a seal, or have it, by what 资料 holds', async () => {
    expect(material('licence-copy')).toMatchObject({ state: 'missing', isStated: false })
    const { id: paperId } = await paper({})
    expect(material('licence-copy')).toMatchObject({
      state: 'needs-seal',
      document: { id: paperId, title: '营业执照复印件' },
    })
    await paper({ sealState: 'sealed', title: '盖章件' })
    expect(material('licence-copy')).toMatchObject({
      state: 'sealed',
      document: { title: '盖章件' },
      otherDocuments: [{ id: paperId, title: '营业执照复印件' }],
    })
  })

  it('have ended with their paper, whatever was said of them', async () => {
    const { id: documentId } = await paper({ sealState: 'sealed', validUntilOn: '2026-11-21' })
    expect(material('licence-copy')?.state).toBe('expired')
    expect(set('licence-copy', { state: 'have', documentId })).toMatchObject({
      state: 'expired',
      isStated: true,
    })
    expect(set('licence-copy', { state: 'sent' })?.state).toBe('sent')
  })

  it('are what a person says, until they take it back', async () => {
    const { id: documentId } = await paper({})
    expect(set('licence-copy', { state: 'sealed', documentId, note: '原件在财务' })).toMatchObject({
      state: 'sealed',
      isStated: true,
      note: '原件在财务',
    })
    expect(set('licence-copy', { state: null, note: null })).toMatchObject({
      state: 'needs-seal',
      isStated: false,
      document: { id: documentId },
    })
    expect(material('licence-copy')?.note).toBeUndefined()
    expect(() => set('no-such-need', { state: 'have' })).toThrow(
      expect.objectContaining({ code: 'record-not-found' }),
    )
  })

  it('are letters written here: to be signed, signed, too old, ended', () => {
    const letterId = letter()
    expect(material('statement')).toMatchObject({
      state: 'needs-seal',
      reasons: ['letter-not-signed'],
      letter: { id: letterId, title: '情况说明' },
    })
    const signed = letter({ signedOn: '2026-11-21', title: '签好的', writtenOn: '2026-10-01' })
    expect(set('statement', { letterId: signed })).toMatchObject({
      state: 'sealed',
      reasons: ['letter-dated'],
      letter: { id: signed, signedOn: '2026-11-21' },
      otherLetters: [{ id: letterId }],
    })
    const standing = letter({
      kind: 'standing-authorization',
      signedOn: '2026-01-05',
      writtenOn: '2026-01-05',
      validUntilOn: '2026-11-01',
    })
    expect(material('standing-authorization')).toMatchObject({
      state: 'expired',
      reasons: ['letter-ended'],
      letter: { id: standing },
    })
  })

  it('need no paper where only the numbers are asked and the ledger has them', () => {
    const inA1 = test.resolve('cases.switchGuide', { id, guideId: 'a1', reason: '先自助' })
    expect(material('licence', inA1.case)?.state).toBe('have')
    expect(material('responsible-id', inA1.case)?.state).toBe('have')
    expect(material('domain-certificate', inA1.case)?.state).toBe('missing')
  })

  it('of a person are the papers of that person', async () => {
    const idCard = { kind: 'id-card', title: '身份证', sealState: 'not-needed' }
    await paper({
      ...idCard,
      contactId: test.ids.responsible,
      entityId: undefined,
      paperPlace: '本人',
    })
    expect(material('responsible-id')?.state).toBe('have')
    expect(material('legal-representative-id')?.state).toBe('missing')
  })

  it('name who must act: who gets the codes, and whose phone was verified', () => {
    expect(test.resolve('cases.read', { id }).people).toEqual([
      {
        contactId: test.ids.head,
        name: '沈星河',
        roles: ['entity-responsible', 'legal-representative'],
        receives: ['subject'],
        phone: '15400001001',
        email: 'shen@xinghe.example',
        phoneState: 'verified',
        verifiedOn: '2026-10-20',
        hasIdNumber: true,
      },
      {
        contactId: test.ids.responsible,
        name: '林备安',
        roles: ['service-responsible'],
        receives: ['service'],
        phone: '15400001002',
        phoneState: 'not-verified',
        hasIdNumber: false,
      },
    ])
  })

  it('name the bureau by the number, with its kept phone', async () => {
    expect(test.resolve('cases.read', { id }).bureau).toEqual({
      province: '北京市',
      name: '北京市通信管理局',
    })
    await test.save('provider', {
      name: '北京市通信管理局',
      roles: ['bureau'],
      phone: '010-00000000',
    })
    expect(test.resolve('cases.read', { id }).bureau?.phone).toBe('010-00000000')
  })
})

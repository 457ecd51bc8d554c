import { describe, expect, it } from 'vitest'
import { type PaperNeed, readinessOf } from '../../../electron/documents/readiness.ts'
import { createStore } from '../../../electron/ledger/store.ts'
import type { Document } from '../../../shared/records/document.ts'

const TODAY = '2026-11-22'
const ENTITY = 'e'.repeat(32)
const OTHER_ENTITY = 'f'.repeat(32)
const PERSON = 'c'.repeat(32)
const OTHER_PERSON = 'd'.repeat(32)

const LICENCE_COPY: PaperNeed = { documents: ['business-licence'], seal: 'seal', form: 'copy' }
const ID_COPY: PaperNeed = { documents: ['id-card'], seal: 'none', form: 'copy' }

function file(side?: 'front' | 'back') {
  const scan = { name: '扫描.jpg', mediaType: 'image/jpeg', sizeBytes: 1, addedAt: 0 }
  return { attachmentId: 'a'.repeat(32), ...scan, ...(side && { side }) }
}

function paper(data: Partial<Document>): Document {
  const usual = { kind: 'business-licence', title: '营业执照', sealState: 'not-needed' } as const
  return { ...usual, files: [file()], ...data }
}

/** Papers with ids `1…`, `2…` and so on, in this order of making. */
function readiness(need: PaperNeed, papers: Document[], contactIds: string[] = []) {
  const opened = (id: string, kind: string, data: object, at = 0) => ({
    id,
    revision: 1,
    hasSecret: false,
    overview: { kind, data, createdAt: at, updatedAt: at },
  })
  const store = createStore([
    ...[ENTITY, OTHER_ENTITY].map((id) => opened(id, 'entity', { name: id })),
    ...[PERSON, OTHER_PERSON].map((id) => opened(id, 'contact', { name: id, roles: [] })),
    ...papers.map((data, index) => opened(`${index + 1}`.repeat(32), 'document', data, index)),
  ])
  const found = readinessOf(store, need, { entityId: ENTITY, contactIds }, TODAY)
  return { ...found, documentId: found.documentId?.[0] }
}

describe('readinessOf', () => {
  it('says that nothing is there when the only licence is of another entity', () => {
    expect(readiness(LICENCE_COPY, [paper({ entityId: OTHER_ENTITY })])).toEqual({
      state: 'missing',
      documentId: undefined,
      reasons: ['no-document'],
      otherIds: [],
    })
  })

  it('asks for the seal that a copy still wants', () => {
    const found = readiness(LICENCE_COPY, [paper({ entityId: ENTITY, sealState: 'unsealed' })])
    expect(found).toMatchObject({ state: 'needs-seal', reasons: ['seal-missing'] })
  })

  it('asks for the signature when only the seal is on it', () => {
    const need = { ...LICENCE_COPY, seal: 'seal-and-legal-representative' } as const
    const found = readiness(need, [paper({ entityId: ENTITY, sealState: 'sealed' })])
    expect(found).toMatchObject({ state: 'needs-signature', reasons: ['signature-missing'] })
  })

  it('takes the sealed paper before one that wants a seal, and names the other', () => {
    const found = readiness(LICENCE_COPY, [
      paper({ entityId: ENTITY, sealState: 'unsealed' }),
      paper({ entityId: ENTITY, sealState: 'sealed' }),
    ])
    expect(found).toMatchObject({ state: 'sealed', documentId: '2', otherIds: ['1'.repeat(32)] })
  })

  it('takes a paper that holds before one that has expired', () => {
    const found = readiness(LICENCE_COPY, [
      paper({ entityId: ENTITY, sealState: 'sealed', validUntilOn: '2026-11-21' }),
      paper({ entityId: ENTITY, sealState: 'unsealed' }),
    ])
    expect(found).toMatchObject({ state: 'needs-seal', documentId: '2' })
  })

  it('counts the last day as valid, and warns of it', () => {
    const found = readiness(LICENCE_COPY, [
      paper({ entityId: ENTITY, sealState: 'sealed', validUntilOn: TODAY }),
    ])
    expect(found).toMatchObject({ state: 'sealed', reasons: ['expires-soon'] })
  })

  it('says expired from the day after on', () => {
    const found = readiness(LICENCE_COPY, [
      paper({ entityId: ENTITY, sealState: 'sealed', validUntilOn: '2026-11-21' }),
    ])
    expect(found).toMatchObject({ state: 'expired', reasons: ['expired'] })
  })

  it('does not take a scan for the original', () => {
    const need = { ...LICENCE_COPY, seal: 'none', form: 'original' } as const
    expect(readiness(need, [paper({ entityId: ENTITY })])).toMatchObject({
      state: 'missing',
      reasons: ['original-not-located'],
    })
    expect(readiness(need, [paper({ entityId: ENTITY, paperPlace: '财务室' })]).state).toBe('have')
  })

  it('wants both sides of an ID card', () => {
    const one = paper({ kind: 'id-card', contactId: PERSON, files: [file('front')] })
    const both = { ...one, files: [file('front'), file('back')] }
    expect(readiness(ID_COPY, [one], [PERSON])).toMatchObject({
      state: 'missing',
      reasons: ['side-missing'],
    })
    expect(readiness(ID_COPY, [both], [PERSON])).toMatchObject({ state: 'have', reasons: [] })
  })

  it("does not take somebody else's ID card", () => {
    const card = paper({ kind: 'id-card', entityId: ENTITY, contactId: OTHER_PERSON })
    expect(readiness(ID_COPY, [card], [PERSON]).state).toBe('missing')
  })

  it('says so when an ID card names the entity but no person', () => {
    const card = paper({ kind: 'id-card', entityId: ENTITY })
    expect(readiness(ID_COPY, [card], [PERSON])).toMatchObject({
      state: 'have',
      reasons: ['holder-unclear'],
    })
  })

  it('takes no paper but a notarial certificate where a notary is asked for', () => {
    const need: PaperNeed = {
      documents: ['transfer-agreement', 'notarial-certificate'],
      seal: 'notary',
      form: 'copy',
    }
    const agreement = paper({ kind: 'transfer-agreement', entityId: ENTITY, sealState: 'sealed' })
    const certificate = paper({ kind: 'notarial-certificate', entityId: ENTITY })
    expect(readiness(need, [agreement])).toMatchObject({ reasons: ['notary-missing'] })
    expect(readiness(need, [agreement, certificate])).toMatchObject({
      state: 'sealed',
      documentId: '2',
    })
  })
})

import { describe, expect, it } from 'vitest'
import { zhDocuments } from '../../../renderer/i18n/zh/documents.ts'
import { guessPaper } from '../../../renderer/screens/documents/paper-guess.ts'
import {
  holderNames,
  paperRows,
  shownPaperRows,
} from '../../../renderer/screens/documents/paper-rows.ts'
import type { PaperView } from '../../../shared/document-views.ts'
import { paperStanding } from '../../../shared/paper.ts'
import type { Document } from '../../../shared/records/document.ts'

const TODAY = '2026-11-22'
const FILE = { attachmentId: 'a'.repeat(32), mediaType: 'image/png', sizeBytes: 1, addedAt: 0 }

function paper(id: string, data: Partial<Document>, holders: string[] = []): PaperView {
  const files = [{ ...FILE, name: '扫描.png' }]
  const usual = { kind: 'business-licence', title: id, sealState: 'not-needed', files } as const
  const common = { id, revision: 1, hasSecret: false, createdAt: 0, updatedAt: 0 }
  return { ...common, kind: 'document', data: { ...usual, ...data }, holders }
}

describe('paperStanding', () => {
  it('is the worst of what is to be said', () => {
    const of = (data: Partial<Document>) => paperStanding(paper('x', data).data, TODAY)
    expect(of({ validUntilOn: '2026-11-21', files: [] })).toBe('expired')
    expect(of({ validUntilOn: TODAY })).toBe('expiring')
    expect(of({ validUntilOn: '2027-02-20' })).toBe('expiring')
    expect(of({ validUntilOn: '2027-02-21' })).toBe('fine')
    expect(of({ files: [], sealState: 'unsealed' })).toBe('no-scan')
    expect(of({ kind: 'id-card', files: [{ ...FILE, name: 'a', side: 'front' }] })).toBe(
      'side-missing',
    )
    expect(of({ kind: 'id-card' })).toBe('fine')
    expect(of({ sealState: 'unsealed' })).toBe('unsealed')
  })
})

describe('the list of papers', () => {
  const rows = paperRows(
    [
      paper('执照', { paperPlace: '保险柜' }, ['星河云']),
      paper('证书', { kind: 'domain-certificate', validUntilOn: '2026-12-01' }, ['云帆', '星河云']),
    ],
    TODAY,
    zhDocuments.kind,
  )
  const shown = (filter: Parameters<typeof shownPaperRows>[1], hits: string[] = []) =>
    shownPaperRows(rows, filter, new Set(hits)).map(({ paper: { id } }) => id)

  it('is found by any word of it, and by what the vault process finds', () => {
    expect(shown({ text: '保险柜' })).toEqual(['执照'])
    expect(shown({ text: '域名证书 云帆' })).toEqual(['证书'])
    expect(shown({ text: 'zz' }, ['执照'])).toEqual(['执照'])
  })

  it('is narrowed by kind, holder and standing', () => {
    expect(shown({ text: '', kind: 'domain-certificate' })).toEqual(['证书'])
    expect(shown({ text: '', holder: '云帆' })).toEqual(['证书'])
    expect(shown({ text: '', standing: 'fine' })).toEqual(['执照'])
    expect(holderNames(rows)).toEqual(['星河云', '云帆'])
  })
})

describe('guessPaper', () => {
  it('tells the kind from what the file is called', () => {
    expect(guessPaper('营业执照副本.pdf')).toEqual({
      kind: 'business-licence',
      title: '营业执照副本',
    })
    expect(guessPaper('林晓身份证正面.jpg').kind).toBe('id-card')
    expect(guessPaper('密码找回授权书 2026.pdf').kind).toBe('standing-authorization')
    expect(guessPaper('IMG_0042.HEIC')).toEqual({ kind: 'other', title: 'IMG_0042' })
  })
})

import { addDays, addMonths, dayOf } from '../../shared/calendar-day.ts'
import type { Document } from '../../shared/records/document.ts'
import type { RecordKind } from '../../shared/records/record.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import type { RecordStore } from '../ledger/store.ts'
import { newRecordId } from '../ledger/store.ts'
import { createHeldSealer } from '../vault/content-sealer.ts'
import type { AttachmentChanges, RecordChange, RecordId } from '../vault/vault.ts'
import { type DemoSheet, demoPdf } from './demo-pdf.ts'
import { cardBack, cardFront, demoPng } from './demo-png.ts'

type Added = AttachmentChanges['added'][number]

/**
 * Papers of the demo's filings: complete ones, one about to end, one that has expired, one without its seal, one
 * without a scan. The files are drawn here and say that they are samples.
 *
 * @param store - The demo's records, to which the papers are tied by their names.
 */
export function demoPapers(
  store: RecordStore,
  now: number,
): { changes: RecordChange[]; attachments: AttachmentChanges } {
  const today = dayOf(now)
  const changes: RecordChange[] = []
  const added: Added[] = []
  const idOf = (kind: RecordKind, title: string) => idByTitle(store, kind, title)
  const add = (data: Omit<Document, 'files'>, contents: Content[] = []) => {
    const ownerId = newRecordId()
    const files = contents.map(({ name, mediaType, bytes, ...rest }) => {
      const content = seal(bytes)
      added.push({ facts: { ownerId, name, mediaType }, content })
      const facts = { name, mediaType, sizeBytes: bytes.length, addedAt: now }
      return { attachmentId: content.id, ...facts, ...rest }
    })
    const at = now - 600_000 + changes.length * 1_000
    const overview = { kind: 'document', data: { ...data, files }, createdAt: at, updatedAt: at }
    changes.push({ type: 'put', id: ownerId, overview, expectedRevision: 0 })
  }

  const xinghe = idOf('entity', '星河云科技（北京）有限公司')
  add(
    {
      kind: 'business-licence',
      title: '营业执照（副本）',
      entityId: xinghe,
      issuedOn: addMonths(today, -30),
      validUntilOn: addMonths(today, 26),
      sealState: 'sealed',
      paperPlace: '财务室保险柜',
      copyCount: 2,
    },
    [pdf('营业执照（副本）.pdf', licence('星河云科技（北京）有限公司', '91110108MA00XY00XD'))],
  )
  add(
    {
      kind: 'id-card',
      title: '沈星河 身份证',
      entityId: xinghe,
      contactId: idOf('contact', '沈星河'),
      validUntilOn: addDays(today, 52),
      sealState: 'not-needed',
    },
    [
      { ...picture('身份证人像面.png', demoPng(cardFront)), side: 'front' },
      { ...picture('身份证国徽面.png', demoPng(cardBack)), side: 'back' },
    ],
  )
  add(
    {
      kind: 'domain-certificate',
      title: 'xinghe.example 域名证书',
      entityId: xinghe,
      domainId: idOf('domain', 'xinghe.example'),
      issuedOn: addMonths(today, -10),
      sealState: 'not-needed',
    },
    [pdf('域名证书.pdf', certificate('xinghe.example', '星河云科技（北京）有限公司'))],
  )
  add(
    {
      kind: 'authorization',
      title: '备案业务授权委托书（林备安）',
      entityId: idOf('entity', '云帆商贸（深圳）有限公司'),
      issuedOn: addDays(today, -3),
      validUntilOn: addMonths(today, 6),
      sealState: 'unsealed',
      notes: '已打印，等盖公章和法定代表人签字。',
    },
    [pdf('授权委托书.pdf', AUTHORIZATION)],
  )
  add(
    {
      kind: 'business-licence',
      title: '营业执照（旧版）',
      entityId: idOf('entity', '成都锦里文化传播有限公司'),
      validUntilOn: addDays(today, -20),
      sealState: 'sealed',
      paperPlace: '行政部档案柜 2 号',
    },
    [pdf('营业执照（旧版）.pdf', licence('成都锦里文化传播有限公司', '样张'))],
  )
  add({
    kind: 'receipt',
    title: '管局回执（纸质）',
    entityId: idOf('entity', '成都锦里文化传播有限公司'),
    issuedOn: addMonths(today, -4),
    sealState: 'not-needed',
    paperPlace: '行政部档案柜 2 号',
    copyCount: 1,
  })
  return { changes, attachments: { added, removedIds: [] } }
}

type Content = { name: string; mediaType: string; bytes: Uint8Array; side?: 'front' | 'back' }

function pdf(name: string, sheet: DemoSheet): Content {
  return { name, mediaType: 'application/pdf', bytes: demoPdf(sheet) }
}

function picture(name: string, bytes: Uint8Array): Content {
  return { name, mediaType: 'image/png', bytes }
}

function seal(bytes: Uint8Array) {
  const sealer = createHeldSealer()
  sealer.push(bytes)
  return sealer.finish()
}

function idByTitle(store: RecordStore, kind: RecordKind, title: string): RecordId {
  for (const record of store.kinds[kind]) if (recordTitle(record) === title) return record.id
  throw new Error(`the demo has no ${kind} ${title}`)
}

function licence(name: string, code: string): DemoSheet {
  return {
    lines: [
      { text: '营 业 执 照', x: 190, y: 700, size: 40 },
      { text: '（演示样张，无任何效力）', x: 210, y: 665, size: 14, isRed: true },
      ...listed([
        ['统一社会信用代码', code],
        ['名　　　　称', name],
        ['类　　　　型', '有限责任公司'],
        ['住　　　　所', '虚构市示例区无此路 1 号'],
        ['法定代表人', '（演示）'],
        ['营 业 期 限', '长期'],
      ]),
    ],
    seal: { x: 430, y: 190, text: '演示登记机关' },
  }
}

function certificate(domain: string, owner: string): DemoSheet {
  return {
    lines: [
      { text: '域名注册证书', x: 190, y: 700, size: 36 },
      { text: '（演示样张，无任何效力）', x: 210, y: 665, size: 14, isRed: true },
      ...listed([
        ['域名', domain],
        ['域名所有者', owner],
        ['注册服务机构', '示例域名服务有限公司'],
      ]),
    ],
    seal: { x: 430, y: 260, text: '演示注册商' },
  }
}

const AUTHORIZATION: DemoSheet = {
  lines: [
    { text: '授权委托书', x: 215, y: 700, size: 34 },
    { text: '（演示样张，无任何效力）', x: 210, y: 665, size: 14, isRed: true },
    { text: '　　兹委托林备安办理我单位网站备案相关事宜。', x: 80, y: 600, size: 16 },
    { text: '　　委托期限：六个月。', x: 80, y: 565, size: 16 },
    { text: '委托单位（盖章）：', x: 80, y: 420, size: 16 },
    { text: '法定代表人（签字）：', x: 80, y: 380, size: 16 },
  ],
}

function listed(rows: readonly (readonly [string, string])[]) {
  return rows.flatMap(([word, value], index) => [
    { text: word, x: 80, y: 600 - index * 44, size: 16 },
    { text: value, x: 240, y: 600 - index * 44, size: 16 },
  ])
}

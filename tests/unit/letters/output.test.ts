import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { createDocxWriter } from '../../../electron/letters/docx-writer.ts'
import { renderLetterPage } from '../../../electron/letters/letter-page.ts'
import { LETTER_KINDS } from '../../../shared/records/letter.ts'
import { type LettersTest, openLetters } from './letters-session.ts'

const WORKER = new URL('../../../electron/letters/docx-worker.ts', import.meta.url)

let test: LettersTest
let id: string
const ID_NUMBERS = ['110100198005060000', '110100199311200002']

beforeEach(async () => {
  test = await openLetters()
  const created = await test.letters['letters.create']({
    kind: 'authorization',
    entityId: test.idOf('entity', '星河云科技（北京）有限公司'),
    providerId: test.idOf('provider', '云枢计算'),
    contactId: test.idOf('contact', '林备安'),
  })
  id = created.id
})

describe('ID numbers', () => {
  it('are nowhere but in what goes out, and only when asked for', async () => {
    const view = JSON.stringify(test.read(id))
    await test.letters['letters.savePdf']({ id, withIdNumbers: false })
    const without = test.pages[0]?.html ?? ''
    await test.letters['letters.savePdf']({ id, withIdNumbers: true })
    const withIds = test.pages[1]?.html ?? ''
    const record = JSON.stringify(test.ledger.records.get(id))
    for (const number of ID_NUMBERS) {
      expect(view).not.toContain(number)
      expect(record).not.toContain(number)
      expect(without).not.toContain(number)
      expect(withIds).toContain(number)
    }
    expect(test.read(id).sealedCount).toBe(2)
  })

  it('stand in the audit trail, each before it is opened', async () => {
    await test.letters['letters.savePdf']({ id, withIdNumbers: true })
    expect(test.actions().slice(0, 3)).toEqual([
      'contact.id-into-letter',
      'contact.id-into-letter',
      'letter.save-pdf',
    ])
    await test.letters['letters.saveDocx']({ id, withIdNumbers: false })
    expect(test.actions()[0]).toBe('letter.save-docx')
  })

  it('cannot be typed into a letter', async () => {
    await test.letters['letters.save']({
      id,
      values: { 'agent.idNumber': '110100199311200002', reason: '离职' },
    })
    expect(test.read(id).record.data.values).toEqual({ reason: '离职' })
  })

  it('are not filled into what was signed before', async () => {
    await test.letters['letters.sign']({ id, signedOn: '2026-11-22', revokeIds: [] })
    await test.letters['letters.savePdf']({ id, withIdNumbers: true })
    expect(test.pages[0]?.html).not.toContain(ID_NUMBERS[0])
  })
})

describe('the page', () => {
  it('holds no script, nothing from outside, and escapes what was typed', async () => {
    await test.letters['letters.save']({ id, values: { reason: '<img src=x onerror=alert(1)>' } })
    await test.letters['letters.savePdf']({ id, withIdNumbers: false })
    const html = test.pages[0]?.html ?? ''
    expect(html).toContain("default-src 'none'")
    expect(html).toContain('&lt;img src=x')
    expect(html).not.toMatch(/<img|<script|https?:\/\/|style="/)
  })

  it('names every blank on the paper', async () => {
    await test.letters['letters.savePdf']({ id, withIdNumbers: false })
    expect(test.pages[0]?.html).toContain('＿＿＿＿＿＿（原因）')
  })

  it('brings its own page numbers only for paper', () => {
    const { letter } = test.read(id)
    expect(renderLetterPage(letter, 'paper')).toContain('counter(pages)')
    expect(renderLetterPage(letter, 'pdf')).not.toContain('counter(pages)')
  })

  it('leaves out what was left out, and a table without lines', async () => {
    await test.letters['letters.save']({
      id,
      values: { 'block.annexes': '', 'block.liability': '' },
      serviceIds: [],
    })
    await test.letters['letters.savePdf']({ id, withIdNumbers: false })
    const html = test.pages[0]?.html ?? ''
    expect(html).not.toMatch(/附件|法律后果|服务备案号/)
  })
})

describe('the Word file', () => {
  it.each(LETTER_KINDS)(
    'of kind %s opens, with the same words, on A4 with page numbers',
    async (kind) => {
      const { id: other } = await test.letters['letters.create']({
        kind,
        entityId: test.idOf('entity', '云帆商贸（深圳）有限公司'),
      })
      const saved = await test.letters['letters.saveDocx']({ id: other, withIdNumbers: false })
      const files = unzipSync(test.savedFile(saved?.fileName ?? ''))
      const document = strFromU8(files['word/document.xml'] ?? new Uint8Array())
      const text = document.replace(/<[^>]+>/g, '')
      expect(text).toContain(test.read(other).letter.title)
      expect(text).toContain('云帆商贸（深圳）有限公司')
      expect(text).toContain('＿＿＿＿＿＿')
      expect(document).toMatch(/<w:pgSz[^>]*w:w="11906"[^>]*w:h="16838"/)
      const footer = Object.entries(files).find(([name]) => name.startsWith('word/footer'))
      expect(strFromU8(footer?.[1] ?? new Uint8Array())).toMatch(/PAGE[\s\S]*NUMPAGES/)
    },
  )

  it('never splits a signature box or a line of a table, and repeats heads', async () => {
    const saved = await test.letters['letters.saveDocx']({ id, withIdNumbers: false })
    const files = unzipSync(test.savedFile(saved?.fileName ?? ''))
    const document = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    const rows = document.match(/<w:tr>[\s\S]*?<\/w:tr>/g) ?? []
    expect(rows.length).toBeGreaterThan(8)
    for (const row of rows) expect(row).toContain('<w:cantSplit')
    expect(document).toContain('<w:tblHeader')
    expect(document).toContain('<w:keepNext')
  })

  it('is written by a worker that ends with it', async () => {
    const bytes = await createDocxWriter(WORKER)(test.read(id).letter)
    expect(Object.keys(unzipSync(bytes))).toContain('word/document.xml')
  })
})

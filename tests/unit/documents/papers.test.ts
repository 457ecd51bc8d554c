import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { takeContent } from '../../../electron/documents/intake.ts'
import { sweepAttachments } from '../../../electron/documents/sweep.ts'
import { documentsHandlers } from '../../../electron/handlers/documents.ts'
import { createLedger } from '../../../electron/ledger/ledger.ts'
import { openTestSession, type TestSession } from '../../support/ledger-session.ts'
import { openVault } from '../../support/vault.ts'
import { asAttacker } from '../../support/vault-attack.ts'
import { jpegOf, pngOf, savePaper, takeIn } from './paper-files.ts'

/** The same vault as after a lock and an unlock: nothing is kept in memory. */
function afterUnlock(test: TestSession): TestSession {
  const opened = { ...test.session.open(), ledger: createLedger(test.vault.records()) }
  return { ...test, session: { ...test.session, open: () => opened }, ledger: opened.ledger }
}

function folder(): string {
  return mkdtempSync(path.join(tmpdir(), 'beian-papers-'))
}

describe('a paper and its files', () => {
  it('are written in one change, and read back as they were', async () => {
    const test = await openTestSession()
    const content = pngOf(150_000)
    const { file } = await takeIn(test, '执照.png', content.slice())
    expect(test.vault.attachmentIds()).toEqual([])
    const revision = test.vault.revision
    const { record } = await savePaper(test, [file])
    expect(test.vault.revision).toBe(revision + 1)
    expect(record.data.files).toEqual([file])
    expect(test.ledger.staged.size).toBe(0)
    const read = await test.call['documents.readFile']({
      id: record.id,
      attachmentId: file.attachmentId,
    })
    expect(read).toMatchObject({ name: '执照.png', mediaType: 'image/png' })
    expect(Buffer.from(read.bytes).equals(Buffer.from(content))).toBe(true)
    expect(test.actions().slice(0, 2)).toEqual(['document.view', 'record.create'])
  })

  it('are told as they were taken in, whatever a form says of them', async () => {
    const test = await openTestSession()
    const { file } = await takeIn(test, '执照.png', pngOf(100))
    const disguised = { ...file, name: '别的.pdf', mediaType: 'text/html', sizeBytes: 5 }
    const { record } = await savePaper(test, [{ ...disguised, side: 'front' }])
    expect(record.data.files).toEqual([{ ...file, side: 'front' }])
  })

  it('cannot name a file that was never taken in, nor that of another paper', async () => {
    const test = await openTestSession()
    const { file } = await takeIn(test, '执照.png', pngOf(100))
    await savePaper(test, [file])
    const refusal = expect.objectContaining({
      code: 'invalid-value',
      facts: { field: 'files', code: 'not-allowed' },
    })
    await expect(savePaper(test, [file])).rejects.toThrow(refusal)
    await expect(savePaper(test, [{ ...file, attachmentId: 'ab'.repeat(16) }])).rejects.toThrow(
      refusal,
    )
  })

  it('are both gone when adding the paper is undone', async () => {
    const test = await openTestSession()
    const { file } = await takeIn(test, '执照.png', pngOf(100))
    const { undoToken } = await savePaper(test, [file])
    test.call['records.undo']({ undoToken })
    expect(test.vault.attachmentIds()).toEqual([])
    expect(test.ledger.kinds.document.size).toBe(0)
  })

  it('lets a removed file come back by undo, and sweeps it after the next unlock', async () => {
    const test = await openTestSession()
    const { file } = await takeIn(test, '执照.png', pngOf(100))
    const { record } = await savePaper(test, [file])
    const { undoToken } = await savePaper(test, [], record.id)
    expect(sweepAttachments(test.session)).toBe(0)
    test.call['records.undo']({ undoToken })
    const read = await test.call['documents.readFile']({
      id: record.id,
      attachmentId: file.attachmentId,
    })
    expect(read.bytes).toHaveLength(100)

    await savePaper(test, [], record.id)
    expect(test.vault.attachmentIds()).toHaveLength(1)
    expect(sweepAttachments(afterUnlock(test).session)).toBe(1)
    expect(test.vault.attachmentIds()).toEqual([])
    expect(test.actions()[0]).toBe('document.sweep')
  })

  it('stays in the trash with its files, and takes them along when it is purged', async () => {
    const test = await openTestSession()
    const kept = await savePaper(test, [(await takeIn(test, '甲.png', pngOf(100))).file])
    const removed = (await takeIn(test, '乙.png', pngOf(100))).file
    const { record } = await savePaper(test, [removed])
    await savePaper(test, [(await takeIn(test, '丙.png', pngOf(100))).file], record.id)
    expect(test.vault.attachmentIds()).toHaveLength(3)
    test.call['records.trash']({ ids: [record.id] })
    expect(sweepAttachments(afterUnlock(test).session)).toBe(1)
    expect(test.vault.attachmentIds()).toHaveLength(2)
    test.call['records.purge']({ ids: [record.id] })
    expect(test.vault.attachments().map(({ ownerId }) => ownerId)).toEqual([kept.record.id])
  })

  it('sweeps nothing that a paper names or a later version may know', async () => {
    const test = await openTestSession()
    const { file } = await takeIn(test, '执照.png', pngOf(100))
    await savePaper(test, [file])
    const later = '77'.repeat(16)
    test.vault.write([{ type: 'put', id: later, overview: { kind: 'hologram' } }], [])
    async function* source() {
      yield pngOf(100)
    }
    const facts = { ownerId: later, name: 'a', mediaType: 'b' }
    await test.vault.writeAttachment(facts, source(), [])
    expect(sweepAttachments(afterUnlock(test).session)).toBe(0)
    expect(test.vault.attachmentIds()).toHaveLength(2)
  })

  it('leaves nothing in the file when the vault is locked before the save', async () => {
    const test = await openTestSession()
    await takeIn(test, '执照.png', pngOf(100_000))
    const again = afterUnlock(test)
    expect(again.ledger.staged.size).toBe(0)
    expect(test.vault.attachmentIds()).toEqual([])
  })

  it('may be made by the app itself, such as from a letter', async () => {
    const test = await openTestSession()
    const { file } = takeContent(test.session, '授权书.pdf', new TextEncoder().encode('%PDF-1.7'))
    const { record } = await savePaper(test, [file])
    expect(record.data.files[0]?.mediaType).toBe('application/pdf')
  })

  it('goes into the trash with the entity it is of', async () => {
    const test = await openTestSession()
    const entity = await test.call['records.save']({
      kind: 'entity',
      data: { name: '示例科技有限公司', nature: 'enterprise' },
    })
    await test.call['records.save']({
      kind: 'document',
      data: {
        kind: 'business-licence',
        title: '营业执照',
        sealState: 'not-needed',
        files: [],
        entityId: entity.record.id,
      },
    })
    expect(test.call['records.trash']({ ids: [entity.record.id] })).toMatchObject({ count: 2 })
    expect(test.call['records.restore']({ ids: [entity.record.id] })).toMatchObject({ count: 2 })
  })
})

describe('reading a file', () => {
  it('gives out nothing of a content that was altered in the file', async () => {
    const test = await openTestSession()
    const { file } = await takeIn(test, '执照.png', pngOf(200_000))
    const { record } = await savePaper(test, [file])
    test.vault.close()
    asAttacker(test.vault.path, (db) =>
      db.exec('UPDATE attachment_chunk SET chunk = zeroblob(length(chunk)) WHERE position = 2'),
    )
    const vault = await openVault(test.vault.path, test.context)
    const opened = { ...test.session.open(), vault, ledger: createLedger(vault.records()) }
    const call = documentsHandlers({ ...test.session, open: () => opened })
    await expect(
      call['documents.readFile']({ id: record.id, attachmentId: file.attachmentId }),
    ).rejects.toThrow(expect.objectContaining({ code: 'vault-damaged' }))
    expect(vault.audit({ limit: 9 }).map(({ action }) => action)).not.toContain('document.view')
  })

  it('is refused for a file of another paper', async () => {
    const test = await openTestSession()
    const { file } = await takeIn(test, '执照.png', pngOf(100))
    await savePaper(test, [file])
    const { record } = await savePaper(test, [])
    await expect(
      test.call['documents.readFile']({ id: record.id, attachmentId: file.attachmentId }),
    ).rejects.toThrow(expect.objectContaining({ code: 'record-not-found' }))
  })
})

describe('files from the dialog', () => {
  it('are taken in one by one; one that is refused keeps no other out', async () => {
    const test = await openTestSession()
    const place = folder()
    const files = ['a.png', 'b.exe', 'c.jpg'].map((name) => path.join(place, name))
    writeFileSync(files[0] ?? '', pngOf(2_500_000))
    writeFileSync(files[1] ?? '', 'MZ')
    writeFileSync(files[2] ?? '', jpegOf(10))
    test.dialogs.openFiles = [place, path.join(place, 'gone.png'), ...files]
    const result = await test.call['documents.chooseFiles'](undefined)
    expect(result?.taken.map(({ file }) => file.name)).toEqual(['a.png', 'c.jpg'])
    expect(result?.refused.map(({ name, code }) => [name, code])).toEqual([
      [path.basename(place), 'file-not-found'],
      ['gone.png', 'file-not-found'],
      ['b.exe', 'file-type-refused'],
    ])
    const last = test.events.filter((event) => event.event === 'progress').at(-1)
    expect(last).toMatchObject({ task: 'files', done: last?.total })
  })

  it('stop coming when the person cancels', async () => {
    const test = await openTestSession()
    const file = path.join(folder(), 'a.png')
    writeFileSync(file, pngOf(8_000_000))
    test.dialogs.openFiles = [file, file, file]
    const emit = test.session.emit
    test.session.emit = (event) => {
      emit(event)
      if (event.event === 'progress') test.call['documents.cancelChoosing'](undefined)
    }
    const result = await test.call['documents.chooseFiles'](undefined)
    expect(result).toEqual({ taken: [], refused: [] })
    expect(test.ledger.staged.size).toBe(0)
  })

  it('are none when the dialog is closed', async () => {
    const test = await openTestSession()
    expect(await test.call['documents.chooseFiles'](undefined)).toBeUndefined()
  })
})

describe('giving a file out', () => {
  it('tells the audit trail what a stamped copy is for and for whom', async () => {
    const test = await openTestSession()
    const { file } = await takeIn(test, '执照.png', pngOf(100))
    const { record } = await savePaper(test, [file])
    const target = path.join(folder(), '副本.jpg')
    test.dialogs.saveFile = target
    const stamped = jpegOf(500)
    const saved = await test.call['documents.exportStamped']({
      id: record.id,
      attachmentId: file.attachmentId,
      purpose: '备案/找回',
      recipient: '示例云',
      mediaType: 'image/jpeg',
      bytes: stamped,
    })
    expect(saved).toEqual({ fileName: '副本.jpg' })
    expect(readFileSync(target).equals(Buffer.from(stamped))).toBe(true)
    expect(test.dialogs.suggested).toEqual(['执照（仅供备案找回）.jpg'])
    const [entry] = test.vault.audit({ limit: 1 })
    expect(entry).toMatchObject({
      action: 'document.export',
      recordId: record.id,
      facts: { fileName: '执照.png', purpose: '备案/找回', recipient: '示例云' },
    })
  })

  it('writes the plain file only with its reason in the audit trail', async () => {
    const test = await openTestSession()
    const content = pngOf(90_000)
    const { file } = await takeIn(test, '执照.png', content.slice())
    const { record } = await savePaper(test, [file])
    const ids = { id: record.id, attachmentId: file.attachmentId }
    await test.call['documents.exportPlain']({ ...ids, reason: '公证处要求原件' })
    expect(test.actions()).not.toContain('document.export-plain')
    const target = path.join(folder(), '原件.png')
    test.dialogs.saveFile = target
    await test.call['documents.exportPlain']({ ...ids, reason: '公证处要求原件' })
    expect(readFileSync(target).equals(Buffer.from(content))).toBe(true)
    const [entry] = test.vault.audit({ limit: 1 })
    expect(entry).toMatchObject({
      action: 'document.export-plain',
      facts: { reason: '公证处要求原件' },
    })
  })
})

import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createHeldSealer } from '../../../electron/vault/content-sealer.ts'
import { createKdfRunner } from '../../../electron/vault/kdf.ts'
import { Vault } from '../../../electron/vault/vault.ts'
import { readVault } from '../../reader/reading.ts'
import {
  byPassphrase,
  bytesOf,
  createVault,
  entry,
  memoryAnchors,
  someRecord,
} from '../../support/vault.ts'
import { asAttacker } from '../../support/vault-attack.ts'
import { type ExchangeSession, openSession } from './session.ts'

const OWN = '归档口令 archive example'
const FILE = '归档.beian-archive'

/** A vault with records, a file, a second custodian's way in, and its archive. */
async function archived() {
  const session = await openSession({
    xinghe: { kind: 'entity', data: { name: '星河示例科技有限公司', nature: 'enterprise' } },
    filing: {
      kind: 'credential',
      data: {
        kind: 'filing-password',
        label: '备案密码',
        origin: 'chosen',
        rotationMonths: 3,
        isRetired: false,
      },
      secret: { value: 'S3cret-in-archive', history: [] },
    },
  })
  const sealer = createHeldSealer()
  sealer.push(bytesOf('scan '.repeat(40_000)))
  const content = sealer.finish()
  const facts = { ownerId: session.id('xinghe'), name: 'a.txt', mediaType: 'text/plain' }
  session.vault.write([someRecord(1)], [entry()], { added: [{ facts, content }], removedIds: [] })
  const kit = session.vault.prepareRecoveryKit()
  const groups = kit.code.split('-')
  session.vault.confirmRecoveryKit([0, 1].map((index) => ({ index, text: groups[index] ?? '' })))
  const file = path.join(session.folder, FILE)
  session.answers['dialog.saveFile'] = file
  const made = await session.call['exchange.exportArchive']({
    passphrase: OWN,
    reason: '注销前封存',
  })
  return { session, file, made, kit: kit.code, attachmentId: content.id }
}

function openArchive(session: ExchangeSession, file: string, unlock = byPassphrase(OWN)) {
  const anchors = { read: () => undefined, write: () => {} }
  return Vault.open(file, unlock, { readOnly: true }, { ...session.context, anchors })
}

describe('a sealed archive', () => {
  test('holds all records, secrets, files and the whole trail, under its own passphrase', async () => {
    const { session, file, made, attachmentId } = await archived()
    expect(made).toMatchObject({ fileName: FILE, sizeBytes: statSync(file).size })
    const archive = await openArchive(session, file)
    expect(archive.mode).toBe('read-only')
    expect(archive.findings).toEqual([{ code: 'anchor-missing' }])
    expect(archive.revision).toBe(made?.revision)
    expect(archive.checkWords()).toEqual(made?.checkWords)
    expect(archive.peekSecret(session.id('filing'))).toMatchObject({ value: 'S3cret-in-archive' })
    const inVault = [...session.vault.records()].map(({ id, overview }) => ({ id, overview }))
    const inArchive = [...archive.records()].map(({ id, overview }) => ({ id, overview }))
    expect(inArchive.sort(byId)).toEqual(inVault.sort(byId))
    const chunks: Uint8Array[] = []
    for await (const chunk of archive.readAttachment(attachmentId, entry()))
      chunks.push(Uint8Array.from(chunk))
    expect(Buffer.concat(chunks).toString()).toBe('scan '.repeat(40_000))
    const trail = session.vault
      .audit({ limit: 100 })
      .map(({ sequence, action }) => [sequence, action])
    const kept = archive.audit({ limit: 100 }).map(({ sequence, action }) => [sequence, action])
    expect(kept.slice(-trail.length)).toEqual(trail)
    expect(archive.verifyAudit().entries).toBe(kept.length)
    archive.close()
  })

  test('is opened by nothing that opens the vault', async () => {
    const { session, file, kit } = await archived()
    await expect(openArchive(session, file, byPassphrase())).rejects.toMatchObject({
      code: 'wrong-passphrase',
    })
    const byKit = { kind: 'recovery-kit', code: kit } as const
    await expect(openArchive(session, file, byKit)).rejects.toMatchObject({
      code: 'wrong-recovery-kit',
    })
    const archive = await openArchive(session, file)
    expect(archive.slots()).toMatchObject([{ kind: 'passphrase', label: '封存归档' }])
    expect(archive.generation).toBe(session.vault.generation + 1)
    archive.close()
  })

  test('leaves the vault as it was: open, of its generation, opened by its own passphrase', async () => {
    const { session } = await archived()
    expect(session.vault.generation).toBe(1)
    expect(session.vault.peekSecret(session.id('filing'))).toMatchObject({
      value: 'S3cret-in-archive',
    })
    session.vault.write([someRecord(2)], [entry()])
    session.vault.close()
    const again = await Vault.open(session.vaultPath, byPassphrase(), {}, session.context)
    expect(again.mode).toBe('normal')
    expect(again.findings).toEqual([])
    again.close()
  })

  test('is told in the trail with its reason, before it is written', async () => {
    const { session } = await archived()
    const [act] = session.vault.audit({ limit: 1 })
    expect(act).toMatchObject({
      action: 'exchange.export-archive',
      facts: { reason: '注销前封存', credentials: 1, fileName: FILE },
    })
  })

  test.each(['copy', 'seal', 'check'] as const)(
    'that is cancelled at the step %s leaves no file, and says so in the trail',
    async (step) => {
      const { session, file } = await archived()
      const older = readFileSync(file)
      session.cancelAt(step)
      const call = session.call['exchange.exportArchive']
      await expect(call({ passphrase: OWN, reason: '再封一次' })).rejects.toMatchObject({
        code: 'cancelled',
      })
      expect(readdirSync(session.folder)).toEqual([FILE])
      expect(readFileSync(file).equals(older)).toBe(true)
      expect(session.vault.audit({ limit: 2 })).toMatchObject([
        {
          action: 'exchange.archive-cancelled',
          // So small a vault is copied whole before the cancel is looked at.
          facts: { fileName: FILE, at: step === 'copy' ? 'seal' : step },
        },
        { action: 'exchange.export-archive', facts: { reason: '再封一次' } },
      ])
      // The vault itself is as it was, and can be written.
      session.vault.write([someRecord(3)], [entry()])
      expect(session.vault.generation).toBe(1)
    },
  )

  test('leaves no other file behind, and is nobody else’s to read', async () => {
    const { session, file } = await archived()
    expect(readdirSync(session.folder)).toEqual([FILE])
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  test('reads with nothing of the app’s code', async () => {
    // The reader knows no stand-in for Argon2id.
    const deriveKey = createKdfRunner(
      new URL('../../../electron/vault/kdf-worker.ts', import.meta.url),
    )
    const { vault, path: vaultPath } = await createVault({ deriveKey, anchors: memoryAnchors() })
    vault.write([someRecord(7)], [entry()])
    const file = path.join(path.dirname(vaultPath), FILE)
    const kdf = { opsLimit: 3, memLimitBytes: 64 * 1024 * 1024 }
    const passphrase = bytesOf(OWN)
    await vault.archive({ file, passphrase, kdf, label: '封存归档', reason: 'x' })
    const reading = readVault(file, { kind: 'passphrase', passphrase: bytesOf(OWN) })
    expect(reading.checks.filter((check) => !check.holds)).toEqual([])
    expect(JSON.stringify(reading.records)).toContain('示例网站7')
    deriveKey.end()
  }, 60_000)

  test('from which a record was taken is found to be altered', async () => {
    const { session, file } = await archived()
    const copy = path.join(session.folder, 'copy.beian-archive')
    copyFileSync(file, copy)
    asAttacker(copy, (db) => db.exec('DELETE FROM record WHERE id = (SELECT max(id) FROM record)'))
    const opened = await openArchive(session, copy)
    expect(opened.mode).toBe('evidence')
    opened.close()
  })

  test('never takes the place of the vault itself', async () => {
    const session = await openSession()
    const before = readFileSync(session.vaultPath)
    const kdf = { opsLimit: 3, memLimitBytes: 64 * 1024 * 1024 }
    await expect(
      session.vault.archive({
        file: session.vaultPath,
        passphrase: bytesOf(OWN),
        kdf,
        label: 'x',
        reason: 'x',
      }),
    ).rejects.toMatchObject({ code: 'refused' })
    expect(readFileSync(session.vaultPath).equals(before)).toBe(true)
  })

  test('that is cancelled leaves nothing, not even in the place of an older one', async () => {
    const session = await openSession()
    const file = path.join(session.folder, FILE)
    writeFileSync(file, 'older')
    const kdf = { opsLimit: 3, memLimitBytes: 64 * 1024 * 1024 }
    await expect(
      session.vault.archive({
        file,
        passphrase: bytesOf(OWN),
        kdf,
        label: 'x',
        reason: 'x',
        isCancelled: () => true,
      }),
    ).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(session.folder)).toEqual([FILE])
    expect(readFileSync(file, 'utf8')).toBe('older')
  })

  test('gets its ending where the person typed another name, so that people know it', async () => {
    const { session } = await archived()
    session.answers['dialog.saveFile'] = path.join(session.folder, 'other')
    const made = await session.call['exchange.exportArchive']({ passphrase: OWN, reason: 'x' })
    expect(made?.fileName).toBe('other.beian-archive')
    expect(existsSync(path.join(session.folder, 'other.beian-archive'))).toBe(true)
  })
})

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1
}

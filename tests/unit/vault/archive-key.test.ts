import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { archiveVault } from '../../../electron/vault/archive.ts'
import { closeDatabase } from '../../../electron/vault/database.ts'
import { openVaultFile } from '../../../electron/vault/open.ts'
import { deriveGenerationKeys, makeRoots } from '../../../electron/vault/root-keys.ts'
import { signStatement } from '../../../electron/vault/signing.ts'
import { SLOT_KINDS } from '../../../electron/vault/slot-kinds.ts'
import { addCertificate } from '../../../electron/vault/slots.ts'
import { transact } from '../../../electron/vault/transaction.ts'
import { Vault } from '../../../electron/vault/vault.ts'
import { CHEAP } from '../../support/custody.ts'
import {
  byPassphrase,
  bytesOf,
  createVault,
  entry,
  memoryAnchors,
  openVault,
  someRecord,
  temporaryFolder,
  testContext,
} from '../../support/vault.ts'

// Many files: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000 })

const OWN = '归档口令 archive example'

const rejectedWith = (code: string) => expect.objectContaining({ code })

describe('who has the passphrase of a sealed archive', () => {
  it('opens it whole, and can sign neither certificates nor statements of the vault', async () => {
    const { vault, path, context } = await createVault()
    const record = someRecord(1)
    vault.write([record], [entry()])
    vault.close()
    const { core } = await openVaultFile(path, byPassphrase(), {}, context)
    const file = join(temporaryFolder(), '归档.beian-archive')
    const passphrase = bytesOf(OWN)
    await archiveVault(core, { file, passphrase, kdf: CHEAP, label: '归档', reason: '注销' })
    closeDatabase(core.db)
    const archive = await openVault(file, testContext(), { readOnly: true }, byPassphrase(OWN))
    expect(archive.findings).toEqual([{ code: 'anchor-missing' }])
    expect(archive.peekSecret(record.id)).toEqual(record.secret)
    archive.close()

    // With a program of their own: a generation in which everybody else is again, and they too.
    const inside = (await openVaultFile(file, byPassphrase(OWN), {}, testContext())).core
    expect(() => signStatement(inside, bytesOf('x'))).toThrow(rejectedWith('refused'))
    const kind = SLOT_KINDS.passphrase
    const signature = signStatement({ ...inside, self: { ...inside.self, kind } }, bytesOf('x'))
    inside.db.pragma('query_only = OFF')
    const { ledgerCommitment, secretCommitment } = deriveGenerationKeys(makeRoots())
    const { certificate } = inside.state
    transact(inside, [entry()], (draft) => {
      const next = { generation: certificate.generation + 1, ledgerCommitment, secretCommitment }
      addCertificate(inside, draft, { ...next, members: certificate.members })
    })
    closeDatabase(inside.db)
    const branched = await openVault(file, testContext(), { readOnly: true }, byPassphrase(OWN))
    expect(branched.mode).toBe('evidence')
    expect(branched.findings.map((finding) => finding.code)).toContain('generation-invalid')
    expect(branched.verifySignature(bytesOf('x'), signature)).toBe(false)
  })

  it('reads it under whatever name, and leaves no trace of it on the machine', async () => {
    const { vault, path, context } = await createVault()
    const named = join(temporaryFolder(), '归档.beian-archive')
    const passphrase = bytesOf(OWN)
    await vault.archive({ file: named, passphrase, kdf: CHEAP, label: '归档', reason: '注销' })
    vault.close()
    const file = join(temporaryFolder(), '备案.beian')
    copyFileSync(named, file)
    expect(Vault.inspect(file)).toMatchObject({ isArchive: true, vaultIdHex: vault.vaultIdHex })
    expect(Vault.inspect(path).isArchive).toBe(false)
    const before = readFileSync(file)

    const anchors = memoryAnchors()
    const elsewhere = testContext({ anchors })
    await expect(openVault(file, elsewhere, {}, byPassphrase('wrong'))).rejects.toThrow(
      rejectedWith('wrong-passphrase'),
    )
    const archive = await openVault(file, elsewhere, {}, byPassphrase(OWN))
    expect(archive).toMatchObject({ mode: 'read-only', findings: [{ code: 'anchor-missing' }] })
    expect(() => archive.write([someRecord(1)], [entry()])).toThrow(rejectedWith('read-only'))
    await expect(archive.rekey({ keepSlots: () => true, reason: 'x' })).rejects.toThrow(
      rejectedWith('read-only'),
    )
    archive.appendAudit([entry('test.seen')])
    archive.close()
    expect(readFileSync(file).equals(before)).toBe(true)
    expect([...anchors.entries]).toEqual([])

    // The vault that it came from is no less itself after the look.
    await openVault(file, context, {}, byPassphrase(OWN)).then((again) => again.close())
    expect(await openVault(path, context)).toMatchObject({ mode: 'normal', findings: [] })
  })
})

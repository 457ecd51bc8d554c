import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { archiveVault } from '../../../electron/vault/archive.ts'
import { closeDatabase } from '../../../electron/vault/database.ts'
import { openVaultFile } from '../../../electron/vault/open.ts'
import { deriveGenerationKeys, makeRoots } from '../../../electron/vault/root-keys.ts'
import { signStatement } from '../../../electron/vault/signing.ts'
import { addCertificate } from '../../../electron/vault/slots.ts'
import { transact } from '../../../electron/vault/transaction.ts'
import { CHEAP } from '../../support/custody.ts'
import {
  byPassphrase,
  bytesOf,
  createVault,
  entry,
  openVault,
  someRecord,
  temporaryFolder,
  testContext,
} from '../../support/vault.ts'

// Many files: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000 })

const OWN = '归档口令 archive example'

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
    const signature = signStatement(inside, bytesOf('x'))
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
})

import { describe, expect, it, vi } from 'vitest'
import { closeDatabase } from '../../../electron/vault/database.ts'
import { openVaultFile } from '../../../electron/vault/open.ts'
import { addCertificate } from '../../../electron/vault/slots.ts'
import { transact } from '../../../electron/vault/transaction.ts'
import type { Signature, Vault } from '../../../electron/vault/vault.ts'
import { CHEAP, invite, JOINER_PASSPHRASE, join } from '../../support/custody.ts'
import { byPassphrase, bytesOf, createVault, entry, openVault } from '../../support/vault.ts'

// Many files: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000 })

const STATEMENT = bytesOf('{"handover":"交接单 2026-01"}')

function rejectedWith(code: string, facts?: object) {
  const told = facts === undefined ? {} : { facts: expect.objectContaining(facts) }
  return expect.objectContaining({ name: 'VaultError', code, ...told })
}

const byJoiner = byPassphrase(JOINER_PASSPHRASE) as { kind: 'passphrase'; passphrase: Uint8Array }
const byFounder = byPassphrase() as { kind: 'passphrase'; passphrase: Uint8Array }

/** Two custodians; the founder has the vault open. */
async function twoCustodians(scope: 'all' | 'ledger' = 'all') {
  const { vault: first, path, context } = await createVault()
  const { local } = await invite(first, context, scope)
  first.close()
  ;(await join(path, local, context)).close()
  const vault = await openVault(path, context)
  return { vault, path, context }
}

describe('a statement', () => {
  it('is signed by who is there and by another who types their passphrase', async () => {
    const { vault } = await twoCustodians()
    const { revision } = vault
    const own = vault.sign(STATEMENT)
    const theirs = await vault.approve(byJoiner, STATEMENT)
    expect(own).toMatchObject({ custodianId: vault.custodianId, custodianName: '林备案' })
    expect(theirs.custodianName).toBe('周接任')
    expect(theirs.custodianId).not.toBe(own.custodianId)
    expect(theirs.signingKey).not.toBe(own.signingKey)
    for (const signature of [own, theirs]) {
      expect(vault.verifySignature(STATEMENT, signature)).toBe(true)
      expect(vault.verifySignature(bytesOf('another'), signature)).toBe(false)
    }
    expect(vault.revision).toBe(revision)
  })

  it('is not approved by oneself, by an auditor or by a wrong passphrase, which counts', async () => {
    const { vault, path, context } = await twoCustodians('ledger')
    await expect(vault.approve(byFounder, STATEMENT)).rejects.toThrow(
      rejectedWith('refused', { reason: 'own-passphrase' }),
    )
    await expect(vault.approve(byJoiner, STATEMENT)).rejects.toThrow(rejectedWith('ledger-only'))
    const wrong = byPassphrase('wrong') as typeof byFounder
    await expect(vault.approve(wrong, STATEMENT)).rejects.toThrow(rejectedWith('wrong-passphrase'))
    vault.close()
    expect((await openVault(path, context)).failedUnlocksBefore).toBe(1)
  })

  it('is still verified after passphrases and all keys were changed and the signer left', async () => {
    const { vault, path, context } = await twoCustodians()
    const own = vault.sign(STATEMENT)
    const theirs = await vault.approve(byJoiner, STATEMENT)
    await vault.changePassphrase(byFounder.passphrase, byFounder.passphrase, CHEAP)
    await vault.rekey({
      keepSlots: ({ custodianId }) => custodianId === vault.custodianId,
      reason: '离职',
    })
    expect(vault.verifySignature(STATEMENT, own)).toBe(true)
    expect(vault.verifySignature(STATEMENT, theirs)).toBe(true)
    await expect(vault.approve(byJoiner, STATEMENT)).rejects.toThrow(
      rejectedWith('wrong-passphrase'),
    )
    vault.close()
    const reader = await openVault(path, context, { readOnly: true })
    expect(reader.verifySignature(STATEMENT, theirs)).toBe(true)
  })

  it('is not verified with anything of the signature changed', async () => {
    const { vault } = await twoCustodians()
    const right = vault.sign(STATEMENT)
    const joiner = await vault.approve(byJoiner, STATEMENT)
    const flipped = (hex: string) => (hex.startsWith('0') ? '1' : '0') + hex.slice(1)
    const wrong: Signature[] = [
      { ...right, signature: flipped(right.signature) },
      { ...right, signature: '' },
      { ...right, signature: right.signature.toUpperCase() },
      { ...right, signingKey: flipped(right.signingKey) },
      { ...right, custodianId: joiner.custodianId },
      { ...right, slotId: joiner.slotId },
      { ...right, slotId: 'x' },
      { ...right, certificateSequence: right.certificateSequence - 1 },
      { ...right, certificateSequence: right.certificateSequence + 1 },
      { ...right, certificateSequence: 0 },
      { ...joiner, slotId: right.slotId, signingKey: right.signingKey },
    ]
    for (const signature of wrong) expect(vault.verifySignature(STATEMENT, signature)).toBe(false)
    const other = await twoCustodians()
    expect(other.vault.verifySignature(STATEMENT, right)).toBe(false)
  })

  it('signed by a keychain or a joiner who is not in yet counts for nothing', async () => {
    const { vault, path, context } = await createVault()
    await invite(vault, context)
    const given = { label: '电脑', expiresAt: context.now() + 1_000_000 }
    const { slotKey } = vault.addKeychainSlot(given)
    vault.close()
    const { core } = await openVaultFile(path, { kind: 'keychain', slotKey }, {}, context)
    const { signStatement } = await import('../../../electron/vault/signing.ts')
    const { secrets } = core.state.keys
    expect(secrets).toBeUndefined()
    // With a program of their own, whoever reads the keychain can use its signing key.
    const zero = new Uint8Array(32)
    core.state.keys.secrets = { secret: zero, manifest: zero }
    const signature = signStatement(core, STATEMENT)
    closeDatabase(core.db)
    expect((await openVault(path, context)).verifySignature(STATEMENT, signature)).toBe(false)
  })

  it('is not approved where the approver’s own slot leads to another vault', async () => {
    const { vault, path, context } = await twoCustodians()
    vault.close()
    // A founder with a program of their own gives the other custodian a key of theirs.
    const { core } = await openVaultFile(path, byFounder, {}, context)
    const { certificate } = core.state
    transact(core, [entry()], (draft) => {
      const members = certificate.members.map((member) =>
        Buffer.compare(member.slotId, core.self.slotId) === 0
          ? member
          : { ...member, signingKey: new Uint8Array(32).fill(3) },
      )
      addCertificate(core, draft, { ...certificate, members })
    })
    closeDatabase(core.db)
    const again: Vault = await openVault(path, context)
    await expect(again.approve(byJoiner, STATEMENT)).rejects.toThrow(rejectedWith('vault-damaged'))
  })
})

import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { createKdfRunner } from '../../../electron/vault/kdf.ts'
import { type Unlock, Vault } from '../../../electron/vault/vault.ts'
import { bytesOf, entry, temporaryFolder, testContext } from '../../support/vault.ts'
import expected from '../../vectors/format-1.json' with { type: 'json' }

// Real key derivations: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000 })

const FILE = fileURLToPath(new URL('../../vectors/format-1.beian', import.meta.url))
const WORKER = new URL('../../../electron/vault/kdf-worker.ts', import.meta.url)

/** A copy of the kept file, opened. */
async function openKept(unlock: Unlock): Promise<Vault> {
  const path = join(temporaryFolder(), 'format-1.beian')
  copyFileSync(FILE, path)
  return Vault.open(path, unlock, {}, testContext({ deriveKey: createKdfRunner(WORKER) }))
}

describe('the vault kept since format 1 was fixed', () => {
  it.each<[string, Unlock]>([
    ['its passphrase', { kind: 'passphrase', passphrase: bytesOf(expected.passphrase) }],
    ['its recovery kit', { kind: 'recovery-kit', code: expected.recoveryCode }],
  ])('opens with %s, holds what it held, and can be written', async (_, unlock) => {
    const vault = await openKept(unlock)
    expect(vault.findings).toEqual([{ code: 'anchor-missing' }])
    expect(vault.vaultIdHex).toBe(expected.vaultId)
    // The unlock itself is one revision and one entry more.
    expect(vault.revision).toBe(expected.revision + 1)
    expect(vault.verifyAudit()).toEqual({ entries: expected.auditEntries + 1 })
    const records = [...vault.records()].map(({ id, overview }) => ({
      id,
      overview,
      secret: vault.peekSecret(id) ?? null,
    }))
    expect(records).toEqual(expected.records)
    const { id, name, sizeBytes, byte } = expected.attachment
    expect(vault.attachments()).toMatchObject([{ id, name, sizeBytes }])
    const parts: Uint8Array[] = []
    for await (const part of vault.readAttachment(id, entry())) parts.push(part)
    expect(Buffer.concat(parts).equals(Buffer.alloc(sizeBytes, byte))).toBe(true)
    vault.write([{ type: 'delete', id: records[0]?.id ?? '' }], [entry()])
    vault.close()
  })

  it('shows the check words it showed', async () => {
    const path = join(temporaryFolder(), 'format-1.beian')
    copyFileSync(FILE, path)
    const unlock = { kind: 'recovery-kit', code: expected.recoveryCode } as const
    const vault = await Vault.open(path, unlock, { readOnly: true }, testContext())
    expect(vault.revision).toBe(expected.revision)
    expect(vault.checkWords().join('')).toBe(expected.checkWords)
    vault.close()
  })
})

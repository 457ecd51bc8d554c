import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { AnchorStore } from '../../electron/vault/anchor.ts'
import { DEFAULT_KDF_COST, type DeriveKey } from '../../electron/vault/passphrase.ts'
import {
  type AuditEntry,
  type RecordChange,
  type Unlock,
  Vault,
  type VaultContext,
} from '../../electron/vault/vault.ts'

export const PASSPHRASE = '正确的主口令 correct horse'

/**
 * A stand-in for Argon2id where a test is not about its cost: it takes the same inputs and gives 32
 * bytes that depend on all of them.
 */
export const fastDeriveKey: DeriveKey = (passphrase, salt, cost) =>
  Promise.resolve(
    new Uint8Array(
      createHash('sha256')
        .update(salt)
        .update(`${cost.opsLimit}:${cost.memLimitBytes}:`)
        .update(passphrase)
        .digest(),
    ),
  )

export type MemoryAnchors = AnchorStore & { entries: Map<string, Uint8Array> }

export function memoryAnchors(): MemoryAnchors {
  const entries = new Map<string, Uint8Array>()
  return {
    entries,
    read: (name) => entries.get(name),
    write: (name, bytes) => void entries.set(name, Uint8Array.from(bytes)),
  }
}

export function testContext(changes: Partial<VaultContext> = {}): VaultContext {
  let now = Date.UTC(2026, 0, 5, 1, 0, 0)
  return {
    now: () => now++,
    anchors: memoryAnchors(),
    deriveKey: fastDeriveKey,
    who: { host: 'workstation', user: 'lin', pid: 4242 },
    ...changes,
  }
}

/** A fresh folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'beian-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function byPassphrase(text = PASSPHRASE): Unlock {
  return { kind: 'passphrase', passphrase: bytesOf(text) }
}

export function randomId(): string {
  return randomBytes(16).toString('hex')
}

export function entry(action = 'test.changed', recordId?: string): AuditEntry {
  const common = { action, at: 1_767_000_000_000, custodianId: '00'.repeat(16) }
  return recordId === undefined ? common : { ...common, recordId }
}

/** A record of the usual size, with a filing password. */
export function someRecord(index: number, id = randomId()): Extract<RecordChange, { type: 'put' }> {
  return {
    type: 'put',
    id,
    overview: {
      kind: 'service',
      name: `示例网站${index}`,
      filingNumber: `京ICP备${String(10_000_000 + index)}号-1`,
      domains: [`site${index}.example.com`],
    },
    secret: { password: `Ex@mple-${index}-密码` },
  }
}

/** A new vault with the test passphrase, closed after the test. */
export async function createVault(
  changes: Partial<VaultContext> = {},
  path = join(temporaryFolder(), '备案.beian'),
): Promise<{ vault: Vault; path: string; context: VaultContext }> {
  const context = testContext(changes)
  const options = {
    passphrase: bytesOf(PASSPHRASE),
    custodianName: '林备案',
    kdf: DEFAULT_KDF_COST,
  }
  const vault = await Vault.create(path, options, context)
  onTestFinished(() => vault.close())
  return { vault, path, context }
}

export async function openVault(
  path: string,
  context: VaultContext,
  options: Parameters<typeof Vault.open>[2] = {},
  unlock = byPassphrase(),
): Promise<Vault> {
  const vault = await Vault.open(path, unlock, options, context)
  onTestFinished(() => vault.close())
  return vault
}

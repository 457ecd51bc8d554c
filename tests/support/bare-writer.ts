import { createHash } from 'node:crypto'
import { writeSync } from 'node:fs'
import { Vault } from '../../electron/vault/vault.ts'

/** What a writer that runs bare, without vitest, needs: programs that are started to be killed. */
export const context = {
  now: Date.now,
  anchors: { read: () => undefined, write: () => {} },
  // The same stand-in for Argon2id as in vault.ts beside this; that file needs vitest.
  deriveKey: (
    bytes: Uint8Array,
    salt: Uint8Array,
    cost: { opsLimit: number; memLimitBytes: number },
  ) =>
    Promise.resolve(
      new Uint8Array(
        createHash('sha256')
          .update(salt)
          .update(`${cost.opsLimit}:${cost.memLimitBytes}:`)
          .update(bytes)
          .digest(),
      ),
    ),
  who: { host: 'writer', user: 'writer', pid: process.pid },
}

export function open(file: string, passphrase: string, readOnly: boolean): Promise<Vault> {
  const unlock = { kind: 'passphrase', passphrase: new TextEncoder().encode(passphrase) } as const
  return Vault.open(file, unlock, { readOnly }, context)
}

/** Written at once, not through a stream that a kill would empty. */
export function say(line: string): void {
  writeSync(1, `${line}\n`)
}

import { createHash } from 'node:crypto'
import { writeSync } from 'node:fs'
import { Vault } from '../../electron/vault/vault.ts'

/**
 * A process that takes all of another copy into a vault, contents included, and then waits to be killed. It says
 * on standard output what it has begun and what is done.
 *
 * Arguments: the vault's path, the path of the other copy, the passphrase.
 */
const [path = '', other = '', passphrase = ''] = process.argv.slice(2)

const context = {
  now: Date.now,
  anchors: { read: () => undefined, write: () => {} },
  // The same stand-in for Argon2id as in vault.ts beside this; that file needs vitest, this one runs bare.
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
const open = (file: string, readOnly: boolean) =>
  Vault.open(
    file,
    { kind: 'passphrase', passphrase: new TextEncoder().encode(passphrase) },
    { readOnly },
    context,
  )
// Written at once, not through a stream that a kill would empty.
const say = (line: string) => writeSync(1, `${line}\n`)

const [vault, copy] = [await open(path, false), await open(other, true)]
const changes = [...copy.records()].map(({ id, overview }) => ({
  type: 'put' as const,
  id,
  overview,
  secret: copy.peekSecret(id) ?? null,
}))
const audit = [{ action: 'vault.merged', at: 1, custodianId: '00'.repeat(16) }]
say(`begun ${vault.revision}`)
await vault.mergeFrom(copy, { changes, attachmentIds: copy.attachmentIds() }, audit)
say(`done ${vault.revision}`)
setInterval(() => {}, 1000)

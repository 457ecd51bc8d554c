import { createHash } from 'node:crypto'
import { writeSync } from 'node:fs'
import { Vault } from '../../electron/vault/vault.ts'

/**
 * A process that backs a vault up, or restores it from a backup, again and again until it is killed. It says
 * on standard output what it has begun and what is done.
 *
 * Arguments: the vault's path, what to do (`backup`, `restore`), the passphrase, the folder or the backup.
 */
const [path = '', task = '', passphrase = '', place = ''] = process.argv.slice(2)

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
const audit = [{ action: 'test.restored', at: 1, custodianId: '00'.repeat(16) }]
// Written at once, not through a stream that a kill would empty.
const say = (line: string) => writeSync(1, `${line}\n`)

if (task === 'backup') {
  const vault = await open(path, false)
  for (let round = 1; ; round++) {
    say(`begun ${round}`)
    await vault.backUp({ folder: place, nameOf: (r, again) => `b-${r}-${round}-${again}.beian` })
    say(`done ${round}`)
  }
}
for (let round = 1; ; round++) {
  const backup = await open(place, true)
  say(`begun ${round}`)
  const prepared = backup.prepareRestore(path, [], audit)
  prepared.putInPlace(context)
  say(`done ${round}`)
  backup.close()
}
